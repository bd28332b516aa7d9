package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Operation;
import dev.tenon.processor.TenonProcessor;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor states a declaration from source, the run time from reflection: both the same. */
class AgreementTest {

  private static final String IMPORTS = "package a;\nimport dev.tenon.contract.*;\n";

  private static final String ALL =
      IMPORTS
          + """
          @Invariant("one() != null") @Invariant(value = "true", name = "n", because = "b")
          public abstract class A<T extends Comparable<T>, U> {
            public static class Odd extends RuntimeException {
              private static final long serialVersionUID = 1L;
            }
            @Requires("t != null") @Ensures("this.one() == t") public <V extends U> A(T t, V v) {}
            @Requires("n > 0") @Requires(value = "n < 9", because = "few") A(int n) {}
            abstract T one();
            @Requires("us.length > 0") @Throws(Odd.class)
            @Throws(value = java.io.IOException.class, when = "us == null", ensures = "true", name = "x")
            abstract <V extends T> V[] many(U[] us, V[] vs) throws java.io.IOException;
            @Requires("!(t instanceof Odd)") @Ensures("old(rest.length) >= 0")
            static <T extends Runnable> T of(T t, int... rest) { return t; }

            @Invariant("n >= 0") record R(int n, String s) {
              @Requires("n >= 0") @Ensures("s() == s") R { }
              @Requires("true") R(String s) { this(1, s); }
              @Ensures("result == n") public int n() { return n; }
            }
            @Invariant("weight >= 0") enum E {
              X { @Override @Requires("true") int f() { return 1; } };
              int weight; int f() { return 0; }
            }
            @Invariant("true") sealed interface S<X> {
              @Throws(Odd.class) void s(X x);
              @Ensures("true") static void t() {}
            }
            record P<X>(X x) implements S<X> { @Override public void s(X it) {} }
            interface Nested { @Throws(value = Error.class, when = "x > 0") void f(long x); }
            class Inner<W> { W w; @Invariant("it == null || it.hashCode() == 0") class Deep<Z> { Z it; } }
          }
          """;

  @TempDir Path folder;

  private ClassLoader compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            null,
            List.of(
                "-d",
                folder.toString(),
                "-cp",
                vocabulary(),
                "-Xlint:all,-processing,-options",
                "-Werror"),
            null,
            compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file));
    task.setProcessors(List.of(new TenonProcessor()));
    assertThat(task.call()).isTrue();
    return loader();
  }

  private static String vocabulary() {
    URL from = Requires.class.getProtectionDomain().getCodeSource().getLocation();
    return new File(URI.create(from.toString())).getPath();
  }

  private ClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, AgreementTest.class.getClassLoader());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.A", "a.A$R", "a.A$E", "a.A$S", "a.A$Nested", "a.A$Inner$Deep"})
  void every_form_of_declaration_has_one_fingerprint(String type) throws Exception {
    Declaration declaration = Declarations.of(compile(ALL).loadClass(type));

    assertThat(declaration).isInstanceOf(Declaration.Compiled.class);
  }

  @Test
  void a_type_without_clauses_of_its_own_is_silent() throws Exception {
    assertThat(Declarations.of(compile(ALL).loadClass("a.A$P")))
        .isInstanceOf(Declaration.Silent.class);
  }

  @Test
  void the_run_time_reads_what_the_processor_wrote() throws Exception {
    Contract contract =
        ((Declaration.Compiled) Declarations.of(compile(ALL).loadClass("a.A"))).contract();
    List<Operation> operations = contract.operations();

    assertThat(operations)
        .extracting(Operation::name)
        .containsExactly("<init>", "<init>", "many", "of", "<invariant>");
    assertThat(operations.get(3).isStatic()).isTrue();
    assertThat(operations.get(2).throwsClauses())
        .extracting(Clause::exception)
        .containsExactly("a.A$Odd", "java.io.IOException");
    assertThat(operations.get(2).after()).extracting(Clause::name).containsExactly("x");
    assertThat(operations.get(4).invariants()).extracting(Clause::text).contains("one() != null");
  }

  @Test
  void the_reflected_declaration_without_companion_knows_its_operations() throws Exception {
    compile(ALL);
    Files.delete(folder.resolve("a/A$$Contract.class"));
    Declaration declaration = Declarations.of(loader().loadClass("a.A"));

    assertThat(((Declaration.Unenforceable) declaration).operations())
        .extracting(Operation::name)
        .containsExactlyInAnyOrder("<init>", "<init>", "many", "of", "<invariant>");
  }

  @Test
  void an_exception_that_cannot_be_loaded_makes_the_declaration_unreadable() throws Exception {
    compile(
        IMPORTS
            + "interface A { @Throws(Gone.class) void f(); } class Gone extends Error {}"
                .replace(
                    "class Gone",
                    "@SuppressWarnings({\"serial\", \"auxiliaryclass\"}) class Gone"));
    Files.delete(folder.resolve("a/Gone.class"));
    Declaration declaration = Declarations.of(loader().loadClass("a.A"));

    assertThat(declaration).isInstanceOf(Declaration.Unenforceable.class);
    assertThat(((Declaration.Unenforceable) declaration).reason())
        .startsWith("its declaration cannot be read:")
        .contains("a.Gone");
    assertThat(((Declaration.Unenforceable) declaration).operations()).isNull();
  }
}
