package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class file of a type that an index names, and announces an index that is wrong.
 *
 * <p>Thread-safe.
 */
final class Indexed {

  private final Presence presence;
  private final Kind kind;
  private final String word;

  /**
   * A reader.
   *
   * @param presence takes what is wrong
   * @param kind of what is then not enforced
   * @param word of reports for what the index names
   */
  Indexed(Presence presence, Kind kind, String word) {
    this.presence = presence;
    this.kind = kind;
    this.word = word;
  }

  /** The class file; null when there is none, which is announced. */
  byte @Nullable [] read(ClassLoader loader, String name) throws IOException {
    byte[] bytes = ClassFiles.read(loader, name.replace('.', '/'));
    if (bytes == null || ClassHeader.of(bytes) == null) {
      refuse(loader, name, "there is no such class");
      return null;
    }
    return bytes;
  }

  /** Announces that a type is not what the index takes it for. */
  void refuse(ClassLoader loader, String name, String reason) {
    presence.refuseOnce(
        kind,
        loader,
        name,
        "the index of " + word + "s names it, but " + reason + "; " + SeenIndexes.REBUILD);
  }

  /** Whether the type is there that another is about; its absence is announced. */
  boolean hasTarget(ClassLoader loader, String name, String target) {
    if (ClassFiles.has(loader, target.replace('.', '/'))) {
      return true;
    }
    boolean isView = kind == Kind.VIEW;
    presence.refuseOnce(
        kind,
        loader,
        isView ? name : target,
        (isView ? "it" : "its " + word + " " + name)
            + " names "
            + target
            + ", which is not on the class path; add its jar, or take the "
            + word
            + " out");
    return false;
  }
}
