package dev.tenon.cli;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Compiles what was written, and runs it with jqwik. */
final class Written {

  private Written() {}

  /** Compiles and runs the tests of a class; a compiler that says anything fails. */
  static TestExecutionSummary run(Path folder, String test, Path... sources) {
    compile(folder, List.of(sources));
    ClassLoader parent = Written.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent)) {
      return run(loader.loadClass(test), loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void compile(Path folder, List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-Xlint:all,-processing,-classfile",
              "-proc:none",
              "-d",
              folder.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean isCompiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!isCompiled || !said.toString().isEmpty()) {
        throw new AssertionError(said.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestExecutionSummary run(Class<?> test, ClassLoader loader) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .configurationParameter("jqwik.tries.default", "200")
            .configurationParameter("jqwik.seeds.whenfixed", "ALLOW")
            .configurationParameter("jqwik.database", "")
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      LauncherFactory.create().execute(request, summary);
      return summary.getSummary();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A subclass that fills in what was left to be filled in. */
  static Path filledIn(Path folder, String name, String of, String body) {
    String source =
        "package warehouse;\n\nclass " + name + " extends " + of + " {\n" + body + "}\n";
    try {
      return Files.writeString(folder.resolve(name + ".java"), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
