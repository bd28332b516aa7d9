package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Sensitive;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A clause that fails has no truth: the contract is to blame, and the record says how it failed.
 */
class ContractIT implements Scenario {

  private static final String KEPT = "dev.tenon.scenario.ContractIT$Failing.often#kept";

  private final Work work = new Work();

  @EveryDoor
  void a_clause_that_throws_names_the_exception(Door door) {
    Failing failing = door.guard(Failing.class, work);

    assertThatCause(() -> failing.divide(0))
        .isEqualTo("threw java.lang.ArithmeticException: / by zero");
    assertThatCause(() -> failing.secretly("4111"))
        .isEqualTo("threw java.lang.NumberFormatException");
    assertThatCause(() -> failing.refuse(1))
        .isEqualTo("threw dev.tenon.scenario.ContractIT$Refusal");
  }

  @EveryDoor
  void a_clause_that_recurses_for_ever_says_so(Door door) {
    Failing failing = door.guard(Failing.class, work);

    assertThatCause(() -> failing.recurse(1))
        .isEqualTo("recursed for ever: it fills a fresh stack as well");
  }

  @EveryDoor
  void a_recursion_through_another_seam_says_so(Door door) {
    Failing failing = door.guard(Failing.class, work);
    work.other = door.guard(Other.class, new Echo(failing));

    assertThatCause(() -> failing.goRound(1)).startsWith("recursed for ever");
    assertThatCause(() -> work.other.goRound(1)).startsWith("recursed for ever");
  }

  @EveryDoor
  void a_clause_that_cannot_be_linked_says_what_is_missing(Door door) {
    Failing failing = door.guard(Failing.class, work);

    assertThatCause(() -> failing.link(new NoClassDefFoundError("com/acme/Missing")))
        .isEqualTo("could not be linked: class com.acme.Missing is missing");
    assertThatCause(() -> failing.link(new NoSuchMethodError("'int a.B.c()'")))
        .isEqualTo("could not be linked: java.lang.NoSuchMethodError: 'int a.B.c()'");
    assertThatCause(() -> failing.link(new IncompatibleClassChangeError("Expected static method")))
        .startsWith("could not be linked: java.lang.IncompatibleClassChangeError: Expected");
  }

  @EveryDoor
  void an_initialiser_that_fails_is_named(Door door) {
    Failing failing = door.guard(Failing.class, work);
    String text = causeOf(() -> failing.initialise(door.ordinal()));

    assertThat(text)
        .matches(
            "could not be linked: (the initialiser of dev.tenon.scenario.ContractIT.Broken threw"
                + " java.lang.IllegalStateException|class dev.tenon.scenario.ContractIT.Broken"
                + " failed to initialise)");
  }

  @EveryDoor
  void a_clause_that_changes_its_mind_is_called_moved(Door door) {
    Failing failing = door.guard(Failing.class, work);

    work.fails = askedInVain(door) + 1;
    assertThatCause(() -> failing.move())
        .isEqualTo("moved: it was false, and true when asked again");
  }

  @EveryDoor
  void a_clause_that_threw_once_is_told_from_those_beside_it(Door door) {
    Failing failing = door.guard(Failing.class, work);

    work.throwsLeft = askedInVain(door) + 1;
    assertThatRecord(() -> failing.throwOnce(1)).blames(CONTRACT).quoting("holdsAtLast()");
    work.throwsLeft = askedInVain(door) + 1;
    assertThatCause(() -> failing.throwOnce(1))
        .isEqualTo(
            "moved: it threw java.lang.IllegalStateException: once, and was true when asked"
                + " again");
  }

  @EveryDoor
  void what_threw_without_a_trace_is_not_guessed(Door door) {
    Failing failing = door.guard(Failing.class, work);

    work.throwsLeft = askedInVain(door) + 1;
    work.thrown = new Traceless();
    assertThatCause(() -> failing.throwOnce(1))
        .isEqualTo(
            "moved: one of the clauses of this declaration threw, it is not known which, and all"
                + " were true when asked again");
  }

  @EveryDoor
  void a_failure_of_the_machine_passes(Door door) {
    Failing failing = door.guard(Failing.class, work);

    assertThatThrownBy(() -> failing.link(new OutOfMemoryError("full")))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("full");
    assertThatThrownBy(() -> failing.link(new InternalError("broken")))
        .isInstanceOf(InternalError.class);
  }

  @EveryDoor
  void a_deep_clause_is_not_to_blame_where_the_application_is_deep(Door door) throws Exception {
    Failing failing = door.guard(Failing.class, work);
    work.next = failing;
    // Classes are loaded and sites linked before the stack gets short.
    assertThatViolation(() -> failing.descend(-1, 0)).blames(CLIENT);
    assertThatRecord(() -> failing.recurse(1)).blames(CONTRACT);
    long undecided = Seams.ledger().undecided();
    AtomicInteger overflowed = new AtomicInteger();
    ConcurrentLinkedQueue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      // Some clauses have so many frames that only another stack can tell.
      int depth = i % 20 == 0 ? 300 : i % 3;
      Runnable task =
          () -> {
            try {
              failing.descend(1_000_000, depth);
            } catch (StackOverflowError expected) {
              overflowed.incrementAndGet();
            } catch (Throwable other) {
              unexpected.add(other);
            }
          };
      Thread thread = new Thread(null, task, "deep-" + i, (256L + i % 64 * 4) * 1024);
      thread.start();
      thread.join();
      threads.add(thread);
    }

    assertThat(unexpected).isEmpty();
    assertThat(overflowed).hasValue(200);
    assertThat(Seams.ledger().undecided()).isEqualTo(undecided);
    assertThatViolation(() -> failing.descend(-1, 0)).blames(CLIENT);
  }

  @EveryDoor
  void a_clause_that_fails_too_often_is_switched_off_with_a_record(Door door) {
    Failing failing = door.guard(Failing.class, work);
    try {
      assertThat(recordedBy(() -> often(failing, 100))).hasSize(100);

      List<Violation> last = recordedBy(() -> failing.often(0));

      assertThat(last).extracting(ContractIT::cause).hasSize(2);
      assertThat(cause(last.get(1)))
          .isEqualTo(
              "switched off: it failed more than 100 times within a minute; the last time it threw"
                  + " java.lang.ArithmeticException: / by zero");
      assertThat(last.get(1).toString()).contains("Seams.policy().reset(\"" + KEPT + "\")");
      assertThat(recordedBy(() -> often(failing, 200))).isEmpty();
      assertThatViolation(() -> failing.often(-1)).blames(CLIENT).quoting("n >= 0");
      assertThat(Seams.policy().table())
          .contains(
              "mode."
                  + KEPT
                  + "=off (switched off: it failed more than 100 times within a minute)");
      assertThat(Seams.status().text())
          .contains(KEPT + "  switched off: it failed more than 100 times within a minute");
    } finally {
      Seams.policy().reset(KEPT);
    }
    assertThat(Seams.status().switchedOff()).isEmpty();
    assertThat(recordedBy(() -> often(failing, 101))).hasSize(102);
    Seams.policy().reset(KEPT);
  }

  @EveryDoor
  void one_that_was_switched_off_comes_back_when_it_is_given_a_mode(Door door) {
    Failing failing = door.guard(Failing.class, work);
    try {
      recordedBy(() -> often(failing, 101));
      Seams.policy().mode(KEPT, Mode.ENFORCE);

      assertThat(recordedBy(() -> often(failing, 101))).hasSize(102);
    } finally {
      Seams.policy().reset(KEPT);
    }
  }

  /** The agent weaves the class of a checking proxy as well, which leaves the verdict to it. */
  private static int askedInVain(Door door) {
    return door == Door.PROXY_BEFORE_WOVEN && !Door.isAtBuild() ? 1 : 0;
  }

  private static void often(Failing failing, int times) {
    for (int i = 0; i < times; i++) {
      failing.often(0);
    }
  }

  private static AbstractStringAssert<?> assertThatCause(ThrowingCallable call) {
    return assertThat(causeOf(call));
  }

  private static String causeOf(ThrowingCallable call) {
    return cause(assertThatRecord(call).blames(CONTRACT).violation());
  }

  private static String cause(Violation violation) {
    return violation.cause().orElseThrow().text();
  }

  /** Every way for a clause to fail. */
  public interface Failing {
    @Requires("1 / n > 0")
    void divide(int n);

    @Requires("Integer.parseInt(card) * 1000000 < Integer.parseInt(card + card + card)")
    void secretly(@Sensitive String card);

    @Requires("ContractIT.refusing(n)")
    void refuse(int n);

    @Requires("ContractIT.recursing(n) > 0")
    void recurse(int n);

    @Requires("turn(n) > 0")
    void goRound(int n);

    int turn(int n);

    @Ensures("ContractIT.throwing(error)")
    void link(Error error);

    @Ensures("Broken.VALUE == n")
    void initialise(int n);

    @Requires("isStill()")
    void move();

    boolean isStill();

    @Requires("n > 0")
    @Requires("holdsAtLast()")
    void throwOnce(int n);

    boolean holdsAtLast();

    @Requires("reaches(depth) && n >= 0")
    int descend(int n, int depth);

    boolean reaches(int depth);

    @Requires(value = "100 / n <= 100", name = "kept")
    @Requires("n >= 0")
    void often(int n);
  }

  static boolean refusing(int n) {
    throw new Refusal();
  }

  static int recursing(int n) {
    return recursing(n) + 1;
  }

  static boolean throwing(Error error) {
    throw error;
  }

  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Traceless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Traceless() {
      super("once", null, false, false);
    }
  }

  static final class Broken {
    static final int VALUE = fail();

    private static int fail() {
      throw new IllegalStateException();
    }
  }

  /** A seam that calls back. */
  public interface Other {
    @Requires("turn(n) > 0")
    void goRound(int n);

    int turn(int n);
  }

  private record Echo(Failing failing) implements Other {
    @Override
    public void goRound(int n) {}

    @Override
    public int turn(int n) {
      return failing.turn(n) + 1;
    }
  }

  private static final class Work implements Failing {
    private Failing next = this;
    private Other other = new Echo(this);
    private int fails;
    private int throwsLeft;
    private RuntimeException thrown;

    @Override
    public void often(int n) {}

    @Override
    public void divide(int n) {}

    @Override
    public void secretly(String card) {}

    @Override
    public void refuse(int n) {}

    @Override
    public void recurse(int n) {}

    @Override
    public void goRound(int n) {}

    @Override
    public int turn(int n) {
      return other.turn(n) + 1;
    }

    @Override
    public void link(Error error) {}

    @Override
    public void initialise(int n) {}

    @Override
    public void move() {}

    @Override
    public boolean isStill() {
      return fails-- <= 0;
    }

    @Override
    public void throwOnce(int n) {}

    @Override
    public boolean holdsAtLast() {
      if (throwsLeft-- > 0) {
        throw thrown == null ? new IllegalStateException("once") : thrown;
      }
      return true;
    }

    @Override
    public int descend(int n, int depth) {
      return n == 0 ? 0 : next.descend(n - 1, depth) + 1;
    }

    @Override
    public boolean reaches(int depth) {
      return depth == 0 || reaches(depth - 1);
    }
  }
}
