package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A folder of classes that are woven at build. */
final class BuildFolder {

  private static final byte[] JOINT = Joints.CORE.getBytes(ISO_8859_1);
  private static final String SUFFIX = ".class";
  private static final String VERSIONS = "META-INF/versions/";
  private static final String MODULE = "module-info";

  private final Path root;
  private final Map<String, byte[]> classes = new TreeMap<>();
  private final Map<String, byte[]> versioned = new TreeMap<>();
  private final Map<String, Set<String>> stated = new TreeMap<>();
  private final Map<String, Set<String>> concerned = new TreeMap<>();
  private final Map<String, Set<String>> bound = new TreeMap<>();

  private BuildFolder(Path root) {
    this.root = root;
  }

  static BuildFolder read(Path root) throws IOException {
    BuildFolder folder = new BuildFolder(root);
    // The JVM follows links too.
    Files.walkFileTree(
        root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Reading(folder));
    return folder;
  }

  private void add(Path file) throws IOException {
    String name = root.relativize(file).toString().replace('\\', '/');
    if (name.endsWith(SUFFIX)) {
      String type = name.substring(0, name.length() - SUFFIX.length());
      (name.startsWith(VERSIONS) ? versioned : classes).put(type, Files.readAllBytes(file));
    }
  }

  /** By internal name, all classes but those of a multi-release folder. */
  Map<String, byte[]> classes() {
    return classes;
  }

  /** By path without its suffix, the classes of multi-release folders. */
  Map<String, byte[]> versioned() {
    return versioned;
  }

  boolean has(String internalName) {
    return classes.containsKey(internalName);
  }

  /** The declaration of the module; empty when there is none. */
  byte[] module() {
    byte[] bytes = classes.get(MODULE);
    return bytes == null ? new byte[0] : bytes;
  }

  /** Whether a class file has anything that was woven at build. */
  static boolean isWoven(byte[] bytes) {
    return ClassHeader.mentions(bytes, JOINT);
  }

  /** Has the record say what a class, by internal name, was woven for: seams and views. */
  void state(String type, Set<String> names) {
    add(stated, type, names);
  }

  /** All seams and views that a class was woven for or may have to do with. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Set<String> each : stated.values()) {
      names.addAll(each);
    }
    for (Set<String> each : concerned.values()) {
      names.addAll(each);
    }
    return names;
  }

  /** Has the record say of which operations a seam or view had something to say. */
  void bind(String name, Set<String> operations) {
    add(bound, name, operations);
  }

  private static void add(Map<String, Set<String>> to, String key, Set<String> more) {
    Set<String> known = to.get(key);
    if (known == null) {
      known = new TreeSet<>();
      to.put(key, known);
    }
    known.addAll(more);
  }

  /** Has the record say what a class, by internal name, may have to do with: seams and views. */
  void look(String type, Set<String> names) {
    concerned.put(type, names);
  }

  /**
   * Writes what changed, what was added, and the record.
   *
   * @param looked by internal name, the classes that a contract or view is about, as they are now
   * @param fronts by internal name, the classes in front of lambdas
   * @return how much that was, as one line
   */
  String write(Map<String, byte[]> looked, Map<String, byte[]> fronts) throws IOException {
    // First, for when this is interrupted: no class may name what is not there.
    for (Map.Entry<String, byte[]> each : fronts.entrySet()) {
      write(each.getKey(), each.getValue());
    }
    int written = 0;
    int woven = 0;
    for (Map.Entry<String, byte[]> each : looked.entrySet()) {
      boolean isWoven = isWoven(each.getValue());
      boolean isWritten = isWoven && write(each.getKey(), each.getValue());
      woven += isWoven ? 1 : 0;
      written += isWritten ? 1 : 0;
    }
    writeRecord(looked);
    return woven
        + (woven == 1 ? " class" : " classes")
        + " woven ("
        + written
        + " written, "
        + (woven - written)
        + " as before)";
  }

  /** Whether a class is another than in the folder. */
  boolean isChanged(String type, byte[] bytes) {
    return !Arrays.equals(bytes, classes.get(type));
  }

  /** False when the file has it already. */
  private boolean write(String type, byte[] bytes) throws IOException {
    if (!isChanged(type, bytes)) {
      return false;
    }
    Files.write(root.resolve(type.concat(SUFFIX)), bytes);
    return true;
  }

  /**
   * What a class may have to do with is said also where that came to nothing: the JVM asks for it.
   */
  private String record(Map<String, byte[]> looked) {
    StringBuilder record = new StringBuilder();
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      byte[] woven = looked.get(each.getKey());
      byte[] bytes = woven == null ? each.getValue() : woven;
      Set<String> names = named(stated, each.getKey());
      Set<String> others = named(concerned, each.getKey());
      others.removeAll(names);
      if (isWoven(bytes) && !names.isEmpty()) {
        state(record, each.getKey()).append(Joints.WOVEN).append(String.join(",", names));
        record.append('\n');
      } else {
        others.addAll(names);
      }
      if (!others.isEmpty()) {
        state(record, each.getKey()).append(Joints.LOOKED_AT).append(String.join(",", others));
        record.append(Joints.IN).append(Joints.checksum(bytes)).append('\n');
      }
    }
    for (String name : names()) {
      Set<String> operations = named(bound, name);
      state(record, name).append(Joints.SAYS);
      record.append(operations.isEmpty() ? "nothing" : String.join(",", operations)).append('\n');
    }
    return record.toString();
  }

  private static Set<String> named(Map<String, Set<String>> names, String type) {
    Set<String> found = names.get(type);
    return found == null ? new TreeSet<>() : new TreeSet<>(found);
  }

  private static StringBuilder state(StringBuilder record, String type) {
    return record.append(type.replace('/', '.')).append(Joints.STATED);
  }

  /**
   * Writes the record.
   *
   * @param looked by internal name, the classes that a contract or view is about, as they are to be
   */
  void writeRecord(Map<String, byte[]> looked) throws IOException {
    String text = record(looked);
    Path file = root.resolve(Joints.RECORD);
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, text.getBytes(UTF_8));
  }

  private static final class Reading extends SimpleFileVisitor<Path> {

    private final BuildFolder folder;

    Reading(BuildFolder folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      folder.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof FileSystemLoopException) {
        // A link to what it is in has nothing new.
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
