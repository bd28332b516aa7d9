package dev.tenon;

import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.SeamIndex;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an application, as a tool sees them: to read its contracts without running it.
 *
 * <p>Of the tool it sees the vocabulary, the core, the constraints of Bean Validation and SLF4J.
 * They win over copies on its own class path, since one copy alone can be asked; all else of the
 * tool stays hidden, so that the application has its own. Of its classes, companions alone are
 * initialised.
 *
 * <p>Thread-safe.
 */
public final class ApplicationClasses extends URLClassLoader {

  /** Where the index of seams stands in a jar or folder. */
  public static final String INDEX = SeamIndex.PATH;

  private ApplicationClasses(URL[] entries, ClassLoader tool) {
    super("class path", entries, tool);
  }

  /**
   * The classes of a class path.
   *
   * @param entries its jars and folders
   * @param shared prefixes of further classes of the tool that the application sees, as {@code
   *     net.jqwik.}
   * @return a loader of them, to be closed
   */
  public static ApplicationClasses of(List<Path> entries, String... shared) {
    return new ApplicationClasses(
        entries.stream().map(ApplicationClasses::url).toArray(URL[]::new), new ToolClasses(shared));
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry + " cannot be on a class path", e);
    }
  }

  /**
   * The seams that the indexes name.
   *
   * @return their binary names, sorted
   * @throws IOException if an index cannot be read
   */
  public SortedSet<String> seams() throws IOException {
    return SeamIndex.of(this);
  }

  /**
   * The holders that the indexes name: interfaces with the clauses of others.
   *
   * @return their binary names, sorted
   * @throws IOException if an index cannot be read
   */
  public SortedSet<String> holders() throws IOException {
    return SeamIndex.ofHolders(this);
  }

  /**
   * The clients' views that the indexes name.
   *
   * @return their binary names, sorted
   * @throws IOException if an index cannot be read
   */
  public SortedSet<String> views() throws IOException {
    return SeamIndex.ofViews(this);
  }

  /**
   * Whether something stands in a type that has to be enforced: clauses of its own, those of the
   * holder or view that it is, or that it is marked as a seam.
   *
   * @param type one of these classes
   * @return false for what merely mentions the vocabulary
   */
  public static boolean states(Class<?> type) {
    return Declarations.hasTerms(type);
  }

  /**
   * Why what stands in a type cannot be enforced, as far as that is known before it is called.
   *
   * @param type one of these classes
   * @return the reason and what to do; empty when nothing is known, or nothing stands there
   */
  public static Optional<String> hole(Class<?> type) {
    Declaration read;
    try {
      read = Declarations.in(type);
    } catch (TypeNotPresentException absent) {
      return Optional.of(
          "names "
              + absent.typeName()
              + ", which is not on the class path; add its jar, or take it out");
    }
    if (read instanceof Declaration.Unenforceable not) {
      return not.operations() != null && not.operations().isEmpty()
          ? Optional.empty()
          : Optional.of(not.reason());
    }
    return read instanceof Declaration.Compiled compiled
        ? unlinked(compiled.companion())
        : Optional.empty();
  }

  /** What the signatures of a companion need is what its checks are linked with. */
  private static Optional<String> unlinked(Class<?> companion) {
    try {
      Objects.requireNonNull(companion.getDeclaredMethods());
      return Optional.empty();
    } catch (LinkageError missing) {
      return Optional.of("its clauses need what is not on the class path: " + missing.getMessage());
    }
  }

  /** What an application sees of a tool. */
  private static final class ToolClasses extends ClassLoader {

    private static final List<String> SHARED =
        List.of("dev.tenon.", "jakarta.validation.", "org.slf4j.");

    private final List<String> shared = new ArrayList<>(SHARED);

    ToolClasses(String... more) {
      super("tenon", ClassLoader.getPlatformClassLoader());
      shared.addAll(List.of(more));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      @Nullable ClassLoader tool = ApplicationClasses.class.getClassLoader();
      if (tool != null && shared.stream().anyMatch(name::startsWith)) {
        return tool.loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
