package dev.tenon.model.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
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
   * Reads a folder or jar. Symbolic links are followed. Of a class that a jar has for several
   * versions of Java the one is read that this JVM loads.
   *
   * @param file the folder or jar
   * @param reader hears of its files
   * @throws ZipException if it is neither
   * @throws IOException if it cannot be read
   */
  public static void read(Path file, Reader reader) throws IOException {
    if (Files.isDirectory(file)) {
      Files.walkFileTree(
          file,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Walk(file, reader));
      return;
    }
    try (JarFile jar =
        new JarFile(file.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
      read(jar, reader);
    }
  }

  /**
   * Reads a jar that is open, in the version that it was opened for.
   *
   * @param jar the jar
   * @param reader hears of its files
   * @throws IOException if it cannot be read
   */
  public static void read(JarFile jar, Reader reader) throws IOException {
    Iterator<JarEntry> entries = jar.versionedStream().iterator();
    while (entries.hasNext()) {
      JarEntry each = entries.next();
      if (isClass(each.getName())) {
        reader.read(each.getName(), read(jar, each));
      } else {
        reader.read(each.getName(), NOTHING);
      }
    }
  }

  /** A jar that is broken inside is still one. */
  private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (ZipException broken) {
      throw new IOException(entry.getName().concat(": ").concat(String.valueOf(broken)), broken);
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
      if (attributes.isRegularFile()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        reader.read(name, isClass(name) ? Files.readAllBytes(file) : NOTHING);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof FileSystemLoopException) {
        // A link to a folder around it: what is below has been read.
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
