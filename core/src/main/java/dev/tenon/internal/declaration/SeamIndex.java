package dev.tenon.internal.declaration;

import dev.tenon.model.classfile.IndexFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** The indexes of seams, holders and views that the processor writes into each jar. */
public final class SeamIndex {

  /** Where the index of seams stands in a jar or folder. */
  public static final String PATH = "META-INF/services/dev.tenon.contract.Seam";

  private static final String HOLDERS = "META-INF/services/dev.tenon.contract.ContractFor";

  private static final String VIEWS = "META-INF/services/dev.tenon.contract.Assumes";

  private SeamIndex() {}

  /**
   * The seams that a loader's index files name.
   *
   * @param loader the loader
   * @return their binary names, sorted
   * @throws IOException if an index cannot be read
   */
  public static SortedSet<String> of(ClassLoader loader) throws IOException {
    return read(loader, PATH);
  }

  /**
   * The holders that a loader's index files name.
   *
   * @param loader the loader
   * @return their binary names, sorted
   * @throws IOException if an index cannot be read
   */
  public static SortedSet<String> ofHolders(ClassLoader loader) throws IOException {
    return read(loader, HOLDERS);
  }

  /**
   * The views that a loader's index files name.
   *
   * @param loader the loader
   * @return their binary names, sorted
   * @throws IOException if an index cannot be read
   */
  public static SortedSet<String> ofViews(ClassLoader loader) throws IOException {
    return read(loader, VIEWS);
  }

  /** The names in all files of that path. */
  private static SortedSet<String> read(ClassLoader loader, String path) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (URL file : IndexFiles.of(loader, path)) {
      URLConnection connection = file.openConnection();
      // A cached jar is shared with the application, which may close it.
      connection.setUseCaches(false);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int comment = line.indexOf('#');
          String name = (comment < 0 ? line : line.substring(0, comment)).strip();
          if (!name.isEmpty()) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }
}
