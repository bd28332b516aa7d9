package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.MemberRemoval;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.build.EntryPoint;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.build.Plugin.Engine;
import net.bytebuddy.build.Plugin.Factory.UsingReflection.ArgumentResolver;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.inline.MethodNameTransformer;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Woven by a plugin of Byte Buddy's build tools, in its real engine. */
class WeavePluginIT {

  private static final byte[] CORE = Joints.CORE.getBytes(ISO_8859_1);

  private static final Plugin.Factory LIMITING =
      new Change(
          "bank.CashVault",
          builder -> builder.method(named("limit")).intercept(FixedValue.value(7L)));

  /** Takes a method away, and with it the lambda that it makes. */
  private static final Plugin.Factory FORGETTING =
      new Change(
          "bank.Main", builder -> builder.visit(new MemberRemoval().stripMethods(named("first"))));

  @TempDir private Path directory;
  private Path target;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void make() throws IOException {
    target = Files.createDirectories(directory.resolve("target"));
  }

  /** Through another folder and on several threads; what becomes of them is run as it is. */
  @Test
  void the_scenarios_become_what_the_command_makes_of_them() throws IOException {
    Path source = Path.of(System.getProperty("tenon.to-weave"));
    Path woven = Path.of(System.getProperty("tenon.woven"));
    File[] classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .filter(each -> !each.getName().equals("test-classes"))
            .toArray(File[]::new);
    try (ClassFileLocator seen =
        ClassFileLocator.ForClassLoader.of(WeavePluginIT.class.getClassLoader())) {
      Engine.Default.of(
              EntryPoint.Default.DECORATE,
              ClassFileVersion.ofThisVm(),
              MethodNameTransformer.Suffixing.withRandomSuffix())
          .withErrorHandlers(Engine.ErrorHandler.Failing.FAIL_FAST)
          .with(seen)
          .with(
              new Engine.Dispatcher.ForParallelTransformation.WithThrowawayExecutorService.Factory(
                  2))
          .apply(
              new Engine.Source.ForFolder(source.toFile()),
              new Engine.Target.ForFolder(target.toFile()),
              plugin(source, classPath));
    }

    Map<String, byte[]> expected = files(woven);
    Map<String, byte[]> found = files(target);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    int changed = 0;
    for (Map.Entry<String, byte[]> each : expected.entrySet()) {
      byte[] bytes = found.get(each.getKey());
      assertThat(canonical(each.getKey(), bytes))
          .as(each.getKey())
          .isEqualTo(canonical(each.getKey(), each.getValue()));
      changed += each.getKey().endsWith(".class") && ClassHeader.mentions(bytes, CORE) ? 1 : 0;
    }
    assertThat(changed).isGreaterThan(100);
    assertThat(said.toString(UTF_8)).containsPattern("Tenon: \\d{3,} classes woven");
  }

  @Test
  void what_another_plugin_of_the_run_does_is_kept() throws IOException {
    ForkedJvm before = bank("before");
    apply(before, LIMITING, plugin(before));
    ForkedJvm behind = bank("behind");
    apply(behind, plugin(behind), LIMITING);
    for (ForkedJvm application : List.of(before, behind)) {
      assertThat(application.agents(0).run("bank.Main").out())
          .startsWith("limit 7")
          .contains("Precondition broken by the client")
          .contains("Guarantee broken by the supplier");
    }
  }

  @Test
  void what_another_plugin_makes_a_supplier_of_is_named_where_proof_is_demanded()
      throws IOException {
    ForkedJvm application =
        bank("bank")
            .source(
                """
                package bank;
                public class Plain { public long withdraw(long amount) { return amount; } }
                """)
            .source(
                """
                package bank;
                public class Proof {
                  public static void main(String[] arguments) {
                    dev.tenon.Seams.requireActive();
                    System.out.println("active");
                  }
                }
                """)
            .compile();
    apply(application, plugin(application));
    assertThat(application.agents(0).run("bank.Proof").out()).startsWith("active");

    TypeDescription vault =
        new ByteBuddy().makeInterface().name("bank.Vault").make().getTypeDescription();
    apply(
        application,
        new Change("bank.Plain", builder -> builder.implement(vault)),
        plugin(application));
    ForkedJvm.Run run = application.run("bank.Proof");
    assertThat(run.err()).contains("bank.Plain");
    assertThat(run.out()).isEmpty();

    apply(application, plugin(application));
    assertThat(application.run("bank.Proof").out()).startsWith("active");
  }

  @Test
  void a_class_that_is_not_handed_over_fails_the_run() {
    ForkedJvm application = bank("bank");
    File classes = application.classes().toFile();
    assertThatThrownBy(
            () ->
                engine()
                    .apply(
                        new Engine.Source.Filtering(
                            new Engine.Source.ForFolder(classes),
                            element -> !element.getName().equals("bank/CashVault.class")),
                        new Engine.Target.ForFolder(classes),
                        plugin(application)))
        .rootCause()
        .hasMessage(
            "not every class that is to be woven was handed over: bank.CashVault; have the tool"
                + " transform all classes of "
                + classes
                + ", not those alone that have changed, as after a clean");
  }

  @Test
  void a_second_run_finds_nothing_to_do() throws IOException {
    ForkedJvm application = bank("bank");
    assertThat(apply(application, plugin(application)).getTransformed()).hasSize(2);
    assertThat(said.toString(UTF_8)).contains("Tenon: 2 classes woven");
    Map<String, byte[]> before = files(application.classes());

    assertThat(apply(application, plugin(application)).getTransformed()).isEmpty();
    assertThat(said.toString(UTF_8)).contains("Tenon: 0 classes woven");
    assertThat(files(application.classes())).containsExactlyEntriesOf(before);
  }

  @Test
  void what_cannot_be_woven_fails_the_run_before_anything_is_written() throws IOException {
    ForkedJvm application =
        bank("bank")
            .source(
                """
                package bank;
                public class Number extends java.util.concurrent.atomic.AtomicLong
                    implements Counter {}
                """)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Counter { @Ensures("result > 0") long incrementAndGet(); }
                """)
            .compile();
    Map<String, byte[]> before = files(application.classes());
    assertThatThrownBy(() -> apply(application, plugin(application)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("not every contract can be woven at build:")
        .hasMessageContaining("bank.Number inherits incrementAndGet from");
    assertThat(files(application.classes())).containsExactlyEntriesOf(before);
  }

  @Test
  void lambdas_that_change_in_the_same_run_are_refused() {
    ForkedJvm application = bank("bank");
    assertThatThrownBy(() -> apply(application, plugin(application), FORGETTING))
        .hasMessageContaining(
            "bank.Main: its lambdas were changed in the same run; weave in a run of its own, after"
                + " what changes them");
  }

  @Test
  void a_jar_is_no_folder() {
    Path jar = bank("bank").jar("bank.jar");
    assertThatThrownBy(
            () ->
                engine()
                    .apply(
                        new Engine.Source.ForJarFile(jar.toFile()),
                        new Engine.Target.ForFolder(target.toFile()),
                        plugin(jar)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no folder of classes: " + jar);
  }

  @Test
  void a_tool_that_does_not_tell_the_class_path_is_told_how() {
    assertThatThrownBy(
            () ->
                engine()
                    .apply(
                        target.toFile(),
                        target.toFile(),
                        new Plugin.Factory.UsingReflection(WeavePlugin.class)
                            .with(ArgumentResolver.ForType.of(File.class, target.toFile()))))
        .rootCause()
        .hasMessage(
            "this tool does not tell the class path: configure it as the argument of index 1, a"
                + " File[] with tenon-core and all that the classes see");
  }

  private ForkedJvm bank(String name) {
    return Product.processed(directory.resolve(name))
        .source(
            """
            package bank;
            import dev.tenon.contract.*;
            public interface Vault {
              @Requires("amount > 0") @Ensures("result < 5") long withdraw(long amount);
            }
            """)
        .source(
            """
            package bank;
            import dev.tenon.contract.*;
            public interface Safe { @Ensures("result > 0") long open(); }
            """)
        .source(
            """
            package bank;
            public class CashVault implements Vault {
              public long withdraw(long amount) { return limit(); }
              long limit() { return 1; }
            }
            """)
        .source(
            """
            package bank;
            public class Main {
              static Safe first() { return () -> 1; }
              static Vault second() { return amount -> 2; }
              public static void main(String[] arguments) {
                System.out.println("limit " + new CashVault().limit());
                for (long amount : new long[] {0, 1}) {
                  try {
                    new CashVault().withdraw(amount);
                  } catch (AssertionError broken) {
                    System.out.println(broken.getMessage());
                  }
                }
              }
            }
            """)
        .compile();
  }

  private static Engine engine() {
    return new Engine.Default().withErrorHandlers(Engine.ErrorHandler.Failing.FAIL_FAST);
  }

  private static Engine.Summary apply(ForkedJvm application, Plugin.Factory... plugins)
      throws IOException {
    File classes = application.classes().toFile();
    try (ClassFileLocator seen = ClassFileLocator.ForClassLoader.ofSystemLoader()) {
      return engine().with(seen).apply(classes, classes, plugins);
    }
  }

  private Plugin.Factory plugin(ForkedJvm application) {
    return plugin(
        application.classes(), ForkedJvm.LIBRARIES.stream().map(File::new).toArray(File[]::new));
  }

  /** As the Maven plugin makes it. */
  private Plugin.Factory plugin(Path classes, File... classPath) {
    return new Plugin.Factory.UsingReflection(WeavePlugin.class)
        .with(
            ArgumentResolver.ForType.of(File.class, classes.toFile()),
            ArgumentResolver.ForType.of(File[].class, classPath),
            ArgumentResolver.ForType.of(
                BuildLogger.class,
                new BuildLogger.StreamWriting(new PrintStream(said, true, UTF_8))));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return found;
  }

  /** A class file as if its constants had been met in the order in which they are used. */
  private static byte[] canonical(String name, byte[] bytes) {
    if (!name.endsWith(".class")) {
      return bytes;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes).accept(writer, 0);
    return writer.toByteArray();
  }

  /** What somebody else does to a class. */
  private static final class Change extends Plugin.ForElementMatcher implements Plugin.Factory {

    private final UnaryOperator<DynamicType.Builder<?>> change;

    Change(String type, UnaryOperator<DynamicType.Builder<?>> change) {
      super(named(type));
      this.change = change;
    }

    @Override
    public Plugin make() {
      return this;
    }

    @Override
    public DynamicType.Builder<?> apply(
        DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
      return change.apply(builder);
    }

    @Override
    public void close() {}
  }
}
