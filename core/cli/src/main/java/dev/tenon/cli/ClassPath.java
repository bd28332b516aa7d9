package dev.tenon.cli;

import dev.tenon.ApplicationClasses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The jars and folders of an application, as {@code java -cp} takes them. */
final class ClassPath {

  private final List<Path> entries;

  private ClassPath(List<Path> entries) {
    this.entries = entries;
  }

  /**
   * Reads the entries.
   *
   * @param text entries between the separators of the platform; empty for none
   * @throws Fault if an entry is not there, or is neither a folder nor a jar
   */
  static ClassPath of(String text) {
    List<Path> entries = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      if (entry.isBlank()) {
        continue;
      }
      if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith(File.separator + "*")) {
        entries.addAll(jars(path(entry.substring(0, entry.length() - 1))));
      } else {
        entries.add(checked(path(entry)));
      }
    }
    return new ClassPath(entries);
  }

  /** The same with another entry before the others. */
  ClassPath after(Path first) {
    List<Path> all = new ArrayList<>();
    all.add(checked(first));
    all.addAll(entries);
    return new ClassPath(all);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** A loader of these entries, which makes arguments by the testkit of this tool. */
  ApplicationClasses open() {
    return ApplicationClasses.of(entries, "net.jqwik.");
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Fault(text + " is no path: " + e.getReason());
    }
  }

  private static Path checked(Path entry) {
    if (!Files.exists(entry)) {
      throw new Fault("there is no jar or folder " + entry);
    }
    if (!Files.isDirectory(entry)) {
      try (ZipFile jar = new ZipFile(entry.toFile())) {
        jar.size();
      } catch (IOException e) {
        throw new Fault(entry + " is neither a folder nor a jar: " + e.getMessage());
      }
    }
    return entry;
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Fault("there is no folder " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .sorted()
          .map(ClassPath::checked)
          .toList();
    } catch (IOException e) {
      throw new Fault(folder + " cannot be read: " + e.getMessage());
    }
  }
}
