package dev.tenon.testkit.suite;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.NoValueException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs single cases: a fresh supplier, calls that bring it somewhere, and the call in question. */
final class Cases {

  /** How many calls at most bring the supplier where any call of an operation is allowed. */
  private static final int DETOURS = 6;

  /** The same for a call that is to show something in particular. */
  private static final int LONG_DETOURS = 40;

  /** A favoured operation is called in all but one of this many. */
  private static final int OTHERS = 4;

  /** Half of the cases begin with a fresh supplier. */
  private static final int LEADS = 8;

  private final Subject subject;
  private final Supplier<?> fresh;
  private final Map<Source, Coverage> coverages;

  Cases(Subject subject, Supplier<?> fresh, Map<Source, Coverage> coverages) {
    this.subject = subject;
    this.fresh = fresh;
    this.coverages = coverages;
  }

  /**
   * How a case ended.
   *
   * @param trouble what went wrong; null for nothing
   * @param missed why the call in question was not made; null when it was
   */
  record Ended(@Nullable Trouble trouble, @Nullable RuntimeException missed) {}

  private Session session(Narration narration) {
    Object supplier = subject.patience().during("what gives the supplier", fresh::get);
    if (supplier == null) {
      throw new IllegalStateException("the method that gives the supplier gave null");
    }
    return new Session(subject, supplier, narration);
  }

  /** Some calls, then one that is to show something. */
  Ended target(Source source, Goal goal, Choices choices, boolean isCounted, Narration narration) {
    try (Session session = session(narration)) {
      return target(session, source, goal, choices, isCounted);
    }
  }

  private Ended target(
      Session session, Source source, Goal goal, Choices choices, boolean isCounted) {
    Source favoured = favoured(choices);
    int leads = Math.max(0, choices.next(LEADS) - LEADS / 2 + 1);
    for (int i = 0; i < leads; i++) {
      Trouble trouble = any(session, favoured, choices, isCounted);
      if (trouble != null) {
        return new Ended(trouble, null);
      }
    }
    RuntimeException missed = null;
    int detours = goal.isAny() || !source.asksSupplier() ? DETOURS : LONG_DETOURS;
    for (int i = 0; i <= detours; i++) {
      try {
        return new Ended(one(session, source, goal, choices, isCounted), null);
      } catch (EmptyDomainException | NoValueException notNow) {
        missed = notNow;
        Trouble trouble = any(session, favoured, choices, isCounted);
        if (trouble != null) {
          return new Ended(trouble, null);
        }
      }
    }
    return new Ended(null, missed);
  }

  /** A sequence of calls. */
  Ended sequence(Choices choices, boolean isCounted, Narration narration) {
    try (Session session = session(narration)) {
      return sequence(session, choices, isCounted);
    }
  }

  private Ended sequence(Session session, Choices choices, boolean isCounted) {
    Source favoured = favoured(choices);
    int most = subject.plan().steps();
    for (int i = 0; i < most; i++) {
      int begun = choices.begin();
      // 0 ends it, so that shorter ones are simpler.
      boolean goesOn = choices.next(most) != 0;
      Trouble trouble = goesOn ? any(session, favoured, choices, isCounted) : null;
      choices.end(begun);
      if (trouble != null || !goesOn) {
        return new Ended(trouble, null);
      }
    }
    return new Ended(null, null);
  }

  /**
   * The operation that a case calls most; null for none. Where all are equally likely what one does
   * the next undoes, and states far from the first are never reached.
   */
  private @Nullable Source favoured(Choices choices) {
    int chosen = choices.next(subject.sources().size() + 1);
    return chosen == 0 ? null : subject.sources().get(chosen - 1);
  }

  /** A call of any operation, if one is allowed now. */
  private @Nullable Trouble any(
      Session session, @Nullable Source favoured, Choices choices, boolean isCounted) {
    int begun = choices.begin();
    boolean isFavoured = favoured != null && !choices.isOneIn(OTHERS);
    Source source = isFavoured && favoured != null ? favoured : choices.pick(subject.sources());
    try {
      return one(session, source, Goal.ANY, choices, isCounted);
    } catch (EmptyDomainException | NoValueException notNow) {
      if (isCounted) {
        coverage(source).disabled();
      }
      return null;
    } finally {
      choices.end(begun);
    }
  }

  private @Nullable Trouble one(
      Session session, Source source, Goal goal, Choices choices, boolean isCounted) {
    Coverage coverage = isCounted ? coverage(source) : new Coverage(source.terms());
    int begun = choices.begin();
    try {
      return goal.isOutside()
          ? session.outside(source, goal, choices, coverage)
          : session.inside(source, goal, choices, coverage);
    } finally {
      choices.end(begun);
    }
  }

  private Coverage coverage(Source source) {
    return coverages.computeIfAbsent(source, each -> new Coverage(each.terms()));
  }
}
