package dev.tenon.processor;

import dev.tenon.contract.Requires;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One run of a compiler over sources in memory, and what came of it. */
final class Compilation {

  private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
  private final Map<String, byte[]> written;
  private final boolean successful;

  private Compilation(
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Map<String, byte[]> written,
      boolean successful) {
    this.diagnostics = diagnostics;
    this.written = written;
    this.successful = successful;
  }

  /** What to compile, and with what. */
  static final class Setup {

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> options =
        new ArrayList<>(List.of("-Xlint:all,-processing,-options"));
    private final List<Processor> processors = new ArrayList<>(List.of(new TenonProcessor()));
    private final Map<String, byte[]> before = new LinkedHashMap<>();
    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    /** Adds a source; its file is named by the path of its type. */
    Setup source(String type, String text) {
      sources.put(type.replace('.', '/') + ".java", text);
      return this;
    }

    Setup options(String... more) {
      options.addAll(Arrays.asList(more));
      return this;
    }

    Setup processors(Processor... all) {
      processors.clear();
      processors.addAll(Arrays.asList(all));
      return this;
    }

    /** Starts from what an earlier run wrote. */
    Setup after(Compilation earlier) {
      before.putAll(earlier.written);
      return this;
    }

    Setup compiler(JavaCompiler other) {
      compiler = other;
      return this;
    }

    Compilation run() {
      DiagnosticCollector<JavaFileObject> collected = new DiagnosticCollector<>();
      MemoryFiles files =
          new MemoryFiles(
              compiler.getStandardFileManager(collected, Locale.ROOT, StandardCharsets.UTF_8),
              before);
      List<String> all = new ArrayList<>(options);
      if (!all.contains("-cp")) {
        all.addAll(List.of("-cp", annotations()));
      }
      List<Source> units = new ArrayList<>();
      sources.forEach((name, text) -> units.add(new Source(name, text)));
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, files, collected, all, null, units);
      task.setProcessors(processors);
      boolean successful = task.call();
      return new Compilation(collected.getDiagnostics(), files.written(), successful);
    }
  }

  static Setup of(String type, String source) {
    return new Setup().source(type, source);
  }

  /** Where the annotations are. */
  static String annotations() {
    return new File(
            URI.create(
                Requires.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .getPath();
  }

  boolean isSuccessful() {
    return successful;
  }

  List<String> errors() {
    return messages(Diagnostic.Kind.ERROR);
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(messages(Diagnostic.Kind.WARNING));
    warnings.addAll(messages(Diagnostic.Kind.MANDATORY_WARNING));
    return warnings;
  }

  List<String> notes() {
    return messages(Diagnostic.Kind.NOTE);
  }

  /** The errors in one file. */
  List<String> errorsIn(String file) {
    return errors().stream().filter(error -> error.startsWith(file + ":")).toList();
  }

  private List<String> messages(Diagnostic.Kind kind) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() == kind)
        .map(Compilation::text)
        .toList();
  }

  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String name = source == null ? "" : source.getName();
    return name.substring(name.lastIndexOf('/') + 1)
        + ":"
        + diagnostic.getLineNumber()
        + ":"
        + diagnostic.getColumnNumber()
        + ": "
        + diagnostic.getMessage(Locale.ROOT);
  }

  List<String> files() {
    return List.copyOf(written.keySet());
  }

  /** Writes all that was written into a folder. */
  Path writeTo(Path folder) {
    try {
      for (Map.Entry<String, byte[]> each : written.entrySet()) {
        Path file = folder.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    byte[] bytes = written.get(file);
    if (bytes == null) {
      throw new AssertionError("no " + file + " among " + files() + errors());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Class<?> load(String binaryName) {
    try {
      return loader().loadClass(binaryName);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(binaryName + " among " + files() + errors(), e);
    }
  }

  ClassLoader loader() {
    Map<String, byte[]> classes = written;
    return new ClassLoader(Compilation.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    private Source(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
