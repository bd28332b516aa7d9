package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a woven body gives and throws is what it gave and threw before. */
class BodiesIT {

  @TempDir Path directory;

  @Test
  void every_width_and_every_way_out_keeps_its_meaning() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .flags("-Xverify:all")
            .source(TellingLinkage.SOURCE)
            .source(
                """
                    package bank;
                    import dev.tenon.contract.*;
                    interface Wide {
                      @Requires("x") double all(boolean z, byte b, short s, char c, int i, long j,
                          float f, double d, String t, int[] a);
                      @Requires("x") float f(float f);
                      @Requires("x") long j(long j);
                      @Requires("x") boolean z(boolean z);
                      @Requires("x") char c(char c);
                      @Requires("x") byte b(byte b);
                      @Requires("x") short s(short s);
                      @Requires("x") int[] a(int[] a);
                      @Requires("x") void nothing();
                      @Requires("x") int reassigned(long a, int b, String c);
                      @Requires("x") int loop(int n);
                      @Requires("x") int never(int n) throws Exception;
                      @Requires("x") int sometimes(int n);
                      @Requires("x") void forever(int n);
                      @Requires("x") String choose(Object o);
                    }
                    class Body implements Wide {
                      public double all(boolean z, byte b, short s, char c, int i, long j,
                          float f, double d, String t, int[] a) { return d; }
                      public float f(float f) { return f; }
                      public long j(long j) { return j; }
                      public boolean z(boolean z) { return z; }
                      public char c(char c) { return c; }
                      public byte b(byte b) { return b; }
                      public short s(short s) { return s; }
                      public int[] a(int[] a) { return a; }
                      public synchronized void nothing() {}
                      public int reassigned(long a, int b, String c) {
                        a = 0; b++; c = null;
                        return b;
                      }
                      public int loop(int n) {
                        while (true) { if (n-- <= 0) { return n; } }
                      }
                      public int never(int n) throws Exception {
                        throw new java.io.IOException("always");
                      }
                      public int sometimes(int n) {
                        for (int i = 0; ; i++) {
                          try {
                            if (i > n) { return i; }
                            if (i == 2) { throw new IllegalStateException("two"); }
                          } catch (IllegalStateException two) {
                            if (n > 5) { throw two; }
                          } finally {
                            n--;
                          }
                        }
                      }
                      public void forever(int n) {
                        do { if (n == 0) { throw new RuntimeException("end"); } n--; } while (true);
                      }
                      public String choose(Object o) {
                        return switch (o instanceof String s ? s : o == null ? "null" : "other") {
                          case "a", "b" -> "letter";
                          case "null" -> { Object p = o; yield p + "!"; }
                          default -> o instanceof Integer i && i > 3 ? "big" : "other";
                        };
                      }
                    }
                    public class Main {
                      interface Call { Object call() throws Exception; }
                      static void show(Call call) {
                        try {
                          System.out.println(call.call());
                        } catch (Exception thrown) {
                          System.out.println("thrown " + thrown);
                        }
                      }
                      public static void main(String[] args) {
                        Wide w = new Body();
                        show(() -> w.all(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, "t", new int[] {8}));
                        show(() -> w.f(1.5f));
                        show(() -> w.j(1L << 40));
                        show(() -> w.z(true));
                        show(() -> w.c('x'));
                        show(() -> w.b((byte) -1));
                        show(() -> w.s((short) -2));
                        show(() -> w.a(new int[] {1, 2}).length);
                        show(() -> { w.nothing(); return null; });
                        show(() -> w.reassigned(1, 2, "three"));
                        show(() -> w.loop(3));
                        show(() -> w.never(1));
                        show(() -> w.sometimes(1));
                        show(() -> w.sometimes(9));
                        show(() -> { w.forever(2); return null; });
                        show(() -> w.choose("a"));
                        show(() -> w.choose(null));
                        show(() -> w.choose(4));
                      }
                    }
                    """)
            .index("bank.Wide")
            .compile()
            .run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines().stream().filter(line -> !line.startsWith("enter")))
        .containsExactly(
            "exit bank.Body.all(true, 1, 2, c, 4, 5, 6.0, 7.0, t, [8]) = 7.0",
            "7.0",
            "exit bank.Body.f(1.5) = 1.5",
            "1.5",
            "exit bank.Body.j(1099511627776) = 1099511627776",
            "1099511627776",
            "exit bank.Body.z(true) = true",
            "true",
            "exit bank.Body.c(x) = x",
            "x",
            "exit bank.Body.b(-1) = -1",
            "-1",
            "exit bank.Body.s(-2) = -2",
            "-2",
            "exit bank.Body.a([1, 2]) = [1, 2]",
            "2",
            "exit bank.Body.nothing()",
            "null",
            "exit bank.Body.reassigned(1, 2, three) = 3",
            "3",
            "exit bank.Body.loop(3) = -1",
            "-1",
            "exit bank.Body.never(1) threw java.io.IOException: always",
            "thrown java.io.IOException: always",
            "exit bank.Body.sometimes(1) = 1",
            "1",
            "exit bank.Body.sometimes(9) threw java.lang.IllegalStateException: two",
            "thrown java.lang.IllegalStateException: two",
            "exit bank.Body.forever(2) threw java.lang.RuntimeException: end",
            "thrown java.lang.RuntimeException: end",
            "exit bank.Body.choose(a) = letter",
            "letter",
            "exit bank.Body.choose(null) = null!",
            "null!",
            "exit bank.Body.choose(4) = big",
            "big");
    assertThat(run.outLines()).filteredOn(line -> line.startsWith("enter")).hasSize(18);
  }
}
