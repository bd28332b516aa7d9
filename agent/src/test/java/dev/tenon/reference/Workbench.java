package dev.tenon.reference;

import dev.tenon.processor.TenonProcessor;
import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.given.Replay;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles programs with the processor and runs them in a JVM of their own.
 *
 * @param directory an empty directory for one batch
 */
record Workbench(Path directory) {

  /** The quickest start: most of what runs here runs a few times. */
  static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC");

  /** Where the built agent is. */
  static final String AGENT = "tenon.agent.jar";

  private static final int PATIENCE_IN_SECONDS = 120;

  void compile(List<? extends Specimen> programs) throws IOException {
    Files.createDirectories(classes());
    List<String> settings = new ArrayList<>();
    List<JavaFileObject> sources = new ArrayList<>();
    for (Specimen program : programs) {
      settings.addAll(program.modes());
      program.sources().forEach((name, text) -> sources.add(new Source(name, text)));
    }
    Files.write(classes().resolve("tenon.properties"), settings);
    Files.write(names(), programs.stream().map(Specimen::name).toList());
    compile(sources, programs);
  }

  private void compile(List<JavaFileObject> sources, List<? extends Specimen> programs)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-nowarn",
            "-Xlint:none",
            "-Atenon.warnings=note",
            "-d",
            classes().toString(),
            "-cp",
            classPath());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(said, files, null, options, null, sources);
      task.setProcessors(List.of(new TenonProcessor()));
      if (!task.call()) {
        throw new IllegalStateException(
            "programs " + programs.get(0).name() + " and following do not compile:\n" + said);
      }
    }
  }

  /** Runs what was compiled; gives the lines that it printed. */
  List<String> run(Door door) throws IOException, InterruptedException {
    boolean isProxied = door == Door.PROXY;
    Path out = directory.resolve(door + ".txt");
    List<String> command = new ArrayList<>();
    command.addAll(JAVA);
    if (!isProxied) {
      command.add("-javaagent:" + System.getProperty(AGENT));
    }
    command.addAll(List.of("-cp", classPath(), Replay.class.getName()));
    command.addAll(List.of(names().toString(), Boolean.toString(isProxied), out.toString()));
    Path log = directory.resolve(door + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(Workbench::isInherited);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + command);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("ended with " + process.exitValue() + ":\n" + tail(log));
    }
    return Files.readAllLines(out);
  }

  private static boolean isInherited(String variable) {
    return variable.startsWith("TENON_") || variable.equals("JDK_JAVA_OPTIONS");
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  private Path classes() {
    return directory.resolve("classes");
  }

  private Path names() {
    return directory.resolve("programs.txt");
  }

  /** What this JVM sees, the annotations, core and what is in {@code given} among it. */
  private String classPath() {
    return classes() + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** A source that never was a file. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
