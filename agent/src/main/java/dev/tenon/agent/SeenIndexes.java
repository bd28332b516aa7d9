package dev.tenon.agent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the indexes that class loaders see, once for each.
 *
 * <p>Thread-safe.
 */
final class SeenIndexes {

  private static final String VOCABULARY = "dev/tenon/contract/Requires";

  private static final String CORE = "dev/tenon/runtime/Linkage";

  static final String REBUILD =
      "rebuild from clean, and look for another version of it on the class path";

  private final Realms realms;
  private final Presence presence;
  private final Holders holders;
  private final Views views;

  SeenIndexes(Realms realms, Presence presence) {
    this.realms = realms;
    this.presence = presence;
    this.holders = new Holders(presence);
    this.views = new Views(presence, new Components(realms));
  }

  /** The indexes that a loader sees. */
  Indexes of(ClassLoader loader) {
    Realm realm = realms.of(loader);
    Indexes known = realm.indexes();
    return known == null ? read(loader, realm) : known;
  }

  /** Reads them again: a loader may have been given more jars. */
  Indexes again(ClassLoader loader) {
    return read(loader, realms.of(loader));
  }

  private Indexes read(ClassLoader loader, Realm realm) {
    Indexes found;
    try {
      Set<String> seams = present(loader, ClassFiles.index(loader));
      Set<String> names = new LinkedHashSet<>();
      Map<String, List<Declaration>> held = holders.read(loader, names);
      found =
          new Indexes(seams, names, held, views.read(loader), ClassFiles.has(loader, VOCABULARY));
    } catch (Exception | LinkageError unreadable) {
      presence.count("index of " + loader.getClass().getName(), unreadable);
      found = Indexes.none();
    }
    if (Names.imports(loader)) {
      realm.seesTenon(ClassFiles.place(loader, CORE), ClassFiles.place(loader, VOCABULARY));
    }
    Indexes before = realm.indexes();
    if (before == null || !found.isSame(before)) {
      realm.found(found);
    }
    return found;
  }

  /** An index that was not written anew may name a type that is gone. */
  private Set<String> present(ClassLoader loader, Set<String> indexed) {
    Set<String> present = new LinkedHashSet<>();
    for (String name : indexed) {
      if (isSeamAbove(loader, name) || ClassFiles.has(loader, name.replace('.', '/'))) {
        present.add(name);
      } else {
        presence.refuseOnce(
            Kind.SEAM,
            loader,
            name,
            "the index of seams names it, but there is no such class; " + REBUILD);
      }
    }
    return present;
  }

  private boolean isSeamAbove(ClassLoader loader, String name) {
    for (ClassLoader at = loader.getParent(); at != null; at = at.getParent()) {
      Indexes known = realms.of(at).indexes();
      if (known != null && known.hasSeam(name)) {
        return true;
      }
    }
    return false;
  }
}
