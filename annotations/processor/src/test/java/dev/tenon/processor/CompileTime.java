package dev.tenon.processor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Measures what contracts cost at compile time: 200 seams of 20 clauses, with and without the
 * processor. The budget is 3 seconds more.
 */
public final class CompileTime {

  private static final int SEAMS = 200;
  private static final int RUNS = 5;

  private static final String SEAM =
      """
      package bank;
      import dev.tenon.contract.*;
      import java.util.List;
      public interface Seam%d {
        long MAX = 1_000_000; boolean isOpen(); List<String> log();
        @Requires("amount > 0") @Requires("amount <= from.balance()") @Requires("from != to")
        @Requires("!from.id().equals(to.id())") @Requires("amount < MAX") @Requires("isOpen()")
        @Ensures("from.balance() == old(from.balance()) - amount") @Ensures("result.amount() == amount")
        @Ensures("from.balance() + to.balance() == old(from.balance() + to.balance())")
        @Ensures("result.from().equals(from.id())")
        Receipt transfer(Account from, Account to, long amount);
        @Requires("text != null && !text.isBlank()") @Requires("text.length() < 100")
        @Requires("tags.stream().allMatch(tag -> tag.length() < 20)") @Requires("tags.size() <= 5")
        @Ensures("log().size() >= old(log().size())") @Ensures("log().contains(text)")
        void note(String text, List<String> tags);
        @Requires("account instanceof Account a && a.balance() >= 0") @Requires("limit >= 0 && limit < MAX")
        @Ensures("result || account == null") @Ensures("result ? limit > 0 : limit >= 0")
        boolean allow(Object account, long limit);
        interface Account { String id(); long balance(); }
        record Receipt(String from, long amount) {}
      }
      """;

  private CompileTime() {}

  /** What one run took, in milliseconds: by the clock, and of its thread's own processor time. */
  private record Took(long clock, long processor) {}

  /**
   * Prints the medians in milliseconds. On a loaded machine the processor time says more than the
   * clock.
   *
   * @param arguments none
   */
  public static void main(String... arguments) {
    List<Took> with = new ArrayList<>();
    List<Took> without = new ArrayList<>();
    for (int run = -1; run < RUNS; run++) {
      Took plain = run(false);
      Took compiled = run(true);
      if (run >= 0) {
        without.add(plain);
        with.add(compiled);
      }
    }
    System.out.printf(
        "%d seams x 20 clauses, JDK %s, budget + 3000 ms%n", SEAMS, Runtime.version().feature());
    print("clock", with, without, Took::clock);
    print("processor time", with, without, Took::processor);
  }

  private static void print(
      String what, List<Took> with, List<Took> without, ToLongFunction<Took> figure) {
    long before = median(without, figure);
    long after = median(with, figure);
    System.out.printf(
        "%s: without %d ms, with %d ms, + %d ms%n", what, before, after, after - before);
  }

  private static long median(List<Took> runs, ToLongFunction<Took> figure) {
    return runs.stream()
        .map(figure::applyAsLong)
        .sorted(Comparator.naturalOrder())
        .toList()
        .get(runs.size() / 2);
  }

  private static Took run(boolean processed) {
    Compilation.Setup setup = Compilation.of("bank.Seam0", SEAM.formatted(0));
    for (int seam = 1; seam < SEAMS; seam++) {
      setup.source("bank.Seam" + seam, SEAM.formatted(seam));
    }
    setup.options("-Xlint:none");
    if (!processed) {
      setup.options("-proc:none").processors();
    }
    long start = System.nanoTime();
    long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Compilation compilation = setup.run();
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
    long took = System.nanoTime() - start;
    if (!compilation.isSuccessful()) {
      throw new IllegalStateException(compilation.errors().toString());
    }
    return new Took(took / 1_000_000, used / 1_000_000);
  }
}
