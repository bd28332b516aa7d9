package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calls of clients are woven, and that they still do what they did. */
class CallSitesIT {

  private static final String PRICING =
      """
      package bank;
      public interface Pricing {
        int quote(int amount);
        default String label(String prefix, long number) { return prefix + number; }
        default int free() { return 0; }
      }
      """;

  private static final String FAIR =
      """
      package bank;
      public class Fair implements Pricing {
        public int quote(int amount) { return amount * 2; }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Pricing.class)
      interface PricingView {
        @Requires("amount > 0") int quote(int amount);
        @Ensures("result != null") String label(String prefix, long number);
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .source(TellingLinkage.SOURCE)
        .source(PRICING)
        .source(FAIR)
        .source(VIEW)
        .views("shop.PricingView");
  }

  private static ForkedJvm.Run ran(ForkedJvm jvm) {
    ForkedJvm.Run run = jvm.compile().run("shop.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    return run;
  }

  @Test
  void a_mirrored_call_of_a_client_meets_core() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package shop;
                    import bank.*;
                    public class Main {
                      public static void main(String[] args) {
                        Pricing pricing = new Fair();
                        System.out.println(pricing.quote(5));
                        System.out.println(pricing.label("n", 6L));
                        System.out.println(pricing.free());
                      }
                    }
                    """));
    assertThat(run.outLines())
        .containsExactly(
            "shop.Main.main at Main.java:line calls bank.Pricing.quote(5) as shop.PricingView",
            "10",
            "shop.Main.main at Main.java:line calls bank.Pricing.label(n, 6) as shop.PricingView",
            "n6",
            "0");
  }
}
