package dev.tenon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the ledger needs of SLF4J 1.7: its logger has no fluent methods, and their types are absent.
 */
class OlderSlf4jTest {

  private static final Map<String, String> SLF4J_1_7 =
      Map.of(
          "org.slf4j.Logger",
          """
          package org.slf4j;
          public interface Logger {
            void warn(String format, Object one, Object other);
            void error(String format, Object one, Object other);
            void error(String text, Throwable error);
          }
          """,
          "org.slf4j.LoggerFactory",
          """
          package org.slf4j;
          public final class LoggerFactory {
            public static final java.util.List<String> LINES = new java.util.ArrayList<>();
            public static Logger getLogger(String name) {
              return new Logger() {
                public void warn(String format, Object one, Object other) {
                  LINES.add("WARN " + name + " " + one + " " + other);
                }
                public void error(String format, Object one, Object other) {
                  LINES.add("ERROR " + name + " " + one + " " + other);
                }
                public void error(String text, Throwable error) {
                  LINES.add("ERROR " + name + " " + text);
                }
              };
            }
          }
          """);

  @Test
  void a_violation_is_logged_with_plain_parameters(@TempDir Path folder) throws Exception {
    compile(folder);
    ClassLoader older = new OlderLoader(folder);

    Object errors = older.loadClass(Scenario.class.getName()).getMethod("run").invoke(null);

    assertThat(errors).isEqualTo(List.of());
    assertThat(lines(older))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("WARN bank.Vault Precondition broken by the client")
        .contains("{seam=bank.Vault, operation=pay, clause=covered");
    assertThat(lines(older).get(1)).startsWith("ERROR dev.tenon Tenon failed at linking");
  }

  /** Runs inside a loader that sees the older SLF4J alone. */
  public static final class Scenario {

    private Scenario() {}

    public static List<String> run() {
      Ledger ledger = new Ledger(10, 10, Voice.ofSlf4j(), hook -> {});
      ledger.record(Violations.seeing("1"), Mode.OBSERVE);
      List<String> errors = ledger.errorTexts();
      ledger.error("linking", new IllegalStateException());
      return errors;
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> lines(ClassLoader older) throws ReflectiveOperationException {
    return (List<String>) older.loadClass("org.slf4j.LoggerFactory").getField("LINES").get(null);
  }

  private static void compile(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<Source> sources =
        SLF4J_1_7.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    List<String> options = List.of("-d", folder.toString(), "-proc:none", "-classpath", "");
    boolean isCompiled = compiler.getTask(messages, null, null, options, null, sources).call();
    assertThat(isCompiled).as(messages.toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String type, String text) {
      super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Defines Tenon's classes anew, and SLF4J's from the folder alone. */
  private static final class OlderLoader extends ClassLoader {

    private final Path folder;

    OlderLoader(Path folder) {
      super(OlderSlf4jTest.class.getClassLoader());
      this.folder = folder;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean isSlf4j = name.startsWith("org.slf4j.");
      if (!isSlf4j && !name.startsWith("dev.tenon.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name, isSlf4j);
      }
    }

    private Class<?> define(String name, boolean isSlf4j) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      try (InputStream in = isSlf4j ? older(path) : getParent().getResourceAsStream(path)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private @Nullable InputStream older(String path) throws IOException {
      Path file = folder.resolve(path);
      return Files.exists(file) ? Files.newInputStream(file) : null;
    }
  }
}
