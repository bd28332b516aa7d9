package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Mode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan asks of one declaration.
 *
 * @param checks the compiled clauses
 * @param judged by role, the clauses that are judged, a bit each
 * @param askedRequires the preconditions that are evaluated: those judged, or all when the exit is
 *     judged
 * @param slots the {@code old} slots that judged clauses read
 */
record Term(Checks checks, Map<Role, Long> judged, long askedRequires, long slots) {

  static Term of(Checks checks, Function<Clause, Mode> modes, Predicate<Clause> canBeAsked) {
    Predicate<Clause> isJudged =
        clause -> modes.apply(clause) != Mode.OFF && canBeAsked.test(clause);
    Map<Role, Long> judged = new EnumMap<>(Role.class);
    long slots = 0;
    for (Role role : Role.values()) {
      List<Clause> clauses = checks.side(role).clauses();
      long bits = bits(clauses, isJudged);
      judged.put(role, bits);
      for (int i = 0; i < clauses.size(); i++) {
        if ((bits & 1L << i) != 0) {
          slots |= slots(clauses.get(i));
        }
      }
    }
    boolean judgesExit = isAny(judged, Role.ENSURES, Role.THROWS, Role.AFTER);
    if (isAny(judged, Role.THROWS, Role.AFTER)) {
      // Whether another of the list allows what is thrown counts also while that one is off.
      for (Clause clause : checks.side(Role.THROWS).clauses()) {
        slots |= slots(clause);
      }
    }
    long requires = judged.getOrDefault(Role.REQUIRES, 0L);
    return new Term(
        checks,
        judged,
        judgesExit ? bits(checks.requires().clauses(), canBeAsked) : requires,
        slots);
  }

  private static long bits(List<Clause> clauses, Predicate<Clause> which) {
    long bits = 0;
    for (int i = 0; i < clauses.size(); i++) {
      if (which.test(clauses.get(i))) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private static boolean isAny(Map<Role, Long> judged, Role... roles) {
    for (Role role : roles) {
      if (judged.getOrDefault(role, 0L) != 0) {
        return true;
      }
    }
    return false;
  }

  private static long slots(Clause clause) {
    long slots = 0;
    for (int slot : clause.old()) {
      slots |= 1L << slot;
    }
    return slots;
  }

  long judged(Role role) {
    return judged.getOrDefault(role, 0L);
  }

  long judgedRequires() {
    return judged(Role.REQUIRES);
  }

  /** Whether something is owed at the exit, however the call ends. */
  boolean judgesExit() {
    return isAny(judged, Role.ENSURES, Role.THROWS, Role.AFTER, Role.INVARIANT);
  }

  /** Whether its list of what may be thrown is closed. */
  boolean closesList() {
    return judged(Role.THROWS) != 0;
  }

  /** Whether a clause is judged that the operation's carrier serves. */
  boolean captures() {
    return checks.capture() != null && judgesExit();
  }

  /** Whether what is captured needs the thread's flag. */
  boolean capturesUnderFlag() {
    Checks.@Nullable Capture capture = checks.capture();
    return capture != null && captures() && slots != 0 && capture.guarded();
  }

  boolean isIdle() {
    return askedRequires == 0 && !judgesExit();
  }

  /** What is owed where the call returns, role by role. */
  List<Duty> duties(int index) {
    List<Duty> duties = new ArrayList<>();
    for (Role role : List.of(Role.ENSURES, Role.THROWS, Role.INVARIANT)) {
      long clauses = judged(role) & (role == Role.THROWS ? conditional() : -1L);
      if (clauses != 0) {
        duties.add(new Duty(index, this, role, clauses));
      }
    }
    return duties;
  }

  /** The exception clauses that say when the call must throw. */
  private long conditional() {
    long bits = 0;
    List<Clause> clauses = checks.side(Role.THROWS).clauses();
    for (int i = 0; i < clauses.size(); i++) {
      bits |= clauses.get(i).old().isEmpty() ? 0 : 1L << i;
    }
    return bits;
  }
}
