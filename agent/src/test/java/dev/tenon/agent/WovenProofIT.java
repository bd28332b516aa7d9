package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code requireActive()} finds what was not woven at build, and nothing else. */
class WovenProofIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") long withdraw(long amount);
        default long limit() { return 100; }
      }
      """;

  private static final String CASH =
      """
      package bank;
      public class CashVault implements Vault { public long withdraw(long amount) { return amount; } }
      """;

  private static final String SPECIAL =
      """
      package bank;
      public class SpecialVault extends CashVault {}
      """;

  private static final String DEMAND =
      """
      package start;
      public class Demand {
        public static void main(String[] args) {
          dev.tenon.Seams.requireActive();
          System.out.println(dev.tenon.Seams.status().text());
          System.out.println("active");
        }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Vault.class)
      public interface VaultView { @Requires("amount < 50") long withdraw(long amount); }
      """;

  private static final String REMEDY =
      " was not woven at build; weave it at its own build (goal weave of tenon-maven-plugin), or"
          + " attach the agent";

  /** Without the tests: much of them was not woven at build. */
  private static final String CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("at-build"))
          .collect(Collectors.joining(File.pathSeparator));

  @TempDir private Path directory;
  private ForkedJvm bank;

  @BeforeEach
  void build() throws IOException {
    bank = module("bank", VAULT, CASH, SPECIAL, DEMAND);
    weave(bank);
  }

  /** Compiled with the processor; the bank is on its class path. */
  private ForkedJvm module(String name, String... sources) {
    ForkedJvm module = new ForkedJvm(directory.resolve(name)).agents(0).onClassPath(CLASS_PATH);
    if (bank != null) {
      module.onClassPath(bank.classes().toString());
    }
    module.processing();
    Stream.of(sources).forEach(module::source);
    return module.compile();
  }

  private String weave(ForkedJvm module) throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(bank.classes()));
    Stream.of(CLASS_PATH.split(File.pathSeparator, -1)).map(Path::of).forEach(classPath::add);
    return Weave.weave(module.classes(), classPath, "");
  }

  private Run demand(Object... more) {
    String[] entries = Stream.of(more).map(String::valueOf).toArray(String[]::new);
    return new ForkedJvm(directory)
        .agents(0)
        .onClassPath(bank.classes().toString(), CLASS_PATH)
        .onClassPath(entries)
        .run("start.Demand");
  }

  private static void assertActive(Run run) {
    assertThat(run.err()).doesNotContain("tenon is not active", "Exception");
    assertThat(run.outLines()).endsWith("active");
  }

  @Test
  void what_was_woven_is_active() {
    Run run = demand();

    assertActive(run);
    assertThat(run.out()).contains("bank.Vault  woven: 1 class at build");
  }

  @Test
  void a_client_is_found_in_another_folder_of_the_same_name() {
    ForkedJvm shop =
        module(
            "shop",
            VIEW,
            """
            package shop;
            public class Till { long pay(bank.Vault vault) { return vault.withdraw(60); } }
            """);

    assertThat(demand(shop.classes()).err().lines())
        .contains("  shop.VaultView: shop.Till (classes)" + REMEDY);
  }

  @Test
  void a_client_is_found_that_calls_through_a_subtype_alone() {
    ForkedJvm shop =
        module(
            "shop",
            VIEW,
            """
            package shop;
            public class Till { long pay(bank.SpecialVault vault) { return vault.withdraw(60); } }
            """);

    assertThat(demand(shop.classes()).err().lines())
        .contains("  shop.VaultView: shop.Till (classes)" + REMEDY);
  }

  @Test
  void a_client_is_found_in_whatever_package_its_component_has() throws IOException {
    ForkedJvm shop = module("shop", VIEW);
    shop.source("shop/package-info.java", till("shop")).compile();
    weave(shop);
    ForkedJvm web =
        module(
            "web",
            """
            package web.pages;
            public class Page { long pay(bank.Vault vault) { return vault.withdraw(60); } }
            """);
    ForkedJvm other =
        module(
            "other",
            """
            package other;
            public class Other { long pay(bank.Vault vault) { return vault.withdraw(60); } }
            """);
    assertActive(demand(shop.classes(), web.classes(), other.classes()));

    web.source("web/package-info.java", till("web")).compile();

    assertThat(demand(shop.classes(), web.classes(), other.classes()).err().lines())
        .contains("  shop.VaultView: web.pages.Page (classes)" + REMEDY);
  }

  private static String till(String name) {
    return "@dev.tenon.contract.Component(\"till\") package " + name + ";";
  }

  @Test
  void a_client_that_was_woven_before_there_was_its_view_is_found() throws IOException {
    ForkedJvm shop =
        module(
            "shop",
            VIEW,
            """
            package shop;
            public class Till { long pay(bank.Vault vault) { return vault.withdraw(60); } }
            """);
    weave(shop);
    ForkedJvm second = module("second", VIEW.replace("VaultView", "SecondView"));
    weave(second);

    assertThat(demand(shop.classes(), second.classes()).err().lines())
        .contains(
            "  shop.SecondView: shop.Till (classes) was woven at build where this seam was not"
                + " known; weave it again with what declares it on the class path, or attach the"
                + " agent");
  }

  @Test
  void a_class_that_was_looked_at_and_compiled_again_is_found() throws IOException {
    bank.source(SPECIAL.replace("{}", "{ public long withdraw(long amount) { return 7; } }"))
        .compile();

    assertThat(demand().err().lines())
        .contains(
            "  bank.Vault: bank.SpecialVault was looked at at build and has been compiled again"
                + " since; weave it after each compilation");
    weave(bank);
    assertActive(demand());
  }

  @Test
  void a_class_with_clauses_that_no_index_names_is_found_when_it_was_compiled_again()
      throws IOException {
    String range =
        """
        package shop;
        import dev.tenon.contract.*;
        public class Range { @Requires("low >= 0") public Range(int low) {} }
        """;
    ForkedJvm shop = module("shop", range);
    weave(shop);
    assertActive(demand(shop.classes()));
    shop.source(range.replace("int low) {}", "int low) { super(); }")).compile();

    assertThat(demand(shop.classes()).err().lines())
        .contains(
            "  shop.Range: shop.Range was woven at build and has been compiled again since; weave"
                + " it after each compilation");
  }

  @Test
  void a_class_that_mentions_a_seam_and_calls_nothing_is_no_hole() throws IOException {
    ForkedJvm shop = module("shop", VIEW);
    weave(shop);
    ForkedJvm config =
        module(
            "config",
            """
            package shop.config;
            public class Config { Class<?> type() { return bank.Vault.class; } }
            """);

    assertActive(demand(shop.classes(), config.classes()));
  }

  @Test
  void a_class_in_which_nothing_was_to_be_woven_is_no_hole_once_it_was_looked_at()
      throws IOException {
    ForkedJvm shop =
        module(
            "shop",
            VIEW,
            """
            package shop;
            public class Limit {
              dev.tenon.contract.Requires mark;
              long of(bank.Vault vault) { return vault.limit(); }
            }
            """);
    assertThat(demand(shop.classes()).err().lines())
        .contains(
            "  shop.Limit: shop.Limit (classes)" + REMEDY,
            "  shop.VaultView: shop.Limit (classes)" + REMEDY);

    assertThat(weave(shop)).startsWith("0 classes woven");

    assertActive(demand(shop.classes()));
  }

  @Test
  void a_client_whose_calls_give_suppliers_is_no_hole() throws IOException {
    ForkedJvm shop =
        module(
            "shop",
            """
            package shop;
            public interface Office { bank.Vault open(long number); }
            """,
            """
            package shop;
            import dev.tenon.contract.*;
            @Assumes(Office.class)
            public interface OfficeView { @Requires("number > 0") bank.Vault open(long number); }
            """,
            """
            package shop;
            public class Till { bank.Vault open(Office office) { return office.open(1); } }
            """);
    assertThat(weave(shop)).startsWith("1 class woven");

    assertActive(demand(shop.classes()));
  }

  @Test
  void a_supplier_is_found_behind_a_link_and_in_the_current_folder() throws IOException {
    ForkedJvm other = module("other", supplier("LinkedVault"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), other.classes());
    assertThat(demand(link).err().lines())
        .contains("  bank.Vault: other.LinkedVault (link)" + REMEDY);

    ForkedJvm here = new ForkedJvm(other.classes()).agents(0);
    here.onClassPath(bank.classes().toString(), CLASS_PATH, "");
    assertThat(here.run("start.Demand").err().lines())
        .contains("  bank.Vault: other.LinkedVault (classes)" + REMEDY);
  }

  private static String supplier(String name) {
    return """
           package other;
           public class %s implements bank.Vault { public long withdraw(long amount) { return 7; } }
           """
        .formatted(name);
  }

  @Test
  void a_supplier_is_found_that_is_for_one_version_of_java_alone() throws IOException {
    ForkedJvm other = module("other", supplier("NewVault"));
    Path versioned = other.classes().resolve("META-INF/versions/17/other");
    Files.createDirectories(versioned);
    Files.move(
        other.classes().resolve("other/NewVault.class"), versioned.resolve("NewVault.class"));
    other.file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n");

    assertThat(demand(other.jar("other.jar")).err().lines())
        .contains("  bank.Vault: other.NewVault (other.jar)" + REMEDY);
  }

  @Test
  void what_the_jvm_passes_over_is_no_hole() throws IOException {
    Path pom = Files.writeString(directory.resolve("a.pom"), "<project/>");
    ForkedJvm foreign =
        new ForkedJvm(directory.resolve("foreign"))
            .file(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: C:\\lib\\x.jar http://x/y.jar [a].jar %zz.jar\n");

    assertActive(demand(pom, foreign.jar("foreign.jar"), directory.resolve("gone.jar")));
  }

  @Test
  void a_jar_that_a_manifest_names_is_read() {
    ForkedJvm other = module("other", supplier("NamedVault"));
    other.jar("[other].jar");
    ForkedJvm naming =
        new ForkedJvm(directory.resolve("naming"))
            .file(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: C:\\x.jar ../other/[other].jar\n");

    assertThat(demand(naming.jar("naming.jar")).err().lines())
        .contains("  bank.Vault: other.NamedVault ([other].jar)" + REMEDY);
  }

  @Test
  void a_system_class_loader_of_ones_own_above_the_application_is_no_hole() {
    ForkedJvm loader =
        module(
            "loader",
            """
            package loader;
            public class Asking extends ClassLoader {
              public Asking(ClassLoader parent) { super(parent); }
            }
            """);

    Run run =
        new ForkedJvm(directory)
            .agents(0)
            .onClassPath(bank.classes().toString(), CLASS_PATH, loader.classes().toString())
            .flags("-Djava.system.class.loader=loader.Asking")
            .run("start.Demand");
    assertActive(run);
  }

  @Test
  void a_seam_that_the_option_makes_is_proven_and_listed() throws IOException {
    ForkedJvm shop =
        module(
            "shop",
            """
            package shop;
            public interface Drawer { void pay(@jakarta.validation.constraints.Positive long amount); }
            """,
            """
            package shop;
            public class OakDrawer implements Drawer { public void pay(long amount) {} }
            """);
    weave(shop);
    assertActive(demand(shop.classes()));
    assertThat(select(shop).err().lines())
        .contains("  shop.Drawer: shop.OakDrawer (classes)" + REMEDY);

    Weave.weave(
        shop.classes(),
        Stream.of(CLASS_PATH.split(File.pathSeparator, -1)).map(Path::of).toList(),
        "seams=shop..*");

    Run run = select(shop);
    assertActive(run);
    assertThat(run.out()).contains("shop.Drawer  woven: 1 class at build");
  }

  private Run select(ForkedJvm shop) {
    return new ForkedJvm(directory)
        .agents(0)
        .onClassPath(bank.classes().toString(), CLASS_PATH, shop.classes().toString())
        .flags("-Dtenon.seams=shop..*", "-Dtenon.validation=tenon")
        .run("start.Demand");
  }
}
