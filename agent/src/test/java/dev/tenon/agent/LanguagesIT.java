package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppliers and seams in other languages, compiled by their own compilers. */
class LanguagesIT {

  private static final String SEAMS =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") @Ensures("result == amount") int take(int amount);

        static void bad(String what, Vault vault) {
          try {
            vault.take(-1);
            System.out.println(what + ": passes");
          } catch (dev.tenon.verdict.ContractViolation violation) {
            System.out.println(what + ": " + violation.violation().blamed() + " "
                + violation.violation().client().file());
          }
        }
      }
      """;

  private static final String KOTLIN =
      """
      package other
      import bank.Vault
      import dev.tenon.contract.Requires

      class Plain : Vault { override fun take(amount: Int) = amount }
      data class Data(val n: Int) : Vault { override fun take(amount: Int) = n }
      object Single : Vault { override fun take(amount: Int) = amount }
      class Delegating(vault: Vault) : Vault by vault
      open class Base { open fun take(amount: Int) = amount }
      class Adopting : Base(), Vault

      interface Own {
        @Requires("n > 0") fun own(n: Int): Int
      }
      class OwnSupplier : Own { override fun own(n: Int) = n }

      fun main() {
        Vault.bad("class", Plain())
        Vault.bad("data class", Data(1))
        Vault.bad("object", Single)
        Vault.bad("lambda", Vault { it })
        Vault.bad("anonymous", object : Vault { override fun take(amount: Int) = amount })
        Vault.bad("inherited", Adopting())
        Vault.bad("delegating", Delegating(Plain()))
        println("own " + OwnSupplier().own(-1))
        println(dev.tenon.Seams.status())
      }
      """;

  private static final String SCALA =
      """
      package other
      import bank.Vault
      import dev.tenon.contract.Requires

      class Plain extends Vault { override def take(amount: Int): Int = amount }
      case class Data(n: Int) extends Vault { override def take(amount: Int): Int = n }
      object Single extends Vault { override def take(amount: Int): Int = amount }
      trait Mixin extends Vault { override def take(amount: Int): Int = amount }
      class Mixed extends Mixin
      class Base { def take(amount: Int): Int = amount }
      class Adopting extends Base with Vault

      trait Own {
        @Requires("n > 0") def own(n: Int): Int
      }
      class OwnSupplier extends Own { def own(n: Int): Int = n }

      object Main {
        def main(args: Array[String]): Unit = {
          val lambda: Vault = amount => amount
          Vault.bad("class", new Plain)
          Vault.bad("case class", Data(1))
          Vault.bad("object", Single)
          Vault.bad("lambda", lambda)
          Vault.bad("anonymous", new Vault { override def take(amount: Int): Int = amount })
          Vault.bad("inherited", new Adopting)
          Vault.bad("trait", new Mixed)
          println("own " + new OwnSupplier().own(-1))
          println(dev.tenon.Seams.status())
        }
      }
      """;

  private static final String PRICING =
      """
      package bank;
      public interface Pricing {
        int quote(int amount);
      }
      """;

  private static final String VIEW =
      """
      package other;
      import dev.tenon.contract.*;
      @Assumes(bank.Pricing.class)
      interface View {
        @Requires("amount > 0") int quote(int amount);
      }
      """;

  private static final String KOTLIN_CLIENTS =
      """
      package other
      import bank.Pricing

      class Fair : Pricing { override fun quote(amount: Int) = amount * 2 }
      data class Data(val pricing: Pricing) {
        fun ask(n: Int = pricing.quote(1)) = n + pricing.quote(2)
      }
      class Delegating(val pricing: Pricing) : Pricing by pricing
      inline fun twice(block: (Int) -> Int) = block(3) + block(4)

      fun main() {
        val pricing: Pricing = Fair()
        Data(pricing).ask()
        twice { pricing.quote(it) }
        twice(pricing::quote)
        listOf(5).map { pricing.quote(it) }
        listOf(6).map(pricing::quote)
        val unbound: (Pricing, Int) -> Int = Pricing::quote
        unbound(pricing, 7)
        Delegating(pricing).quote(8)
        pricing.let { it.quote(9) }
      }
      """;

  private static final String SCALA_CLIENTS =
      """
      package other
      import bank.Pricing

      class Fair extends Pricing { override def quote(amount: Int): Int = amount * 2 }
      case class Data(pricing: Pricing) {
        lazy val late = pricing.quote(1)
        def ask(n: Int = pricing.quote(2)) = n + late
      }
      trait Mixin { def mixed(pricing: Pricing): Int = pricing.quote(3) }
      class Mixed extends Mixin

      object Main {
        def main(args: Array[String]): Unit = {
          val pricing: Pricing = new Fair
          Data(pricing).ask()
          new Mixed().mixed(pricing)
          List(4).map(pricing.quote)
          List(5).map(n => pricing.quote(n))
          val expanded: Int => Int = pricing.quote _
          expanded(6)
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void kotlin() throws Exception {
    ForkedJvm jvm = seams("kotlin");
    compile(
        "kotlin",
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
        List.of("-no-stdlib", "-no-reflect", "-nowarn", "-jvm-target", "17"),
        "Main.kt",
        KOTLIN);

    ForkedJvm.Run run = jvm.run("other.MainKt");

    assertThat(run.outLines())
        .contains(
            "class: CLIENT Vault.java",
            "data class: CLIENT Vault.java",
            "object: CLIENT Vault.java",
            "lambda: CLIENT Vault.java",
            "anonymous: CLIENT Vault.java",
            "inherited: CLIENT Vault.java",
            "delegating: CLIENT Vault.java",
            "own -1");
    assertThat(run.out())
        .contains("other.Own  NOT ENFORCED: it is written in Kotlin, and clauses are compiled");
    assertThat(run.err()).contains("seam other.Own is not enforced: it is written in Kotlin");
  }

  @Test
  void scala() throws Exception {
    ForkedJvm jvm = seams("scala");
    compile("scala", "dotty.tools.dotc.Main", List.of("-nowarn"), "Main.scala", SCALA);

    ForkedJvm.Run run = jvm.run("other.Main");

    assertThat(run.outLines())
        .contains(
            "class: CLIENT Vault.java",
            "case class: CLIENT Vault.java",
            "object: CLIENT Vault.java",
            "lambda: CLIENT Vault.java",
            "anonymous: CLIENT Vault.java",
            "inherited: CLIENT Vault.java",
            "trait: CLIENT Vault.java",
            "own -1");
    assertThat(run.err()).contains("seam other.Own is not enforced: it is written in Scala");
  }

  @Test
  void clients_in_kotlin() throws Exception {
    ForkedJvm jvm = views("kotlin");
    compile(
        "kotlin",
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
        List.of("-no-stdlib", "-no-reflect", "-nowarn", "-jvm-target", "17"),
        "Main.kt",
        KOTLIN_CLIENTS);

    ForkedJvm.Run run = jvm.run("other.MainKt");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(arguments(run)).isEqualTo("1, 2, 3, 4, 3, 4, 5, 6, 7, 8, 8, 9");
    assertThat(told(run)).hasSize(1);
  }

  @Test
  void clients_in_scala() throws Exception {
    ForkedJvm jvm = views("scala");
    compile("scala", "dotty.tools.dotc.Main", List.of("-nowarn"), "Main.scala", SCALA_CLIENTS);

    ForkedJvm.Run run = jvm.run("other.Main");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(arguments(run)).isEqualTo("2, 1, 3, 4, 5, 6");
    assertThat(told(run)).hasSize(1);
  }

  /** What the woven calls were given. */
  private static String arguments(ForkedJvm.Run run) {
    return run.outLines().stream()
        .filter(line -> line.contains(" calls ") && line.endsWith(" as other.View"))
        .map(line -> line.replaceAll(".*\\(|\\).*", ""))
        .collect(Collectors.joining(", "));
  }

  /** What we said; Scala's lazy values make newer JDKs warn of their own accord. */
  private static List<String> told(ForkedJvm.Run run) {
    return run.err().lines().filter(line -> line.startsWith("tenon: ")).toList();
  }

  private ForkedJvm views(String language) throws IOException {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .onClassPath(jars(language).toArray(new String[0]))
        .source(TellingLinkage.SOURCE)
        .source(PRICING)
        .source(VIEW)
        .views("other.View")
        .compile();
  }

  private ForkedJvm seams(String language) throws IOException {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .onClassPath(System.getProperty("java.class.path"))
        .onClassPath(jars(language).toArray(new String[0]))
        .processing()
        .source(SEAMS)
        .compile();
  }

  private static List<String> jars(String language) throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("tenon.compilers"), language))) {
      List<String> jars = files.map(Path::toString).filter(file -> file.endsWith(".jar")).toList();
      assertThat(jars).hasSizeGreaterThan(5);
      return jars;
    }
  }

  private void compile(
      String language, String compiler, List<String> options, String file, String text)
      throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve(file), text);
    String classPath = String.join(File.pathSeparator, jars(language));
    String classes = directory.resolve("classes").toString();
    List<String> command =
        new ArrayList<>(List.of(ForkedJvm.java("java"), "-cp", classPath, compiler));
    command.addAll(options);
    String applicationPath =
        Stream.of(classes, ForkedJvm.vocabulary(), System.getProperty("java.class.path"), classPath)
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-classpath", applicationPath, "-d", classes, source.toString()));
    Path said = directory.resolve("compiler.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
