package dev.tenon.maven;

import dev.tenon.processor.TenonProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Source files compiled into a folder. */
final class Compilation {

  private Compilation() {}

  /** Compiles with the processor. */
  static void withProcessor(Path into, String... sources) {
    compile(into, true, sources);
  }

  /** Compiles without one. */
  static void withoutProcessor(Path into, String... sources) {
    compile(into, false, sources);
  }

  private static void compile(Path into, boolean processes, String... sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Files.createDirectories(into);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
      List<Source> units = new ArrayList<>();
      for (String source : sources) {
        units.add(new Source(source));
      }
      String classPath = System.getProperty("java.class.path") + java.io.File.pathSeparator + into;
      List<String> options =
          processes ? List.of("-cp", classPath) : List.of("-cp", classPath, "-proc:none");
      JavaCompiler.CompilationTask task = javac.getTask(said, files, null, options, null, units);
      if (processes) {
        task.setProcessors(List.of(new TenonProcessor()));
      }
      if (!task.call()) {
        throw new AssertionError(said.toString());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A source file whose first line is a comment with its path. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(
          java.net.URI.create("string:///" + text.lines().findFirst().orElseThrow().substring(3)),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
