package dev.tenon.maven;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.ClassPathEntry;
import dev.tenon.model.classfile.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one folder or jar of a class path holds of contracts, as far as that shows without loading a
 * class.
 */
final class Entry {

  private static final String CORE = "dev/tenon/runtime/Linkage.class";
  private static final String META = "META-INF/";
  private static final String MANIFESTS = META + "tenon/";
  private static final String MANIFEST = ".json";

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
    ClassPathEntry.read(file, entry::read);
    return entry;
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
