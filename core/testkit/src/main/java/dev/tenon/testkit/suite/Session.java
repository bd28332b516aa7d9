package dev.tenon.testkit.suite;

import dev.tenon.ClauseAnswer;
import dev.tenon.OperationTerms;
import dev.tenon.Truth;
import dev.tenon.model.Party;
import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.relation.Tally;
import dev.tenon.testkit.suite.Finding.Kind;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One supplier at work, and what was done with it so far. Confined to one thread. */
final class Session implements AutoCloseable {

  private static final int MEDDLES = 4;
  private static final String OWN = Session.class.getPackageName() + ".";

  private final Subject subject;
  private final Object supplier;
  private final Object guarded;
  private final Pool pool = new Pool();
  private final Narration narration;
  private boolean isClosed;

  Session(Subject subject, Object supplier, Narration narration) {
    this.subject = subject;
    this.supplier = supplier;
    this.guarded = subject.guard(supplier);
    this.narration = narration;
  }

  /**
   * Makes one call that is allowed now.
   *
   * @return what went wrong; null for nothing
   * @throws RuntimeException if no arguments are allowed in this state, or can be made
   */
  @Nullable Trouble inside(Source source, Goal goal, Choices choices, @Nullable Coverage coverage) {
    Tally tally = coverage == null ? new Tally() : coverage.tally();
    Arguments arguments = source.draw(goal, supplier, pool, choices, tally);
    Method method = source.terms().method();
    narration.before(method, arguments.values());
    Observed observed = call(method, arguments.values());
    Trouble trouble = troubleInside(source.terms(), observed);
    did(method, arguments.values(), observed.result());
    if (trouble != null) {
      return trouble;
    }
    if (coverage != null) {
      coverage.inside(goal, arguments.answers(), observed.thrown());
    }
    if (subject.plan().isMeddling()) {
      meddle(arguments.values(), observed.result(), choices);
    }
    return null;
  }

  private void did(Method method, List<@Nullable Object> arguments, @Nullable Object result) {
    isClosed |= method.getName().equals("close") && arguments.isEmpty();
    arguments.forEach(pool::add);
    pool.add(result);
    narration.after(result);
  }

  private void meddle(List<@Nullable Object> arguments, @Nullable Object result, Choices choices) {
    List<Object> possible = new ArrayList<>();
    arguments.stream().filter(Meddling::isPossible).forEach(each -> possible.add(each));
    if (result != null && Meddling.isPossible(result)) {
      possible.add(result);
    }
    if (!possible.isEmpty() && choices.isOneIn(MEDDLES)) {
      Object value = choices.pick(possible);
      String how = Meddling.with(value, choices);
      if (how != null) {
        narration.changed(value, how);
      }
    }
  }

  /** What a call inside of the contract must not show. */
  private @Nullable Trouble troubleInside(OperationTerms terms, Observed observed) {
    for (Violation each : observed.violations()) {
      Trouble trouble = trouble(terms, each);
      if (trouble != null) {
        return trouble;
      }
    }
    Throwable thrown = observed.thrown();
    if (thrown == null
        || thrown instanceof ContractViolation
        || subject.plan().undeclared() == Undeclared.ALLOWED
        || subject.isDeclared(terms, thrown)) {
      return null;
    }
    String name = terms.method().getName();
    return new Trouble(
        Kind.UNDECLARED,
        name,
        name
            + " threw "
            + thrown
            + " although all preconditions held: a precondition or @Throws is missing, or the"
            + " supplier is wrong",
        null,
        thrown.getClass().getName());
  }

  private @Nullable Trouble trouble(OperationTerms terms, Violation violation) {
    String name = terms.method().getName();
    boolean isHere =
        violation.operation().name().equals(name) && subject.isOf(violation.operation().seam());
    String clause = violation.clause().text();
    String of = violation.operation().seam();
    boolean isElsewhere = !subject.isOf(of) && !isClass(supplier.getClass(), of);
    if (isElsewhere && violation.blamed() != Party.CLIENT) {
      return Trouble.of(
          Kind.NESTED,
          name,
          "while "
              + name
              + " was under way "
              + violation.operation().seam()
              + " was broken: "
              + clause,
          violation);
    }
    return switch (violation.blamed()) {
      case SUPPLIER ->
          Trouble.of(
              Kind.SUPPLIER, name, "the supplier of " + name + " breaks " + clause, violation);
      case OVERRIDE ->
          Trouble.of(
              Kind.OVERRIDE, name, "the implementation of " + name + " adds " + clause, violation);
      case CONTRACT ->
          Trouble.of(Kind.CONTRACT, name, clause + " could not be evaluated", violation);
      case GAP -> Trouble.of(Kind.NESTED, name, "a client relies on " + clause, violation);
      case CLIENT -> {
        if (violation.isLatent()) {
          yield null;
        }
        boolean isOurs = violation.client().className().startsWith(OWN);
        yield isHere && isOurs
            ? Trouble.of(
                Kind.GENERATOR,
                name,
                "a call was generated that " + clause + " forbids: please report this defect",
                violation)
            : Trouble.of(
                Kind.NESTED,
                name,
                "the supplier of " + name + " breaks " + clause + " as a client",
                violation);
      }
    };
  }

  /** Whether that is the name of a class or of one that it extends. */
  private static boolean isClass(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes one call that is not allowed now.
   *
   * @return what went wrong; null when it was refused as it should be
   * @throws RuntimeException if no arguments are forbidden in this state, or can be made
   */
  @Nullable Trouble outside(Source source, Goal goal, Choices choices, Coverage coverage) {
    Arguments arguments = source.draw(goal, supplier, pool, choices, new Tally());
    Map<Method, @Nullable Object> before = steady(state());
    Method method = source.terms().method();
    narration.before(method, arguments.values());
    Observed observed = call(method, arguments.values());
    did(method, arguments.values(), observed.result());
    boolean isRefused =
        observed.violations().stream().anyMatch(each -> each.blamed() == Party.CLIENT);
    String broken =
        arguments.answers().stream()
            .filter(each -> each.truth() == Truth.FALSE)
            .map(ClauseAnswer::stated)
            .map(Goals::text)
            .findFirst()
            .orElse("");
    if (!isRefused) {
      return Trouble.of(
          Kind.NOT_REFUSED,
          method.getName(),
          "a call that " + broken + " forbids was not refused" + instead(observed));
    }
    boolean wasPassed = !(observed.thrown() instanceof ContractViolation);
    Map<Method, @Nullable Object> after = state();
    if (!wasPassed && !isSame(before, after)) {
      return Trouble.of(
          Kind.TOUCHED,
          method.getName(),
          "a call that " + broken + " forbids was refused, and changed " + changed(before, after));
    }
    coverage.outside(goal, arguments.answers());
    return null;
  }

  private Observed call(Method method, List<@Nullable Object> arguments) {
    return subject
        .patience()
        .during(method.getName(), () -> Observed.call(guarded, method, arguments));
  }

  private Map<Method, @Nullable Object> state() {
    return subject.patience().during("a query", () -> subject.state(supplier));
  }

  /** Closes the supplier, if it can be closed and no call has done so. */
  @Override
  public void close() {
    if (supplier instanceof AutoCloseable open && !isClosed) {
      isClosed = true;
      subject.patience().during("close", () -> closed(open));
    }
  }

  private static boolean closed(AutoCloseable open) {
    try {
      open.close();
      return true;
    } catch (Exception failed) {
      throw new IllegalStateException("the supplier could not be closed after a case", failed);
    }
  }

  /** What does not stay the same by itself says nothing. */
  private Map<Method, @Nullable Object> steady(Map<Method, @Nullable Object> state) {
    Map<Method, @Nullable Object> again = state();
    Map<Method, @Nullable Object> steady = new LinkedHashMap<>(state);
    steady
        .entrySet()
        .removeIf(each -> !Objects.deepEquals(each.getValue(), again.get(each.getKey())));
    return steady;
  }

  private static String instead(Observed observed) {
    Throwable thrown = observed.thrown();
    return thrown == null ? ": it returned" : ": it threw " + thrown;
  }

  private static boolean isSame(
      Map<Method, @Nullable Object> before, Map<Method, @Nullable Object> after) {
    return changed(before, after).isEmpty();
  }

  private static String changed(
      Map<Method, @Nullable Object> before, Map<Method, @Nullable Object> after) {
    for (Map.Entry<Method, @Nullable Object> each : before.entrySet()) {
      if (!Objects.deepEquals(each.getValue(), after.get(each.getKey()))) {
        return each.getKey().getName() + "()";
      }
    }
    return "";
  }
}
