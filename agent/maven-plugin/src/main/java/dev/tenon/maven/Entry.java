package dev.tenon.maven;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What one folder or jar of a class path holds of contracts, as far as that shows without loading a
 * class.
 */
final class Entry {

  private static final String CORE = "dev/tenon/runtime/Linkage.class";
  private static final String CLASS = ".class";
  private static final String META = "META-INF/";
  private static final String MANIFESTS = META + "tenon/";
  private static final String MANIFEST = ".json";
  private static final byte[] NOTHING = {};

  private final Path file;
  private final Map<String, String> marked = new TreeMap<>();
  private final Set<String> manifests = new TreeSet<>();
  private boolean hasCore;

  private Entry(Path file) {
    this.file = file;
  }

  /**
   * Reads an entry.
   *
   * @param file a folder or a jar
   * @throws IOException if it cannot be read
   */
  static Entry read(Path file) throws IOException {
    Entry entry = new Entry(file);
    if (Files.isDirectory(file)) {
      entry.readFolder();
    } else {
      entry.readJar();
    }
    return entry;
  }

  private void readFolder() throws IOException {
    try (Stream<Path> files = Files.walk(file)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String name = file.relativize(each).toString().replace('\\', '/');
        read(name, isClass(name) ? Files.readAllBytes(each) : NOTHING);
      }
    }
  }

  private void readJar() throws IOException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      for (ZipEntry each : jar.stream().toList()) {
        String name = each.getName();
        byte[] bytes = NOTHING;
        if (isClass(name)) {
          try (InputStream in = jar.getInputStream(each)) {
            bytes = in.readAllBytes();
          }
        }
        read(name, bytes);
      }
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(CLASS) && !name.startsWith(META);
  }

  private void read(String name, byte[] bytes) {
    hasCore |= name.equals(CORE);
    if (name.startsWith(MANIFESTS) && name.endsWith(MANIFEST)) {
      manifests.add(name.substring(MANIFESTS.length(), name.length() - MANIFEST.length()));
    }
    ClassHeader header = ClassHeader.of(bytes);
    if (header != null && header.carriesMarks()) {
      String language = Languages.other(bytes);
      marked.put(header.name().replace('/', '.'), language == null ? "" : Languages.reason(bytes));
    }
  }

  /** The name by which a user knows it. */
  String name() {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  Path file() {
    return file;
  }

  /**
   * The types that mention an annotation which makes a seam, by binary name: why clauses in them
   * cannot be compiled, which is empty for those written in Java.
   */
  Map<String, String> marked() {
    return marked;
  }

  /** The binary names of the types that manifests are about. */
  Set<String> manifests() {
    return manifests;
  }

  /** Whether the core is in it. */
  boolean hasCore() {
    return hasCore;
  }
}
