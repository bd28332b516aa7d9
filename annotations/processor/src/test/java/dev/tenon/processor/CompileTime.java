package dev.tenon.processor;

import java.util.Arrays;

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

  /**
   * Prints the medians in milliseconds.
   *
   * @param arguments none
   */
  public static void main(String... arguments) {
    long[] with = new long[RUNS];
    long[] without = new long[RUNS];
    for (int run = -1; run < RUNS; run++) {
      long plain = run(false);
      long compiled = run(true);
      if (run >= 0) {
        without[run] = plain;
        with[run] = compiled;
      }
    }
    Arrays.sort(with);
    Arrays.sort(without);
    long more = with[RUNS / 2] - without[RUNS / 2];
    System.out.printf(
        "%d seams x 20 clauses, JDK %s: without %d ms, with %d ms, + %d ms (budget + 3000 ms)%n",
        SEAMS, Runtime.version().feature(), without[RUNS / 2], with[RUNS / 2], more);
  }

  private static long run(boolean processed) {
    Compilation.Setup setup = Compilation.of("bank.Seam0", SEAM.formatted(0));
    for (int seam = 1; seam < SEAMS; seam++) {
      setup.source("bank.Seam" + seam, SEAM.formatted(seam));
    }
    setup.options("-Xlint:none");
    if (!processed) {
      setup.options("-proc:none").processors();
    }
    long start = System.nanoTime();
    Compilation compilation = setup.run();
    long took = (System.nanoTime() - start) / 1_000_000;
    if (!compilation.isSuccessful()) {
      throw new IllegalStateException(compilation.errors().toString());
    }
    return took;
  }
}
