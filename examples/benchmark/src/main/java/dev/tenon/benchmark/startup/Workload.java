package dev.tenon.benchmark.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Many classes in many jars, none under a contract: each jar has a package with interfaces,
 * abstract classes and classes that extend those of jars before it.
 */
final class Workload {

  static final int JARS = 60;

  /** How many are asked for; what they extend comes with them. */
  static final int LOADED = 5_000;

  /** Of a jar, one in so many is an interface, and one an abstract class. */
  private static final int FAMILY = 12;

  private static final String INTERFACE =
      """
      package %1$s;
      public interface %2$s {
        String name();
        default int rank(java.util.List<String> names) { return names.indexOf(name()); }
      }
      """;

  private static final String ABSTRACT =
      """
      package %1$s;
      public abstract class %2$s implements %3$s {
        protected final java.util.Map<String, Integer> counts = new java.util.HashMap<>();
        protected int count(String key) { return counts.merge(key, 1, Integer::sum); }
        @Override public String name() { return getClass().getSimpleName() + counts.size(); }
      }
      """;

  private static final String CLASS =
      """
      package %1$s;
      import java.util.*;
      import java.util.function.*;
      public class %2$s extends %3$s implements Comparable<%2$s> {
        private static final List<String> KINDS = List.of("a", "b", "%2$s");
        private final List<String> notes = new ArrayList<>();
        private long total = KINDS.size();
        public %2$s() { count("%2$s"); }
        @Override public int compareTo(%2$s other) { return Long.compare(total, other.total); }
        public Optional<String> find(String start) {
          return notes.stream().filter(note -> note.startsWith(start)).findFirst();
        }
        public long add(long amount, String note) {
          if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount + " of " + note);
          }
          notes.add(note);
          return total += amount;
        }
        public Supplier<String> later(int n) { return () -> KINDS.get(n %% KINDS.size()) + total; }
        @Override public String toString() { return "%2$s[" + total + ", " + notes + "]"; }
      }
      """;

  private final Path directory;
  private final List<String> made = new ArrayList<>();

  Workload(Path directory) {
    this.directory = directory;
  }

  /** Writes the jars, and gives their paths. */
  List<Path> write() throws IOException {
    Path sources = Files.createDirectories(directory.resolve("src"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<Path> files = new ArrayList<>();
    for (int i = 0; made.size() < LOADED; i++) {
      files.add(source(sources, i % JARS, i / JARS));
    }
    compile(files, classes);
    Collections.shuffle(made, new Random(1));
    List<Path> jars = new ArrayList<>();
    for (int jar = 0; jar < JARS; jar++) {
      jars.add(jar(classes.resolve("load/of" + jar), classes));
    }
    return jars;
  }

  private Path source(Path sources, int jar, int index) throws IOException {
    String name = "load.of" + jar;
    // What it extends is in its own jar or in the one before.
    int family = index / FAMILY * FAMILY;
    String above = "load.of" + (jar == 0 || index % 2 == 0 ? jar : jar - 1) + ".C";
    String text;
    switch (index % FAMILY) {
      case 0 -> text = INTERFACE.formatted(name, "C" + index);
      case 1 -> text = ABSTRACT.formatted(name, "C" + index, above + family);
      default -> {
        text = CLASS.formatted(name, "C" + index, above + (family + 1));
        made.add(name + ".C" + index);
      }
    }
    Path file = sources.resolve("load/of" + jar).resolve("C" + index + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, UTF_8);
  }

  private static void compile(List<Path> files, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options = List.of("-proc:none", "-g", "-d", classes.toString());
      if (!compiler
          .getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        throw new IllegalStateException("the workload does not compile");
      }
    }
  }

  private Path jar(Path folder, Path root) throws IOException {
    Path jar = directory.resolve(folder.getFileName() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file -> {
                try {
                  put(
                      out,
                      root.relativize(file).toString().replace('\\', '/'),
                      Files.readAllBytes(file));
                } catch (IOException unreadable) {
                  throw new UncheckedIOException(unreadable);
                }
              });
    }
    return jar;
  }

  /** The jar with the application that loads all of it. */
  Path application() throws IOException {
    Path jar = directory.resolve("application.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      put(out, Loading.class);
      put(out, Loading.LIST, String.join("\n", made).getBytes(UTF_8));
    }
    return jar;
  }

  /** The jar of the agent that changes nothing. */
  Path nullTransformer() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", NullTransformer.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("null.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      put(out, NullTransformer.class);
    }
    return jar;
  }

  private static void put(JarOutputStream out, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Workload.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      put(out, name, in.readAllBytes());
    }
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
