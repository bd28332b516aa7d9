package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A woven call fails as the plain one does, also where the JVM cannot link what it is of. */
class CallErrorsIT {

  private static final String PRICING =
      """
      package bank;
      public interface Pricing {
        int quote(int amount);
        default int gone(int amount) { return amount; }
        default int with(Extra extra) { return extra == null ? 0 : 1; }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Pricing.class)
      interface PricingView {
        @Requires("amount > 0") int quote(int amount);
        @Requires("amount > 0") int gone(int amount);
        @Requires("extra == null") int with(bank.Extra extra);
      }
      """;

  private static final String MAIN =
      """
      package shop;
      import bank.*;
      public class Main {
        interface Call { int now() throws Throwable; }
        static class Fair implements Pricing {
          public int quote(int amount) {
            if (amount < 0) {
              throw new IllegalArgumentException("negative");
            }
            return amount * 2;
          }
        }
        static class Other {}
        static int onNull() { Pricing none = null; return none.quote(1); }
        static int onNullClass() { Fair none = null; return none.quote(1); }
        static int onNullReference() {
          java.util.function.ToIntBiFunction<Pricing, Integer> quote = Pricing::quote;
          return quote.applyAsInt(null, 1);
        }
        static int thrown() { return new Fair().quote(-1); }
        static int gone() { return new Fair().gone(1); }
        static int goneOfSeam() { return ((Pricing) new Fair()).gone(1); }
        static int with() { return new Fair().with(null); }
        static int onAbsent(Absent absent) { return absent.quote(1); }
        static int stackIsFull() { return depth++ < 0 ? 0 : new Deep().quote(1); }
        static int depth;
        static class Deep implements Pricing {
          public int quote(int amount) { return new Deep().quote(amount) + 1; }
        }
        static void show(Call call) {
          for (int i = 0; i < 2; i++) {
            try {
              System.out.println(call.now());
            } catch (Throwable e) {
              System.out.println(e.getClass().getName() + ": "
                  + String.valueOf(e.getMessage()).replaceAll(" because .*", ""));
              for (int k = 0; k < 3; k++) {
                System.out.println("  " + (e instanceof StackOverflowError
                    || e.getStackTrace()[k].getClassName().startsWith("jdk.internal.loader.")
                    ? "" : e.getStackTrace()[k]));
              }
            }
          }
        }
        public static void main(String[] args) {
          show(Main::onNull);
          show(Main::onNullClass);
          show(Main::onNullReference);
          show(Main::thrown);
          show(Main::gone);
          show(Main::goneOfSeam);
          show(Main::with);
          show(() -> onAbsent(null));
          show(Main::stackIsFull);
          System.out.println(new Fair().quote(7));
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm application(int agents) throws IOException {
    ForkedJvm application =
        new ForkedJvm(directory)
            .agents(agents)
            .flags("-Xss512k")
            .source(
                TellingLinkage.SOURCE.replaceAll(
                    "System.out.println.site", "System.getProperty(site"))
            .source("package bank;\npublic class Extra {}\n")
            .source(
                "package bank;\npublic class Absent implements Pricing {\n"
                    + "public int quote(int n) { return n; } }\n")
            .source(PRICING)
            .source(VIEW)
            .source(MAIN)
            .views("shop.PricingView")
            .compile();
    // As with another version of the jar.
    application.source(PRICING.replaceAll(".*gone.*", "")).compile();
    Files.delete(application.classes().resolve("bank/Absent.class"));
    Files.delete(application.classes().resolve("bank/Extra.class"));
    return application;
  }

  @Test
  void a_call_fails_as_the_plain_one_does() throws IOException {
    List<String> plain = application(0).run("shop.Main").outLines();
    ForkedJvm.Run run = application(1).run("shop.Main");
    assertThat(run.outLines()).isEqualTo(plain);
    assertThat(run.err().lines().skip(1))
        .containsExactly(
            "tenon: view shop.PricingView is not enforced: shop.Main calls with, and bank.Extra is"
                + " not on the class path; add its jar");
  }
}
