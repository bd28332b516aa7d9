package dev.tenon.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names in the indexes of seams, which the processor writes beside the classes. */
final class SeamNames {

  /** Where an index stands in a jar or folder. */
  static final String PATH = "META-INF/services/dev.tenon.contract.Seam";

  private SeamNames() {}

  /** The binary names in all indexes of a class path, sorted. */
  static SortedSet<String> in(URLClassLoader loader) {
    SortedSet<String> names = new TreeSet<>();
    try {
      for (URL index : Collections.list(loader.findResources(PATH))) {
        names.addAll(read(index));
      }
      return names;
    } catch (IOException e) {
      throw new Fault("an index of seams cannot be read: " + e.getMessage());
    }
  }

  private static List<String> read(URL index) throws IOException {
    URLConnection connection = index.openConnection();
    connection.setUseCaches(false);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(name -> !name.isEmpty())
          .toList();
    }
  }
}
