package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compilers, and the company of other processors, in which clauses are compiled. */
class EnvironmentTest {

  private static final String SEAM =
      """
      package a;
      import dev.tenon.contract.*;
      @Seam public interface A { @Requires("n > 0") void f(int n); }
      """;

  @Test
  void another_compiler_gives_one_warning_for_each_seam(@TempDir Path folder) throws IOException {
    Path one = Files.writeString(folder.resolve("A.java"), SEAM);
    Path two = Files.writeString(folder.resolve("B.java"), SEAM.replace("face A", "face B"));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    EclipseCompiler eclipse = new EclipseCompiler();
    try (StandardJavaFileManager files = eclipse.getStandardFileManager(said, null, null)) {
      JavaCompiler.CompilationTask task =
          eclipse.getTask(
              null,
              files,
              said,
              List.of("--release", "17", "-cp", Compilation.annotations(), "-d", folder.toString()),
              null,
              files.getJavaFileObjects(one, two));
      task.setProcessors(List.of(new TenonProcessor()));

      assertThat(task.call()).isTrue();
    }

    assertThat(said.getDiagnostics())
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .hasSize(2)
        .anyMatch(message -> message.startsWith("the contract of a.A is not compiled: this"))
        .anyMatch(message -> message.startsWith("the contract of a.B is not compiled: this"));
    assertThat(folder.resolve("a/A.class")).exists();
    assertThat(folder.resolve("a/A$$Contract.class")).doesNotExist();
  }

  @Test
  void a_wrapped_environment_gives_one_warning_for_each_seam() {
    Compilation compilation = Compilation.of("a.A", SEAM).processors(new WrappingProcessor()).run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).hasSize(1);
  }

  /** Hands the processor an environment that is not the compiler's own. */
  private static final class WrappingProcessor extends AbstractProcessor {

    private final TenonProcessor inside = new TenonProcessor();

    @Override
    public synchronized void init(javax.annotation.processing.ProcessingEnvironment environment) {
      inside.init(
          (javax.annotation.processing.ProcessingEnvironment)
              java.lang.reflect.Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {javax.annotation.processing.ProcessingEnvironment.class},
                  (proxy, method, arguments) -> method.invoke(environment, arguments)));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return inside.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return inside.process(annotations, round);
    }
  }

  private static final String PERSON =
      """
      package a;
      @lombok.Getter @lombok.AllArgsConstructor
      public class Person { private final String name; private final int age; }
      """;

  private static final String REGISTRY =
      """
      package a;
      import dev.tenon.contract.*;
      public interface Registry {
        @Requires("person.getAge() > 17 && person.getName() != null")
        @Ensures("old(person.getName()).equals(person.getName())")
        void add(Person person);
      }
      """;

  private static Processor lombok() {
    try {
      return (Processor)
          Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String classPath() {
    String lombok =
        lombok().getClass().getProtectionDomain().getCodeSource().getLocation().getPath();
    return Compilation.annotations() + java.io.File.pathSeparator + lombok;
  }

  private static Compilation withLombok(Processor... processors) {
    return Compilation.of("a.Person", PERSON)
        .source("a.Registry", REGISTRY)
        .options("-cp", classPath())
        .processors(processors)
        .run();
  }

  @Test
  void methods_that_lombok_writes_can_be_called_whoever_is_first() {
    assertThat(withLombok(new TenonProcessor(), lombok()).files())
        .contains("a/Registry$$Contract.class");
    assertThat(withLombok(lombok(), new TenonProcessor()).files())
        .contains("a/Registry$$Contract.class");
  }

  /** Writes the type Made in its first round, or in a later one. */
  private static final class MakingProcessor extends AbstractProcessor {

    private final int when;
    private int round;

    private MakingProcessor(int when) {
      this.when = when;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      if (round <= when) {
        String name = round == when ? "Made" : "Other" + round;
        try (Writer writer = processingEnv.getFiler().createSourceFile("a." + name).openWriter()) {
          writer.write(
              "package a; public class "
                  + name
                  + " { public static int LIMIT = 3; public static boolean isFine(int n)"
                  + " { return n > 0; } public int size() { return 1; } }");
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  private static Compilation withMade(String source, int when) {
    return Compilation.of("a.A", "package a; import dev.tenon.contract.*; " + source)
        .processors(new TenonProcessor(), new MakingProcessor(when))
        .run();
  }

  @Test
  void types_that_another_processor_writes_later_can_be_named() {
    for (int when = 1; when <= 3; when++) {
      Compilation compilation =
          withMade(
              "@Deprecated interface A { @Requires(\"Made.isFine(n) && n < Made.LIMIT && new Made().size() == 1\")"
                  + " @Ensures(\"old(new Made().size()) == 1\") void f(int n); }",
              when);

      assertThat(compilation.errors()).isEmpty();
      assertThat(compilation.files()).contains("a/A$$Contract.class");
    }
  }

  @Test
  void a_parameter_may_be_of_a_type_that_is_written_later() {
    Compilation compilation =
        withMade(
            "@Deprecated interface A { @Requires(\"made.size() > 0\") void f(Made made); }", 2);

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.files()).contains("a/A$$Contract.class");
  }

  @Test
  void what_nobody_writes_is_one_error() {
    Compilation compilation =
        withMade("@Deprecated interface A { @Requires(\"Mode.isFine(n)\") void f(int n); }", 2);

    assertThat(compilation.errors())
        .containsExactly("A.java:1:78: unknown name 'Mode'; did you mean 'Made'?");
  }

  @Test
  void a_full_build_passes_with_every_warning_an_error() {
    Compilation compilation =
        Compilation.of(
                "a.A",
                """
                package a;
                import dev.tenon.contract.*;
                import java.util.*;
                public interface A<T> {
                  T get();
                  @Requires(value = "list.stream().allMatch(x -> x != null)", because = "x")
                  @Ensures("Objects.equals(old(list), list) && result != null")
                  List<T> f(List<? extends T> list);
                }
                """)
            .options("-Werror")
            .run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    assertThat(compilation.isSuccessful()).isTrue();
  }

  @Test
  void generated_sources_are_ascii_whatever_the_encoding() {
    Compilation compilation =
        Compilation.of(
                "a.\u00c4",
                "package a; public interface \u00c4 { boolean gr\u00fcn();"
                    + " @dev.tenon.contract.Requires(\"gr\u00fcn() && !\u00e4.equals(\\\"\u20ac \ud83d\ude00\\\")\")"
                    + " void f(String \u00e4); }")
            .options("-encoding", "US-ASCII")
            .run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.files()).contains("a/\u00c4$$Contract.class");
    for (String file : compilation.files()) {
      if (file.endsWith(".java") || file.endsWith(".json")) {
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(compilation.text(file)))
            .isTrue();
      }
    }
  }

  @Test
  void an_unexported_package_of_a_module_may_have_seams() {
    Compilation compilation =
        Compilation.of("module-info", "module a { requires dev.tenon.annotations; }")
            .source("a.A", SEAM)
            .options("--module-path", Compilation.annotations())
            .run();

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.files()).contains("a/A$$Contract.class");
  }

  @Test
  void an_incremental_build_keeps_the_index_of_what_it_does_not_see() {
    Compilation both =
        Compilation.of("a.A", SEAM)
            .source("a.B", SEAM.replace("interface A", "interface B"))
            .source("a.C", "package a; class C { @dev.tenon.contract.Seam interface D {} }")
            .run();
    String index = "META-INF/services/dev.tenon.contract.Seam";
    assertThat(both.text(index).lines().skip(1)).containsExactly("a.A", "a.B", "a.C$D");

    Compilation again =
        Compilation.of("a.A", SEAM.replace("@Seam", "").replaceAll("@Requires\\S+ > 0\"\\)", ""))
            .source("a.B", SEAM.replace("interface A", "interface B"))
            .source("a.E", SEAM.replace("interface A", "interface E"))
            .after(both)
            .run();

    assertThat(again.errors()).isEmpty();
    assertThat(again.text(index).lines().skip(1)).containsExactly("a.B", "a.E");
  }

  @Test
  void the_same_source_gives_the_same_bytes() {
    String manifest = "META-INF/tenon/a.A.json";

    assertThat(Compilation.of("a.A", SEAM).run().text(manifest))
        .isEqualTo(Compilation.of("a.A", SEAM).run().text(manifest))
        .isEqualTo(
            """
            {
              "format": 3,
              "type": "a.A",
              "source": "A.java",
              "fingerprint": "890277715ebac7b4f9fc45bbaa7eea68",
              "operations": [
                {
                  "name": "f",
                  "descriptor": "(I)V",
                  "static": false,
                  "parameters": [
                    "n"
                  ],
                  "old": [],
                  "clauses": [
                    {
                      "role": "requires",
                      "name": "requires-c63c8e0f",
                      "text": "n > 0",
                      "because": "",
                      "exception": "",
                      "line": 3,
                      "leaf": true,
                      "old": [],
                      "expressions": [
                        {
                          "text": "n",
                          "sensitive": false
                        }
                      ],
                      "tree": {
                        "kind": "BINARY",
                        "type": "boolean",
                        "text": ">",
                        "children": [
                          {
                            "kind": "PARAMETER",
                            "type": "int",
                            "text": "n",
                            "children": []
                          },
                          {
                            "kind": "LITERAL",
                            "type": "int",
                            "text": "0",
                            "children": []
                          }
                        ]
                      }
                    }
                  ],
                  "constraints": []
                }
              ],
              "invariants": []
            }
            """);
  }

  @Test
  void the_sources_are_those_of_this_version() {
    assertThat(List.of(new TenonProcessor().getSupportedOptions()))
        .containsExactly(Set.of("tenon.warnings"));
  }
}
