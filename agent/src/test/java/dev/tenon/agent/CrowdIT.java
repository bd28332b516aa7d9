package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads by the hundred thousand: virtual ones where the JDK has them, else fewer of the other.
 */
class CrowdIT {

  private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;
  private static final int THREADS = HAS_VIRTUAL_THREADS ? 300_000 : 18_000;

  /** What the memory in use may move by between collections, whatever was done. */
  private static final long FLAT = 4L << 20;

  @TempDir Path directory;

  @Test
  void each_thread_is_checked_and_none_leaves_anything_behind() {
    ForkedJvm.Run run =
        Product.processed(directory)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Vault {
                  @Requires("Vault.isGood(amount)") @Ensures("result == old(amount)") long take(long amount);
                  static boolean isGood(long amount) { return amount > 0; }
                }
                """)
            .source(
                """
                package bank;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                public class Main {
                  static final int AT_ONCE = Runtime.version().feature() >= 21 ? 10_000 : 100;
                  static final AtomicLong REFUSED = new AtomicLong();
                  static final AtomicLong PASSED = new AtomicLong();
                  static final AtomicLong VIRTUAL = new AtomicLong();
                  static Thread start(Runnable task) throws Exception {
                    if (Runtime.version().feature() >= 21) {
                      return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class)
                          .invoke(null, task);
                    }
                    Thread thread = new Thread(task);
                    thread.start();
                    return thread;
                  }
                  static boolean isVirtual() {
                    try {
                      return (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
                    } catch (ReflectiveOperationException older) {
                      return false;
                    }
                  }
                  static void crowd(Vault vault, int threads) throws Exception {
                    Semaphore atOnce = new Semaphore(AT_ONCE);
                    for (int i = 0; i < threads; i++) {
                      long amount = i % 10 == 0 ? -1 : i;
                      atOnce.acquire();
                      start(() -> {
                        VIRTUAL.addAndGet(isVirtual() ? 1 : 0);
                        try {
                          PASSED.addAndGet(vault.take(amount) == amount ? 1 : 0);
                        } catch (AssertionError broken) {
                          REFUSED.incrementAndGet();
                        } finally {
                          atOnce.release();
                        }
                      });
                    }
                    atOnce.acquire(AT_ONCE);
                  }
                  static long used() {
                    long least = Long.MAX_VALUE;
                    for (int i = 0; i < 5; i++) {
                      System.gc();
                      Runtime runtime = Runtime.getRuntime();
                      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
                    }
                    return least;
                  }
                  public static void main(String[] args) throws Exception {
                    int threads = Integer.parseInt(args[0]);
                    Vault vault = amount -> amount;
                    crowd(vault, threads / 3);
                    long before = used();
                    crowd(vault, threads / 3);
                    crowd(vault, threads / 3);
                    long after = used();
                    System.out.println("refused " + REFUSED + " passed " + PASSED);
                    System.out.println("virtual " + VIRTUAL);
                    System.out.println("flat " + (after - before < Long.parseLong(args[1])));
                    System.out.println("errors " + dev.tenon.Seams.status().errors());
                    System.err.println("before " + before + " after " + after);
                  }
                }
                """)
            .flags("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4")
            .patience(180)
            .compile()
            .run("bank.Main", Integer.toString(THREADS), Long.toString(FLAT));
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly(
            "refused " + THREADS / 10 + " passed " + THREADS / 10 * 9,
            "virtual " + (HAS_VIRTUAL_THREADS ? THREADS : 0),
            "flat true",
            "errors 0");
  }
}
