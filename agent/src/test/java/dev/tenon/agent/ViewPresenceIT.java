package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the calls of a view's clients are woven, and what is said where they cannot be. */
class ViewPresenceIT {

  private static final String PRICING =
      """
      package bank;
      public interface Pricing {
        int quote(int amount);
        default int unlinkable(int amount) { return amount; }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Pricing.class)
      interface PricingView {
        @Requires("amount > 0") int quote(int amount);
        @Requires("amount > 0") int unlinkable(int amount);
      }
      """;

  private static final String CLIENT =
      """
      package shop;
      class Client {
        static final bank.Pricing PRICING = new bank.Pricing() {
          public int quote(int amount) { return amount * 2; }
        };
        static int quote(int amount) { return PRICING.quote(amount); }
      }
      """;

  private static final String MAIN =
      """
      package shop;
      public class Main {
        static Object ask(Object... question) throws Exception {
          return Class.forName("java.lang.TenonJoint")
              .getMethod("ask", Object[].class).invoke(null, (Object) question);
        }
        static void states() throws Exception {
          System.out.println("states " + ask("views", Main.class.getClassLoader()));
        }
        public static void main(String[] args) throws Exception {
          states();
          System.out.println(Client.quote(5));
          states();
          if (args.length > 0) {
            System.out.println("wove " + ask("weave", PricingView.class));
            System.out.println(Client.quote(6));
            System.out.println("wove " + ask("weave", PricingView.class));
            System.out.println(Client.quote(7));
            states();
          }
          System.out.println("errors " + ask("errors"));
        }
      }
      """;

  private static final String CALL =
      "shop.Client.quote at Client.java:line calls bank.Pricing.quote(%d) as shop.PricingView";

  @TempDir Path directory;

  private ForkedJvm app() {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .source(PRICING)
        .source(VIEW)
        .source(CLIENT)
        .source(MAIN)
        .views("shop.PricingView");
  }

  private ForkedJvm linked() {
    return app().source(TellingLinkage.SOURCE);
  }

  private static List<String> complaints(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    return run.err().lines().filter(line -> !line.contains(" known, mode ")).toList();
  }

  @Test
  void woven_calls_are_counted() {
    ForkedJvm.Run run = linked().compile().run("shop.Main");
    assertThat(complaints(run)).isEmpty();
    assertThat(run.outLines())
        .containsExactly(
            "states {shop.PricingView=known}",
            CALL.formatted(5),
            "10",
            "states {shop.PricingView=woven:1}",
            "errors 0");
  }

  @Test
  void a_view_that_is_off_can_be_switched_on() {
    ForkedJvm.Run run =
        linked().agentArguments("mode.shop.PricingView=off").compile().run("shop.Main", "on");
    assertThat(complaints(run)).isEmpty();
    assertThat(run.outLines())
        .containsExactly(
            "states {shop.PricingView=off}",
            "10",
            "states {shop.PricingView=off}",
            "wove 1",
            CALL.formatted(6),
            "12",
            "wove 1",
            CALL.formatted(7),
            "14",
            "states {shop.PricingView=woven:1}",
            "errors 0");
  }

  @Test
  void core_is_missing() {
    ForkedJvm.Run run = app().compile().run("shop.Main");
    assertThat(complaints(run))
        .containsExactly(
            "tenon: view shop.PricingView is not enforced: tenon-core is not visible from the"
                + " loader of shop.PricingView; add it to the class path there");
    assertThat(run.outLines())
        .contains("10", "errors 0")
        .anyMatch(line -> line.startsWith("states {shop.PricingView=not woven: tenon-core is"));
  }

  @Test
  void core_does_not_know_views() {
    ForkedJvm.Run run =
        app()
            .source(TellingLinkage.SOURCE.replace("linkCall", "linkNothing"))
            .compile()
            .run("shop.Main");
    assertThat(complaints(run))
        .singleElement()
        .asString()
        .startsWith("tenon: view shop.PricingView is not enforced: core could not link quote");
    assertThat(run.outLines()).contains("10");
  }

  @Test
  void core_cannot_link() {
    ForkedJvm.Run run =
        linked()
            .source(CLIENT.replace("PRICING.quote(amount)", "PRICING.unlinkable(amount)"))
            .compile()
            .run("shop.Main");
    assertThat(complaints(run))
        .containsExactly(
            "tenon: view shop.PricingView is not enforced: core could not link unlinkable for"
                + " shop.Client: a defect of Tenon: java.lang.IllegalStateException: as asked");
    assertThat(run.outLines()).contains("5", "errors 1");
  }

  @Test
  void strict_refuses_each_call_that_is_not_enforced() {
    ForkedJvm.Run run =
        app()
            .agentArguments("strict=true")
            .source(
                """
                package shop;
                public class Trying {
                  public static void main(String[] args) {
                    for (int i = 0; i < 2; i++) {
                      try {
                        Client.quote(1);
                      } catch (IllegalStateException refused) {
                        System.out.println(refused.getMessage());
                        System.out.println(refused.getStackTrace()[0].getMethodName());
                      }
                    }
                  }
                }
                """)
            .compile()
            .run("shop.Trying");
    String refused =
        "the call of quote in shop.Client.quote is refused, since tenon is strict and"
            + " shop.PricingView is not enforced: tenon-core is not visible from the loader of"
            + " shop.PricingView; add it to the class path there";
    assertThat(run.outLines()).containsExactly(refused, "quote", refused, "quote");
  }

  @Test
  void a_view_that_no_processor_saw_is_announced() {
    ForkedJvm.Run run =
        linked()
            .source(
                """
                package shop;
                class Other {
                  static String name() { return OtherView.class.getName(); }
                }
                @dev.tenon.contract.Assumes(bank.Pricing.class)
                interface OtherView {
                  @dev.tenon.contract.Requires("amount > 0") int quote(int amount);
                }
                """)
            .source(MAIN.replace("states();\n    System", "Other.name();\n    System"))
            .compile()
            .run("shop.Main");
    assertThat(complaints(run))
        .containsExactly(
            "tenon: view shop.OtherView is not enforced: no companion (the processor did not run);"
                + " add tenon-processor to annotationProcessorPaths");
  }

  @Test
  void the_start_up_line_counts_what_nobody_promises() {
    assertThat(banner(linked())).endsWith(", 1 view");
    assertThat(banner(counting(1))).endsWith(", 1 view relying on 1 thing promised by nobody");
    assertThat(banner(counting(3))).endsWith(", 1 view relying on 3 things promised by nobody");
    assertThat(banner(linked().views())).endsWith(": 0 seams known, mode enforce");
  }

  private static String banner(ForkedJvm jvm) {
    return jvm.compile().run("shop.Main").err().lines().findFirst().orElseThrow();
  }

  /** A view whose companion counts; the annotation is one of its name alone. */
  private ForkedJvm counting(int unpromised) {
    return linked()
        .source(
            "dev/tenon/contract/companion/CompiledContract.java",
            """
            package dev.tenon.contract.companion;
            public @interface CompiledContract { int unpromised() default -1; }
            """)
        .source(
            "shop/PricingView$$Contract.java",
            """
            package shop;
            @dev.tenon.contract.companion.CompiledContract(unpromised = %d)
            class PricingView$$Contract {}
            """
                .formatted(unpromised));
  }

  @Test
  void clients_that_are_loaded_already_are_woven() {
    ForkedJvm.Run run =
        linked()
            .agents(0)
            .flags("-Djdk.attach.allowAttachSelf=true")
            .source(
                """
                package shop;
                import com.sun.tools.attach.VirtualMachine;
                import java.util.function.*;
                public class Attaching {
                  static IntUnaryOperator made() { return Client.PRICING::quote; }
                  public static void main(String[] args) throws Exception {
                    IntUnaryOperator early = made();
                    System.out.println(Client.quote(1) + early.applyAsInt(2));
                    VirtualMachine vm = VirtualMachine.attach(ProcessHandle.current().pid() + "");
                    vm.loadAgent(args[0], "banner=false");
                    vm.detach();
                    System.out.println(Client.quote(3));
                    System.out.println(made().applyAsInt(4));
                    System.out.println(early.applyAsInt(5));
                  }
                }
                """)
            .compile()
            .run("shop.Attaching", ForkedJvm.agentJar().toString());
    assertThat(run.outLines())
        .containsExactly(
            "6",
            CALL.formatted(3),
            "6",
            "shop.Attaching.made at Attaching.java:line calls bank.Pricing.quote(4) as"
                + " shop.PricingView",
            "8",
            "10");
  }

  @Test
  void where_a_woven_client_calls_is_known_exactly() {
    ForkedJvm.Run run =
        linked()
            .source(
                """
                package shop;
                public class Asking {
                  public static void main(String[] args) throws Exception {
                    Client.quote(1);
                    System.out.println(
                        Main.ask("invocations", Client.class, "quote(I)I", "quote"));
                  }
                }
                """)
            .compile()
            .run("shop.Asking");
    assertThat(run.outLines()).last().isEqualTo("[exact, 4 6 bank/Pricing (I)I]");
  }

  @Test
  void several_views_apply_to_one_call() {
    ForkedJvm.Run run =
        linked()
            .source(VIEW.replace("PricingView", "Further"))
            .views("shop.PricingView", "shop.Further")
            .compile()
            .run("shop.Main");
    assertThat(run.outLines())
        .contains(
            CALL.formatted(5) + ",shop.Further",
            "states {shop.PricingView=woven:1, shop.Further=woven:1}");
  }

  @Test
  void each_view_has_the_core_of_its_own_loader() {
    Path plugin =
        new ForkedJvm(directory.resolve("plugin"))
            .source(TellingLinkage.SOURCE.replace(" calls ", " calls with the plugin's "))
            .source(PRICING)
            .source(VIEW.replace("package shop", "package shop.plugin"))
            .source(
                """
                package shop.plugin;
                public class Client implements java.util.function.ToIntFunction<bank.Pricing> {
                  public int applyAsInt(bank.Pricing pricing) { return pricing.quote(8); }
                }
                """)
            .views("shop.plugin.PricingView")
            .compile()
            .jar("plugin.jar");
    ForkedJvm.Run run =
        linked()
            .source(
                """
                package shop;
                import java.net.*;
                import java.util.function.*;
                public class Loading {
                  static class ChildFirst extends URLClassLoader {
                    ChildFirst(URL... urls) { super(urls, Loading.class.getClassLoader()); }
                    protected Class<?> loadClass(String name, boolean resolve)
                        throws ClassNotFoundException {
                      if (findLoadedClass(name) == null
                          && (name.contains("plugin") || name.startsWith("dev.tenon.runtime"))) {
                        return findClass(name);
                      }
                      return super.loadClass(name, resolve);
                    }
                  }
                  @SuppressWarnings("unchecked")
                  public static void main(String[] args) throws Exception {
                    ClassLoader loader = new ChildFirst(new java.io.File(args[0]).toURI().toURL());
                    Object client = loader.loadClass("shop.plugin.Client")
                        .getConstructor().newInstance();
                    System.out.println(
                        ((ToIntFunction<bank.Pricing>) client).applyAsInt(Client.PRICING));
                    System.out.println(Main.ask("views", ClassLoader.getSystemClassLoader()));
                  }
                }
                """)
            .compile()
            .run("shop.Loading", plugin.toString());
    String call = "shop.plugin.Client.applyAsInt at Client.java:line calls %s";
    assertThat(complaints(run)).isEmpty();
    assertThat(run.outLines())
        .containsExactlyInAnyOrder(
            call.formatted("bank.Pricing.quote(8) as shop.PricingView"),
            call.formatted("with the plugin's bank.Pricing.quote(8) as shop.plugin.PricingView"),
            "16",
            "{shop.PricingView=woven:2, shop.plugin.PricingView=woven:1}");
  }

  @Test
  void what_linking_calls_itself_passes() {
    ForkedJvm.Run run =
        app()
            .source(
                TellingLinkage.SOURCE
                    .replace(
                        "String site = client.lookupClass().getName() + \".\" + method",
                        "System.out.println(\"linking\");\n"
                            + "if (!isLinking) { isLinking = true; System.out.println(\"within \" +"
                            + " Class.forName(\"shop.Client\").getDeclaredMethod(\"of\", int.class)"
                            + ".invoke(null, 7)); }\n"
                            + "String site = client.lookupClass().getName() + \".\" + method")
                    .replace(
                        "public static final int PROTOCOL",
                        "static boolean isLinking;\npublic static final int PROTOCOL"))
            .source(
                CLIENT
                    .replace(
                        "static int quote",
                        "public static int of(int n) { return quote(n); }\nstatic int quote")
                    .replace("class Client", "public class Client"))
            .compile()
            .run("shop.Main", "on");
    assertThat(complaints(run)).isEmpty();
    assertThat(run.outLines())
        .containsSubsequence(
            "linking", "within 14", CALL.formatted(5), "10", CALL.formatted(6), CALL.formatted(7));
  }

  @Test
  void a_call_ends_as_it_does_without_the_agent() {
    String client =
        """
        package shop;
        public class Ending {
          static bank.Pricing none;
          static bank.Pricing bad = amount -> { throw new IllegalStateException("bad"); };
          public static void main(String[] args) {
            for (bank.Pricing pricing : new bank.Pricing[] {none, bad}) {
              try {
                pricing.quote(1);
              } catch (RuntimeException e) {
                System.out.println(e.getClass() + " "
                    + e.getMessage().replaceAll(" because .*", ""));
                for (StackTraceElement at : e.getStackTrace()) {
                  System.out.println(at);
                }
              }
            }
          }
        }
        """;
    ForkedJvm.Run with = linked().source(client).compile().run("shop.Ending");
    ForkedJvm.Run without = linked().agents(0).source(client).compile().run("shop.Ending");
    assertThat(with.outLines()).filteredOn(line -> line.contains(" calls ")).hasSize(1);
    assertThat(with.outLines())
        .filteredOn(line -> !line.contains(" calls "))
        .isEqualTo(without.outLines());
  }
}
