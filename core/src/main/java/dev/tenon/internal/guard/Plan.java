package dev.tenon.internal.guard;

import java.lang.invoke.SwitchPoint;
import java.util.List;

/**
 * What is asked of the calls of one body from one change of policy to the next.
 *
 * <p>A call is judged by the plan in force at its entry, so a plan lives on in the calls that it
 * has begun. Immutable; compared by identity.
 */
final class Plan {

  private final Body body;
  private final List<Term> terms;
  private final List<SwitchPoint> switches;
  private final Pinned held;

  Plan(Body body, List<Term> terms, List<SwitchPoint> switches) {
    this.body = body;
    this.terms = List.copyOf(terms);
    this.switches = List.copyOf(switches);
    this.held = new Pinned(this, 0);
  }

  Body body() {
    return body;
  }

  Implementation implementation() {
    return body.implementation();
  }

  /** One for each declaration of the body, in the same order in every plan of it. */
  List<Term> terms() {
    return terms;
  }

  List<SwitchPoint> switches() {
    return switches;
  }

  boolean inForce() {
    return switches.stream().noneMatch(SwitchPoint::hasBeenInvalidated);
  }

  /** The state of a call all of whose preconditions held. */
  Pinned held() {
    return held;
  }

  boolean isIdle() {
    return terms.stream().allMatch(Term::isIdle);
  }

  boolean judgesExit() {
    return terms.stream().anyMatch(term -> term.judgedEnsures() != 0);
  }

  boolean captures() {
    return terms.stream().anyMatch(Term::captures);
  }
}
