package savings;

import com.sun.management.OperatingSystemMXBean;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.testkit.suite.ContractReport;
import dev.tenon.testkit.suite.ContractRun;
import dev.tenon.testkit.suite.OperationCount;
import dev.tenon.testkit.suite.Plan;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Measures how the time of a suite grows with the operations of its seam. Prints the table of
 * docs/testing.md.
 */
final class Growth {

  private static final int ROUNDS = 5;

  private Growth() {}

  /** Two operations that change something, and a query. */
  @Invariant("total() >= 0")
  public interface Two {

    @Pure
    long total();

    @Requires("by > 0 && by < 1000 - total() % 7")
    @Ensures("total() == old(total()) + by")
    void a(int by);

    @Requires("by > 0 && by <= total()")
    @Ensures("total() == old(total()) - by")
    void b(long by);
  }

  /** Four. */
  public interface Four extends Two {

    @Requires("by > 0 && by < 1000 - total() % 7")
    @Ensures("total() == old(total()) + by")
    void c(int by);

    @Requires("by > 0 && by <= total()")
    @Ensures("total() == old(total()) - by")
    void d(long by);
  }

  /** Eight. */
  public interface Eight extends Four {

    @Requires("by > 0 && by < 1000 - total() % 7")
    @Ensures("total() == old(total()) + by")
    void e(int by);

    @Requires("by > 0 && by <= total()")
    @Ensures("total() == old(total()) - by")
    void f(long by);

    @Requires("by > 0 && by < 1000 - total() % 7")
    @Ensures("total() == old(total()) + by")
    void g(int by);

    @Requires("by > 0 && by <= total()")
    @Ensures("total() == old(total()) - by")
    void h(long by);
  }

  private static final class Right implements Eight {

    private long total;

    @Override
    public long total() {
      return total;
    }

    @Override
    public void a(int by) {
      total += by;
    }

    @Override
    public void b(long by) {
      total -= by;
    }

    @Override
    public void c(int by) {
      total += by;
    }

    @Override
    public void d(long by) {
      total -= by;
    }

    @Override
    public void e(int by) {
      total += by;
    }

    @Override
    public void f(long by) {
      total -= by;
    }

    @Override
    public void g(int by) {
      total += by;
    }

    @Override
    public void h(long by) {
      total -= by;
    }
  }

  public static void main(String[] arguments) {
    System.out.println("| operations | calls | first suite of a JVM | warm |");
    System.out.println("|---|---|---|---|");
    List<Class<? super Right>> seams = List.of(Two.class, Four.class, Eight.class);
    for (Class<? super Right> seam : arguments.length == 0 ? seams : chosen(seams, arguments[0])) {
      System.out.println(row(seam));
    }
  }

  private static List<Class<? super Right>> chosen(List<Class<? super Right>> seams, String name) {
    return seams.stream().filter(each -> each.getSimpleName().equals(name)).toList();
  }

  private static String row(Class<? super Right> seam) {
    long first = 0;
    long best = Long.MAX_VALUE;
    long calls = 0;
    for (int i = 1; i <= ROUNDS; i++) {
      long begun = processorTime();
      ContractReport report = run(seam, i);
      long taken = processorTime() - begun;
      if (!report.findings().isEmpty()) {
        throw new IllegalStateException(report.text());
      }
      first = i == 1 ? taken : first;
      best = Math.min(best, taken);
      calls = accepted(report);
    }
    return String.format(
        Locale.ROOT,
        "| %d | %,d | %.1f s | %.1f s |",
        seam.getMethods().length,
        calls,
        first / 1e9,
        best / 1e9);
  }

  private static <S> ContractReport run(Class<S> seam, int seed) {
    return ContractRun.of(seam)
        .supplier("right", () -> seam.cast(new Right()))
        .plan(Plan.USUAL.seed(seed))
        .run();
  }

  /** Of all threads, the compiler's too; that of the wall depends on what else a machine does. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long accepted(ContractReport report) {
    return report.counts().values().stream()
        .flatMap(List::stream)
        .mapToLong(OperationCount::accepted)
        .sum();
  }
}
