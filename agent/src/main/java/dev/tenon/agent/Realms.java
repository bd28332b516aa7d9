package dev.tenon.agent;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The realm of every class loader, which lives as long as the loader. Found by identity: equals and
 * hashCode of a loader may be the application's.
 *
 * <p>Thread-safe; no code of the application runs in here.
 */
final class Realms {

  private final Map<Key, Realm> realms = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

  /** What was found last: a loader asks many times in a row. */
  private volatile @Nullable Found latest;

  Realm of(ClassLoader loader) {
    Found last = latest;
    if (last != null && last.key.get() == loader) {
      return last.realm;
    }
    Key key = new Key(loader, gone);
    Realm known = realms.get(key);
    if (known == null) {
      for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
        realms.remove(each);
      }
      Realm made = new Realm();
      Realm earlier = realms.putIfAbsent(key, made);
      known = earlier == null ? made : earlier;
    }
    latest = new Found(key, known);
    return known;
  }

  /** The realms of the loaders that delegate to this one or import from it, and its own. */
  List<Realm> below(@Nullable ClassLoader loader) {
    Set<Realm> found = new LinkedHashSet<>(delegating(loader));
    if (loader != null) {
      Realm asking = of(loader);
      for (Realm realm : realms.values()) {
        if (realm.sharesCore(asking)) {
          found.add(realm);
        }
      }
      for (Realm seeing : List.copyOf(found)) {
        for (Realm realm : realms.values()) {
          if (realm.sharesSeam(seeing)) {
            found.add(realm);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Realm> delegating(@Nullable ClassLoader loader) {
    List<Realm> found = new ArrayList<>();
    for (Map.Entry<Key, Realm> entry : realms.entrySet()) {
      ClassLoader at = entry.getKey().get();
      while (at != null && at != loader) {
        at = at.getParent();
      }
      if (at == loader) {
        found.add(entry.getValue());
      }
    }
    return found;
  }

  private static final class Found {

    private final Key key;
    private final Realm realm;

    Found(Key key, Realm realm) {
      this.key = key;
      this.realm = realm;
    }
  }

  private static final class Key extends WeakReference<ClassLoader> {

    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      this.hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      if (!(other instanceof Key that)) {
        return false;
      }
      ClassLoader loader = get();
      return loader != null && that.refersTo(loader);
    }
  }
}
