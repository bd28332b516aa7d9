package dev.tenon.scenario;

import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Seam;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A guarantee over state that other threads change: nobody is blamed for what an overlap may have
 * done, and everybody for what it cannot have.
 *
 * <p>Each test has a seam of its own: what is known of the threads is known by contract.
 */
class SharedStateIT implements Scenario {

  private static final int CALLS = Integer.getInteger("tenon.shared.calls", 20_000);

  @EveryDoor
  void one_thread_alone_is_judged_at_once(Door door) {
    Alone wrong = door.guard(Alone.class, new WrongAlone());

    assertThatViolation(() -> wrong.add(1)).blames(SUPPLIER).seeing("total()", "2");
  }

  @EveryDoor
  void a_synchronized_supplier_is_never_blamed(Door door) throws Exception {
    long before = Seams.ledger().violations();

    race(door.guard(Counter.class, new SynchronizedCounter()));

    assertThat(Seams.ledger().violations()).isEqualTo(before);
  }

  @EveryDoor
  void a_supplier_with_a_lock_is_never_blamed(Door door) throws Exception {
    long before = Seams.ledger().violations();

    race(door.guard(Counter.class, new LockedCounter()));

    assertThat(Seams.ledger().violations()).isEqualTo(before);
  }

  @EveryDoor
  void a_wrong_supplier_is_blamed_where_nothing_overlapped(Door door) throws Exception {
    Wrong wrong = door.guard(Wrong.class, new WrongCounter());
    inAnotherThread(() -> wrong.add(0));
    beginCounting(() -> wrong.add(1));

    assertThatViolation(() -> wrong.add(1)).blames(SUPPLIER);
    inAnotherThread(() -> assertThatViolation(() -> wrong.add(1)).blames(SUPPLIER));
  }

  @Test
  void the_first_that_is_false_begins_the_counting() throws Exception {
    First wrong = Door.open().get(0).guard(First.class, new WrongFirst());
    inAnotherThread(() -> wrong.add(0));

    List<Violation> recorded = recorded(() -> wrong.add(1));

    assertThat(recorded).singleElement().satisfies(SharedStateIT::isNotCounted);
    assertThatViolation(() -> wrong.add(1)).blames(SUPPLIER);
  }

  private static void isNotCounted(Violation violation) {
    assertThat(violation.blamed()).isEqualTo(CONTRACT);
    assertThat(violation.cause().orElseThrow().text())
        .startsWith("state may have moved")
        .contains("not counted yet");
  }

  @EveryDoor
  void an_overlap_is_told_with_how_many_were_in_flight(Door door) throws Exception {
    CyclicBarrier inside = new CyclicBarrier(2);
    Meeting meeting = door.guard(Meeting.class, new MeetingCounter(inside));
    inAnotherThread(() -> meeting.add(0));
    beginCounting(() -> meeting.add(1));
    List<Thread> threads = List.of(new Thread(meeting::meet), new Thread(meeting::meet));

    List<Violation> recorded = recorded(() -> run(threads));

    assertThat(recorded)
        .isNotEmpty()
        .allSatisfy(
            violation -> {
              assertThat(violation.blamed()).isEqualTo(CONTRACT);
              assertThat(violation.cause().orElseThrow().kind()).isEqualTo(Cause.Kind.SHARED);
              assertThat(violation.cause().orElseThrow().text())
                  .isEqualTo("state may have moved: 2 handoffs were in flight");
            });
  }

  @EveryDoor
  void a_nested_call_of_the_same_thread_is_no_overlap(Door door) throws Exception {
    Nested nested = door.guard(Nested.class, new NestingCounter());
    inAnotherThread(() -> nested.add(0));
    beginCounting(() -> nested.add(1));

    assertThatViolation(() -> nested.twice(1)).blames(SUPPLIER);
  }

  @EveryDoor
  void what_an_old_value_calls_is_no_handoff_that_ended(Door door) throws Exception {
    Asked wrong = door.guard(Asked.class, new WrongAsked());
    inAnotherThread(() -> wrong.add(0));
    beginCounting(() -> wrong.add(1));

    assertThatViolation(() -> wrong.add(1)).blames(SUPPLIER);
  }

  @EveryDoor
  void a_confined_seam_is_always_judged(Door door) throws Exception {
    Confined wrong = door.guard(Confined.class, new WrongConfined());
    inAnotherThread(() -> wrong.add(0));

    assertThatViolation(() -> wrong.add(1)).blames(SUPPLIER);
  }

  /** The first that is false begins it; through a further door it has begun. */
  static void beginCounting(Runnable wrong) {
    try {
      wrong.run();
    } catch (ContractViolation begun) {
      assertThat(begun.violation().blamed()).isEqualTo(SUPPLIER);
    }
  }

  private static void race(Counter counter) throws InterruptedException {
    List<Throwable> blamed = new ArrayList<>();
    Runnable adding =
        () -> {
          try {
            for (int i = 0; i < CALLS; i++) {
              counter.add(1);
            }
          } catch (ContractViolation violation) {
            synchronized (blamed) {
              blamed.add(violation);
            }
          }
        };
    run(List.of(new Thread(adding), new Thread(adding)));

    assertThat(blamed).isEmpty();
    assertThat(counter.total()).isEqualTo(2 * CALLS);
  }

  private static void run(List<Thread> threads) throws InterruptedException {
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static void inAnotherThread(Runnable work) throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    Thread thread = new Thread(work);
    thread.setUncaughtExceptionHandler((in, failure) -> failures.add(failure));
    run(List.of(thread));
    assertThat(failures).isEmpty();
  }

  static List<Violation> recorded(Work work) throws Exception {
    List<Violation> recorded = new ArrayList<>();
    Consumer<Violation> listener =
        violation -> {
          synchronized (recorded) {
            recorded.add(violation);
          }
        };
    Seams.ledger().onRecord(listener);
    try {
      work.run();
    } finally {
      Seams.ledger().forget(listener);
    }
    return recorded;
  }

  interface Work {
    void run() throws Exception;
  }

  /** A seam for right suppliers that two threads use. */
  public interface Counter {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    int total();
  }

  private static final class SynchronizedCounter implements Counter {
    private int total;

    @Override
    public synchronized void add(int n) {
      total += n;
    }

    @Override
    public synchronized int total() {
      return total;
    }
  }

  private static final class LockedCounter implements Counter {
    private final Lock lock = new ReentrantLock();
    private int total;

    @Override
    public void add(int n) {
      lock.lock();
      try {
        total += n;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int total() {
      lock.lock();
      try {
        return total;
      } finally {
        lock.unlock();
      }
    }
  }

  /** A seam that one thread alone uses. */
  public interface Alone {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    int total();
  }

  private static final class WrongAlone implements Alone {
    private int total;

    @Override
    public void add(int n) {
      total += 2 * n;
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** A seam that two threads use one after the other. */
  public interface Wrong {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    int total();
  }

  private static final class WrongCounter implements Wrong {
    private int total;

    @Override
    public void add(int n) {
      total += 2 * n;
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** A seam of which one failure is the first. */
  public interface First {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    int total();
  }

  private static final class WrongFirst implements First {
    private int total;

    @Override
    public void add(int n) {
      total += 2 * n;
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** A seam in which two threads meet. */
  public interface Meeting {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    @Ensures("total() == old(total()) + 1")
    void meet();

    int total();
  }

  private static final class MeetingCounter implements Meeting {
    private final CyclicBarrier inside;
    private int total;

    MeetingCounter(CyclicBarrier inside) {
      this.inside = inside;
    }

    @Override
    public void add(int n) {
      total += 2 * n;
    }

    @Override
    public void meet() {
      try {
        inside.await();
        synchronized (this) {
          total++;
        }
        inside.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public synchronized int total() {
      return total;
    }
  }

  /** A seam whose supplier calls itself. */
  public interface Nested {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    @Ensures("total() == old(total()) + n")
    void twice(int n);

    int total();
  }

  private static final class NestingCounter implements Nested {
    private int total;
    private boolean isRight;

    @Override
    public void add(int n) {
      total += isRight ? n : 2 * n;
    }

    @Override
    public void twice(int n) {
      isRight = true;
      add(n);
      add(n);
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** A seam whose clause asks what has a clause of its own. */
  public interface Asked {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    @Ensures("result >= 0")
    int total();
  }

  private static final class WrongAsked implements Asked {
    private int total;

    @Override
    public void add(int n) {
      total += 2 * n;
    }

    @Override
    public int total() {
      return total;
    }
  }

  /** A seam whose suppliers are used by one thread at a time. */
  @Seam(confined = true)
  public interface Confined {
    @Ensures("total() == old(total()) + n")
    void add(int n);

    int total();
  }

  private static final class WrongConfined implements Confined {
    private int total;

    @Override
    public void add(int n) {
      total += 2 * n;
    }

    @Override
    public int total() {
      return total;
    }
  }
}
