package dev.tenon.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Throws;
import dev.tenon.model.Mode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A holding call of woven code allocates nothing, also after violations at the same site. */
class WovenAllocationIT implements Scenario {

  private static final int CALLS = 200_000;
  private static final long PATIENCE = 30_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void leaf_clauses_and_old_of_a_primitive() {
    Meter meter = new CountingMeter();

    assertThat(bytesAfterViolations(() -> hold(meter), () -> meter.add(-1), () -> meter.add(13)))
        .isZero();
  }

  /** A call that meets many classes takes no body in: each is compiled by itself. */
  @Test
  void leaf_clauses_and_old_of_a_primitive_in_bodies_that_no_caller_takes_in() {
    Meter[] meters = {
      n -> n == 13 ? 0 : n + 1,
      n -> n == 13 ? 1 : n + 1,
      n -> n == 13 ? 2 : n + 1,
      new CountingMeter(),
      new SteppingMeter(),
      new LeapingMeter()
    };
    Modes.set("WovenAllocationIT$*", Mode.OBSERVE);
    for (Meter meter : meters) {
      violate(() -> meter.add(-1), () -> meter.add(13));
    }

    assertThat(bytes(() -> holdInTurn(meters))).isZero();
  }

  /** The JVM inlines no branch before its 30th call, so that what is handed to one exists. */
  @Test
  void old_of_a_primitive_after_a_single_violation() {
    Meter meter = new LonelyMeter();
    hold(meter);
    Modes.set("WovenAllocationIT$*", Mode.OBSERVE);
    for (int i = 0; i < 20; i++) {
      hold(meter);
    }
    long before = Seams.ledger().violations();
    meter.add(13);

    assertThat(Seams.ledger().violations() - before).isEqualTo(1);
    assertThat(bytes(() -> hold(meter))).isZero();
  }

  @Test
  void twenty_four_clauses_and_old_of_a_primitive() {
    Many many = new HonestMany();

    assertThat(bytesAfterViolations(() -> holdMany(many), () -> many.many(-1), () -> many.many(13)))
        .isZero();
  }

  @Test
  void an_exception_clause_with_a_condition() {
    Gate gate = new SoundGate();

    assertThat(bytesAfterViolations(() -> holdGate(gate), () -> gate.pass(-1), () -> gate.pass(13)))
        .isZero();
  }

  @Test
  void an_invariant() {
    Range range = new Range();

    assertThat(bytesAfterViolations(() -> holdRange(range), range::breakOnce, range::breakOnce))
        .isZero();
  }

  @Test
  void an_invariant_once_seen_open() {
    Tracked tracked = new Tracked();
    tracked.moveBothWays(1);

    assertThat(
            bytesAfterViolations(
                () -> holdTracked(tracked), tracked::breakOnce, tracked::breakOnce))
        .isZero();
  }

  /** Neither a lane nor anything else: there is nothing to remember from entry to exit. */
  @Test
  void a_new_thread_needs_nothing_for_leaf_clauses() throws Exception {
    Successor successor = new PlainSuccessor();
    long[] bytes = {-1};
    for (int i = 0; i < 200 && bytes[0] != 0; i++) {
      holdSuccessor(successor);
      Thread thread =
          new Thread(
              () -> {
                THREADS.getCurrentThreadAllocatedBytes();
                long before = THREADS.getCurrentThreadAllocatedBytes();
                successor.next(1);
                bytes[0] = THREADS.getCurrentThreadAllocatedBytes() - before;
              });
      thread.start();
      thread.join();
    }

    assertThat(bytes[0]).isZero();
  }

  @Test
  void constraints_also_on_what_is_in_a_list_after_containers_of_many_types() {
    Post post = new SwiftPost();
    List<String> receivers = new ArrayList<>(List.of("Ada", "Grace", "Barbara"));
    for (int i = 0; i < CALLS / 10; i++) {
      post.sort(new LinkedList<>(receivers));
      post.sort(new HashSet<>(receivers));
      post.sort(new ArrayDeque<>(receivers));
      post.sort(Arrays.asList("Ada", "Grace"));
    }

    assertThat(
            bytesAfterViolations(
                () -> holdPost(post, receivers),
                () -> post.send(receivers, "letter", 0),
                () -> post.send(List.of(" "), "letter", 1)))
        .isZero();
  }

  private static long holdPost(Post post, List<String> receivers) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += post.send(receivers, "letter", 1);
    }
    return sum;
  }

  private static long holdGate(Gate gate) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += gate.pass(1);
    }
    return sum;
  }

  private static long holdRange(Range range) {
    range.low = range.high;
    for (int i = 0; i < CALLS; i++) {
      range.move(1);
    }
    return 0;
  }

  private static long holdTracked(Tracked tracked) {
    tracked.low = tracked.high;
    for (int i = 0; i < CALLS; i++) {
      tracked.move(1);
    }
    return 0;
  }

  private static long hold(Meter meter) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += meter.add(1);
    }
    return sum;
  }

  private static long holdInTurn(Meter[] meters) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += meters[i % meters.length].add(1);
    }
    return sum;
  }

  private static long holdSuccessor(Successor successor) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += successor.next(1);
    }
    return sum;
  }

  private static long holdMany(Many many) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += many.many(1);
    }
    return sum;
  }

  private static long bytesAfterViolations(Work work, Work broken, Work wrong) {
    work.run();
    Modes.set("WovenAllocationIT$*", Mode.OBSERVE);
    work.run();
    violate(broken, wrong);
    return bytes(work);
  }

  private static void violate(Work broken, Work wrong) {
    long before = Seams.ledger().violations();
    for (int i = 0; i < 1_000; i++) {
      broken.run();
      wrong.run();
    }
    assertThat(Seams.ledger().violations() - before).isEqualTo(2_000);
  }

  /** The fewest bytes of a round, since the JIT compiler takes some time to get there. */
  private static long bytes(Work work) {
    long fewest = Long.MAX_VALUE;
    long end = System.nanoTime() + PATIENCE;
    while (fewest > 0 && System.nanoTime() < end) {
      long start = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - start;
      // A round's own bookkeeping is below a byte for each call.
      fewest = Math.min(fewest, bytes / CALLS);
    }
    return fewest;
  }

  private interface Work {
    long run();
  }

  /** A seam with an old value. */
  public interface Meter {
    @Requires("n > 0")
    @Ensures("result == old(n) + 1")
    long add(long n);
  }

  private static final class CountingMeter implements Meter {
    @Override
    public long add(long n) {
      return n == 13 ? 0 : n + 1;
    }
  }

  private static final class LonelyMeter implements Meter {
    @Override
    public long add(long n) {
      return n == 13 ? 3 : n - 1 + 2;
    }
  }

  private static final class SteppingMeter implements Meter {
    @Override
    public long add(long n) {
      return n == 13 ? 1 : 1 + n;
    }
  }

  private static final class LeapingMeter implements Meter {
    @Override
    public long add(long n) {
      return n == 13 ? 2 : n + 2 - 1;
    }
  }

  /** A seam without old values. */
  public interface Successor {
    @Requires("n > 0")
    @Ensures("result > n")
    long next(long n);
  }

  private static final class PlainSuccessor implements Successor {
    @Override
    public long next(long n) {
      return n + 1;
    }
  }

  /** A seam with many clauses. */
  public interface Many {
    @Requires("n + 1 > 1")
    @Requires("n + 2 > 2")
    @Requires("n + 3 > 3")
    @Requires("n + 4 > 4")
    @Requires("n + 5 > 5")
    @Requires("n + 6 > 6")
    @Requires("n + 7 > 7")
    @Requires("n + 8 > 8")
    @Requires("n + 9 > 9")
    @Requires("n + 10 > 10")
    @Requires("n + 11 > 11")
    @Requires("n + 12 > 12")
    @Requires("n + 13 > 13")
    @Requires("n + 14 > 14")
    @Requires("n + 15 > 15")
    @Requires("n + 16 > 16")
    @Requires("n + 17 > 17")
    @Requires("n + 18 > 18")
    @Requires("n + 19 > 19")
    @Requires("n + 20 > 20")
    @Requires("n + 21 > 21")
    @Requires("n + 22 > 22")
    @Requires("n + 23 > 23")
    @Requires("n + 24 > 24")
    @Ensures("result == old(n) + 1")
    long many(long n);
  }

  private static final class HonestMany implements Many {
    @Override
    public long many(long n) {
      return n == 13 ? 0 : n + 1;
    }
  }

  /** A seam that says when it throws. */
  public interface Gate {
    @Requires("n > 0")
    @Throws(value = IllegalStateException.class, when = "n == 13")
    long pass(long n);
  }

  private static final class SoundGate implements Gate {
    @Override
    public long pass(long n) {
      return n;
    }
  }

  /** A seam with constraints. */
  @Seam
  public interface Post {
    int send(List<@NotBlank String> receivers, @NotNull Object what, @Positive long weight);

    int sort(Collection<@NotBlank String> receivers);
  }

  private static final class SwiftPost implements Post {
    @Override
    public int send(List<String> receivers, Object what, long weight) {
      return receivers.size();
    }

    @Override
    public int sort(Collection<String> receivers) {
      return receivers.size();
    }
  }

  /** A class that keeps an invariant. */
  @Invariant("low <= high")
  public static class Range {
    long low;
    long high;

    void move(long by) {
      low += by;
      high += by;
    }

    long breakOnce() {
      low = high + 1;
      return 0;
    }
  }

  /** A class that breaks its invariant inside its own calls. */
  @Invariant("low <= high")
  public static class Tracked {
    long low;
    long high;

    void move(long by) {
      low += by;
      high += by;
    }

    void moveBothWays(long by) {
      low += 2 * by;
      moveHigh(2 * by);
    }

    void moveHigh(long by) {
      low++;
      move(0);
      low--;
      high += by;
    }

    long breakOnce() {
      low = high + 1;
      return 0;
    }
  }
}
