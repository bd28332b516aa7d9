package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what types declare themselves, without what they inherit.
 *
 * <p>Thread-safe.
 */
final class Stated {

  private final Realms realms;
  private final Presence presence;
  private final SeenIndexes indexes;

  Stated(Realms realms, Presence presence, SeenIndexes indexes) {
    this.realms = realms;
    this.presence = presence;
    this.indexes = indexes;
  }

  /**
   * What a type declares itself; null when that is nothing.
   *
   * @param isUnder whether it is under other declarations: its constraints count then
   */
  @Nullable Declaration by(ClassLoader loader, ClassHeader header, byte[] bytes, boolean isUnder) {
    String name = header.name().replace('/', '.');
    boolean isIndexed = header.isInterface() && isIndexed(loader, header);
    if (isIndexed && !header.carriesMarks()) {
      presence.refuseOnce(
          Kind.SEAM,
          loader,
          name,
          "the index of seams names it, but it has no clauses; " + SeenIndexes.REBUILD);
    }
    boolean isSelected = presence.isSelected(name);
    boolean isMarked = header.carriesMarks() || isUnder || isSelected;
    if (!isMarked || Names.isStandIn(header.name())) {
      return null;
    }
    Declaration own =
        Declaration.of(
            header,
            bytes,
            constraints(loader, header),
            isUnder || isSelected,
            countsClauses(header, isIndexed));
    boolean isKept = !own.isEmpty() || own.isSeam() || (isIndexed && header.carriesMarks());
    if (own.isOutdated() && (isKept || isUnder || isSelected)) {
      presence.sayOutdated(name);
    }
    // No index names a class: one that is off must be found when it is switched on.
    boolean isKnown = header.isInterface() || isSelected || presence.isOff(name);
    if (own.isMarked() || (!own.isEmpty() && isKnown)) {
      presence.met(loader, name);
    }
    if (isKept && Names.imports(loader)) {
      realms.of(loader).seesSeam(ClassFiles.place(loader, header.name()));
    }
    return isKept ? own : null;
  }

  private boolean isIndexed(ClassLoader loader, ClassHeader header) {
    return indexes.of(loader).hasSeam(header.name().replace('/', '.'))
        || (header.carriesMarks()
            && Names.imports(loader)
            && ClassFiles.isIndexedBeside(loader, header.name()));
  }

  /** Null for what was generated: it copies annotations from what it stands in front of. */
  private @Nullable Constraints constraints(ClassLoader loader, ClassHeader header) {
    return Names.isGenerated(header.name())
        ? null
        : new Constraints(loader, realms.of(loader), presence);
  }

  /** An interface with clauses that no processor saw is woven only to have its calls refused. */
  private boolean countsClauses(ClassHeader header, boolean isIndexed) {
    return header.carriesMarks() && (!header.isInterface() || isIndexed || presence.isStrict());
  }
}
