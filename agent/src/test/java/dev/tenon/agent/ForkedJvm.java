package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.Seams;
import dev.tenon.linking.Joints;
import dev.tenon.model.Contract;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.slf4j.Logger;

/** A JVM of its own with the built agent, and the application that it runs, compiled here. */
final class ForkedJvm {

  /** What a JVM that ran left behind. */
  record Run(int exit, String out, String err) {

    List<String> outLines() {
      return out.lines().toList();
    }
  }

  /** What an application has of Tenon beside the agent, and what that requires. */
  static final List<String> LIBRARIES =
      List.of(
          vocabulary(),
          locationOf(Contract.class),
          locationOf(Seams.class),
          locationOf(Joints.class),
          locationOf(Logger.class));

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(public )?(?:abstract |final |sealed )*(?:class|interface|record|enum) (\\w+)");

  private final Path directory;
  private final Path classes;
  private final List<Path> sources = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> lastFlags = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final List<String> compilerOptions = new ArrayList<>(List.of("-proc:none", "-nowarn"));
  private final Map<String, String> environment = new HashMap<>();
  private String agentArguments = "";
  private int agents = 1;
  private int patience = 60;

  ForkedJvm(Path directory) {
    this.directory = directory;
    this.classes = directory.resolve("classes");
    classPath.add(classes.toString());
    classPath.add(vocabulary());
  }

  /** Where the annotations are, as a directory or a jar. */
  static String vocabulary() {
    return locationOf(dev.tenon.contract.Seam.class);
  }

  static String modulePath() {
    return String.join(File.pathSeparator, LIBRARIES);
  }

  static String locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Path agentJar() {
    return Path.of(System.getProperty("tenon.agent.jar"));
  }

  static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  Path classes() {
    return classes;
  }

  /** Adds a source file, named by its package and its public or else its last top-level type. */
  ForkedJvm source(String text) {
    String name = "";
    for (Matcher type = TYPE.matcher(text); type.find(); ) {
      name = type.group(2);
      if (type.group(1) != null) {
        break;
      }
    }
    Matcher inPackage = PACKAGE.matcher(text);
    String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
    return source(folder + name + ".java", text);
  }

  ForkedJvm source(String path, String text) {
    Path file = directory.resolve("src").resolve(path);
    sources.add(write(file, text));
    return this;
  }

  /** Names the seams, as the processor would. */
  ForkedJvm index(String... seams) {
    return file("META-INF/services/dev.tenon.contract.Seam", String.join("\n", seams) + "\n");
  }

  /** Names the views, as the processor would. */
  ForkedJvm views(String... views) {
    return file("META-INF/services/dev.tenon.contract.Assumes", String.join("\n", views) + "\n");
  }

  ForkedJvm file(String path, String text) {
    write(classes.resolve(path), text);
    return this;
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  ForkedJvm flags(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  /** Sets a variable, which no other run sees. */
  ForkedJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Flags behind the agent. */
  ForkedJvm lastFlags(String... more) {
    lastFlags.addAll(List.of(more));
    return this;
  }

  ForkedJvm onClassPath(String... more) {
    classPath.addAll(List.of(more));
    return this;
  }

  ForkedJvm onLibraries() {
    classPath.addAll(LIBRARIES);
    return this;
  }

  /** Runs with these alone, and none of its own classes. */
  ForkedJvm onJars(List<String> jars) {
    classPath.clear();
    classPath.addAll(jars);
    return this;
  }

  ForkedJvm compilerOptions(String... more) {
    compilerOptions.addAll(List.of(more));
    return this;
  }

  /** Compiles with annotation processors; without, none runs. */
  ForkedJvm processors(String path) {
    compilerOptions.remove("-proc:none");
    return compilerOptions("-processorpath", path);
  }

  ForkedJvm agentArguments(String arguments) {
    agentArguments = "=" + arguments;
    return this;
  }

  /** How often the agent is given; 0 for none. */
  ForkedJvm agents(int count) {
    agents = count;
    return this;
  }

  /** How many seconds it may take. */
  ForkedJvm patience(int seconds) {
    patience = seconds;
    return this;
  }

  /** Compiles with the processor rather than without any. */
  ForkedJvm processing() {
    compilerOptions.remove("-proc:none");
    return compilerOptions("-processorpath", System.getProperty("java.class.path"));
  }

  ForkedJvm compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      Files.createDirectories(classes);
      List<String> options = new ArrayList<>(compilerOptions);
      options.addAll(List.of("-d", classes.toString()));
      if (!options.contains("--module-path")) {
        options.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
      }
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException(said.toString());
      }
      sources.clear();
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What was compiled, as the jar that another application gets. */
  Path jar(String name) {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return jar;
  }

  /** A jar that makes an agent of a class on the class path. */
  Path agent(String premain) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", premain);
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve(premain + ".jar");
    try {
      new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return jar;
  }

  /** Runs a main class that is on the class path. */
  Run run(String main, String... arguments) {
    List<String> command = command();
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main));
    command.addAll(List.of(arguments));
    return execute(command);
  }

  /** Runs a main class of a module. */
  Run runModule(String modulePath, String main) {
    List<String> command = command();
    command.addAll(List.of("--module-path", modulePath, "--module", main));
    return execute(command);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(java("java"), "-XX:TieredStopAtLevel=1"));
    command.addAll(flags);
    for (int i = 0; i < agents; i++) {
      command.add("-javaagent:" + agentJar() + agentArguments);
    }
    command.addAll(lastFlags);
    return command;
  }

  Run execute(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TENON_"));
    builder.environment().putAll(environment);
    return execute(builder);
  }

  Run execute(ProcessBuilder builder) {
    try {
      Path out = directory.resolve("out.txt");
      Path err = directory.resolve("err.txt");
      builder.environment().remove("JDK_JAVA_OPTIONS");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(patience, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("did not end: " + builder.command());
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The class files below the compiled classes. */
  List<Path> classFiles() {
    try (Stream<Path> walk = Files.walk(classes)) {
      return walk.filter(path -> path.toString().endsWith(".class")).collect(Collectors.toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
