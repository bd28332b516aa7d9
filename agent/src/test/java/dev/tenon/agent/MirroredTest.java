package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.linking.Invocations;
import dev.tenon.model.settings.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes are clients of a view's component, and what of them is changed. */
class MirroredTest {

  private static final String PRICING =
      """
      package bank;
      public interface Pricing {
        int quote(int amount);
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Pricing.class)
      interface PricingView {
        @Requires("amount > 0") int quote(int amount);
      }
      """;

  @TempDir Path directory;

  private final Realms realms = new Realms();

  private Presence presence = new Presence(realms, Settings.defaults());

  private ForkedJvm application() {
    return new ForkedJvm(directory).source(PRICING).source(VIEW).views("shop.PricingView");
  }

  private static String client(String packaged, String name) {
    return """
        package %s;
        public class %s {
          int ask(bank.Pricing pricing) {
            return pricing.quote(1)
                + pricing.quote(2);
          }
          static int other(java.util.List<String> list) { return list.size(); }
        }
        """
        .formatted(packaged, name);
  }

  /** What becomes of a class; null when it stays as it is. */
  private byte[] transformed(ForkedJvm application, String name) throws IOException {
    URL[] classes = {application.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      byte[] bytes = ClassFiles.read(loader, name);
      return transformer().transform(Object.class.getModule(), loader, name, null, null, bytes);
    }
  }

  private Transformer transformer() {
    Lineages lineages = new Lineages(realms, presence);
    Mirrored mirrored = new Mirrored(realms, lineages, presence);
    Wants wants = new Wants(realms, lineages, presence, mirrored);
    return new Transformer(realms, lineages, presence, wants, new Clients(null));
  }

  @Test
  void a_class_outside_the_component_stays_as_it_is() throws IOException {
    ForkedJvm application =
        application()
            .source(client("shop", "In"))
            .source(client("shop.below", "Below"))
            .source(client("shopping", "Similar"))
            .source(client("bank", "Own"))
            .compile();
    assertThat(transformed(application, "shop/In")).isNotNull();
    assertThat(transformed(application, "shop/below/Below")).isNotNull();
    assertThat(transformed(application, "shopping/Similar")).isNull();
    assertThat(transformed(application, "bank/Own")).isNull();
    assertThat(transformed(application, "shop/PricingView")).isNull();
    assertThat(presence.errors()).isZero();
  }

  @Test
  void without_a_view_nothing_is_woven() throws IOException {
    ForkedJvm application =
        new ForkedJvm(directory).source(PRICING).source(client("shop", "In")).compile();
    assertThat(transformed(application, "shop/In")).isNull();
  }

  @Test
  void a_client_that_calls_nothing_mirrored_stays_as_it_is() throws IOException {
    ForkedJvm application =
        application()
            .source(
                """
                package shop;
                public class Calm {
                  static int quote(int amount) { return amount; }
                  int ask() { return quote(1) + new Calm().hashCode(); }
                }
                """)
            .source(
                """
                package shop;
                public class Only implements bank.Pricing {
                  public int quote(int amount) { return amount; }
                  static class More extends Only {
                    public int quote(int amount) { return super.quote(amount); }
                  }
                }
                """)
            .source(
                """
                package shop;
                public class Namesake {
                  public int quote(int amount) { return amount; }
                  int ask() { return quote(1) + this.quote(2); }
                }
                """)
            .compile();
    assertThat(transformed(application, "shop/Calm")).isNull();
    assertThat(transformed(application, "shop/Only")).isNull();
    assertThat(transformed(application, "shop/Only$More")).isNull();
    assertThat(transformed(application, "shop/Namesake")).isNull();
  }

  @Test
  void what_may_be_the_seams_is_left_to_core() throws IOException {
    ForkedJvm application =
        application()
            .source(
                """
                package other;
                public class Absent implements bank.Pricing {
                  public int quote(int amount) { return amount; }
                }
                """)
            .source(client("shop", "In").replace("bank.Pricing", "other.Absent"))
            .compile();
    java.nio.file.Files.delete(application.classes().resolve("other/Absent.class"));
    assertThat(transformed(application, "shop/In")).isNotNull();
  }

  @Test
  void a_view_that_is_off_weaves_nothing() throws IOException {
    Properties off = new Properties();
    off.setProperty("tenon.mode.shop.PricingView", "off");
    presence =
        new Presence(realms, Settings.resolve(null, off, Map.of(), new Properties(), line -> {}));
    ForkedJvm application = application().source(client("shop", "In")).compile();
    assertThat(transformed(application, "shop/In")).isNull();
  }

  @Test
  void the_nearest_component_counts() throws IOException {
    ForkedJvm application =
        application()
            .source(
                "shop/billing/package-info.java",
                "@dev.tenon.contract.Component(\"billing\")\npackage shop.billing;\n")
            .source(client("shop.billing", "Declared"))
            .source(client("shop.billing.deep", "Deep"))
            .source(client("shop", "In"))
            .source(
                """
                package shop;
                @dev.tenon.contract.Component("else")
                public class Outer {
                  static class Inner {
                    int ask(bank.Pricing pricing) {
                      return new Object() {
                        int ask() { return pricing.quote(1); }
                      }.ask() + pricing.quote(1);
                    }
                  }
                }
                """)
            .compile();
    assertThat(transformed(application, "shop/In")).isNotNull();
    assertThat(transformed(application, "shop/billing/Declared")).isNull();
    assertThat(transformed(application, "shop/billing/deep/Deep")).isNull();
    assertThat(transformed(application, "shop/Outer$Inner")).isNull();
    assertThat(transformed(application, "shop/Outer$Inner$1")).isNull();
  }

  @Test
  void a_declared_component_is_where_its_name_is() throws IOException {
    ForkedJvm application =
        new ForkedJvm(directory)
            .source(PRICING)
            .source(
                "checkout/package-info.java",
                "@dev.tenon.contract.Component(\"till\")\npackage checkout;\n")
            .source(
                "checkout/view/PricingView.java",
                VIEW.replace("package shop", "package checkout.view"))
            .views("checkout.view.PricingView")
            .source(client("checkout", "In"))
            .source(client("checkout.deep.er", "Deep"))
            .source(client("shop", "Elsewhere"))
            .source(
                client("shop", "ByType")
                    .replace("public", "@dev.tenon.contract.Component(\"till\")\npublic"))
            .compile();
    assertThat(transformed(application, "checkout/In")).isNotNull();
    assertThat(transformed(application, "checkout/deep/er/Deep")).isNotNull();
    assertThat(transformed(application, "shop/ByType")).isNotNull();
    assertThat(transformed(application, "shop/Elsewhere")).isNull();
  }

  @Test
  void a_view_declares_its_component_by_the_type_too() throws IOException {
    ForkedJvm application =
        new ForkedJvm(directory)
            .source(PRICING)
            .source(VIEW.replace("@Assumes", "@Component(\"till\") @Assumes"))
            .views("shop.PricingView")
            .source(client("shop", "In"))
            .source(
                client("other", "ByType")
                    .replace("public", "@dev.tenon.contract.Component(\"till\")\npublic"))
            .compile();
    assertThat(transformed(application, "shop/In")).isNull();
    assertThat(transformed(application, "other/ByType")).isNotNull();
  }

  @Test
  void what_took_the_place_of_a_call_counts_as_the_call() throws IOException {
    ForkedJvm application = application().source(client("shop", "In")).compile();
    String method = "ask(Lbank/Pricing;)I";
    byte[] plain = java.nio.file.Files.readAllBytes(application.classes().resolve("shop/In.class"));
    List<String> told = Invocations.of(plain, method, "quote");
    assertThat(told).hasSize(2).allMatch(line -> line.endsWith(" bank/Pricing (I)I"));
    // The instruction that takes its place is as long.
    assertThat(Invocations.of(transformed(application, "shop/In"), method, "quote"))
        .isEqualTo(told);
    assertThat(Invocations.of(transformed(application, "shop/In"), method, "size")).isEmpty();
  }

  @Test
  void an_index_that_is_wrong_is_announced() throws IOException {
    ForkedJvm application =
        application()
            .views("shop.Gone", "bank.Pricing", "shop.PricingView")
            .source(client("shop", "In"))
            .compile();
    URL[] classes = {application.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      byte[] bytes = ClassFiles.read(loader, "shop/In");
      assertThat(
              transformer()
                  .transform(Object.class.getModule(), loader, "shop/In", null, null, bytes))
          .isNotNull();
      assertThat(presence.refusal(Kind.VIEW, loader, "shop.Gone"))
          .contains("the index of views names it, but there is no such class; rebuild");
      assertThat(presence.refusal(Kind.VIEW, loader, "bank.Pricing"))
          .contains("the index of views names it, but it is no view with operations; rebuild");
      assertThat(presence.woven(Kind.VIEW, loader, "shop.PricingView")).isEqualTo(2);
    }
  }

  @Test
  void a_class_file_that_is_too_old_is_announced() throws IOException {
    ForkedJvm application = application().source(client("shop", "In")).compile();
    URL[] classes = {application.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      byte[] bytes = ClassFiles.read(loader, "shop/In");
      bytes[7] = 50;
      assertThat(
              transformer()
                  .transform(Object.class.getModule(), loader, "shop/In", null, null, bytes))
          .isNull();
      assertThat(presence.refusal(Kind.VIEW, loader, "shop.PricingView"))
          .contains("shop.In is a class file of version 50, which cannot hold a check");
    }
  }
}
