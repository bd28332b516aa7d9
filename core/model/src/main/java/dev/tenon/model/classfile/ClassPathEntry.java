package dev.tenon.model.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the folders and jars of a class path.
 *
 * <p>Thread-safe.
 */
public final class ClassPathEntry {

  private static final String CLASS = ".class";
  private static final String META = "META-INF/";
  private static final byte[] NOTHING = {};

  private ClassPathEntry() {}

  /** Hears of the files of a folder or jar. */
  public interface Reader {

    /**
     * Takes one file.
     *
     * @param name its path, with slashes
     * @param bytes its content if it is a class file outside META-INF; else empty
     */
    void read(String name, byte[] bytes);
  }

  /**
   * Reads a folder or jar.
   *
   * @param file the folder or jar
   * @param reader hears of its files
   * @throws IOException if it cannot be read
   */
  public static void read(Path file, Reader reader) throws IOException {
    if (Files.isDirectory(file)) {
      Files.walkFileTree(file, new Walk(file, reader));
      return;
    }
    try (ZipFile jar = new ZipFile(file.toFile())) {
      read(jar, reader);
    }
  }

  /**
   * Reads a jar that is open.
   *
   * @param jar the jar
   * @param reader hears of its files
   * @throws IOException if it cannot be read
   */
  public static void read(ZipFile jar, Reader reader) throws IOException {
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      ZipEntry each = entries.nextElement();
      if (isClass(each.getName())) {
        try (InputStream in = jar.getInputStream(each)) {
          reader.read(each.getName(), in.readAllBytes());
        }
      } else {
        reader.read(each.getName(), NOTHING);
      }
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(CLASS) && !name.startsWith(META);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Reader reader;

    Walk(Path root, Reader reader) {
      this.root = root;
      this.reader = reader;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = root.relativize(file).toString().replace('\\', '/');
      reader.read(name, isClass(name) ? Files.readAllBytes(file) : NOTHING);
      return FileVisitResult.CONTINUE;
    }
  }
}
