package dev.tenon.internal.declaration;

import dev.tenon.contract.ContractFor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The holders that class loaders see: interfaces whose clauses are about another one, the target.
 *
 * <p>Of each loader names alone are kept, for as long as it lives; what a holder declares is kept
 * by its class. Thread-safe, and without locks: it calls class loaders, which take their own.
 */
public final class Holders {

  /** By loader, then by the name of a target: the names of its holders, sorted. */
  private static final Map<Key, SortedMap<String, SortedSet<String>>> SEEN =
      new ConcurrentHashMap<>();

  private static final ReferenceQueue<ClassLoader> GONE = new ReferenceQueue<>();

  private static final Kept<Held> HELD =
      new Kept<>() {
        @Override
        protected Held compute(Class<?> holder) {
          return read(holder);
        }
      };

  private Holders() {}

  /**
   * The targets of the holders that a loader sees.
   *
   * @param loader the loader; null for the JDK's own, which sees none
   * @return their binary names, sorted
   * @throws UncheckedIOException if an index cannot be read
   */
  public static SortedSet<String> targets(@Nullable ClassLoader loader) {
    return new TreeSet<>(seen(loader).keySet());
  }

  /** What the holders that a loader sees declare about a type, by the names of the holders. */
  static List<Declaration> of(@Nullable ClassLoader loader, Class<?> target) {
    SortedSet<String> names = seen(loader).get(target.getName());
    if (names == null) {
      return List.of();
    }
    List<Declaration> found = new ArrayList<>();
    for (String name : names) {
      Class<?> holder = find(loader, name);
      Held held = holder == null ? null : held(holder);
      if (held != null && held.target() == target && isOfThisCore(held.holder())) {
        found.add(held.declaration());
      }
    }
    return found;
  }

  private static SortedMap<String, SortedSet<String>> seen(@Nullable ClassLoader loader) {
    if (loader == null) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, SortedSet<String>> known = SEEN.get(new Key(loader, null));
    if (known != null) {
      return known;
    }
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      SEEN.remove(gone);
    }
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    for (String name : index(loader)) {
      Class<?> holder = find(loader, name);
      String target = holder == null ? null : targetName(holder);
      if (target != null) {
        found.computeIfAbsent(target, unused -> new TreeSet<>()).add(name);
      }
    }
    SEEN.put(new Key(loader, GONE), found);
    return found;
  }

  private static SortedSet<String> index(ClassLoader loader) {
    try {
      return SeamIndex.ofHolders(loader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("index of holders", unreadable);
    }
  }

  /** A name without a class is the agent's to announce, which finds it without a supplier. */
  private static @Nullable Class<?> find(@Nullable ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError absent) {
      return null;
    }
  }

  /** Null for what is no holder, or one in the words of another copy of the vocabulary. */
  private static @Nullable String targetName(Class<?> holder) {
    try {
      ContractFor about = holder.getAnnotation(ContractFor.class);
      return about == null ? null : about.value().getName();
    } catch (TypeNotPresentException absent) {
      return absent.typeName();
    } catch (LinkageError unreadable) {
      return null;
    }
  }

  private static Held held(Class<?> holder) {
    return HELD.of(holder);
  }

  private static Held read(Class<?> holder) {
    try {
      ContractFor about = holder.getAnnotation(ContractFor.class);
      if (about != null) {
        return new Held(holder, about.value(), Declarations.held(holder, about.value()));
      }
    } catch (TypeNotPresentException absent) {
      // Its own loader does not see the target: the agent announces it.
    }
    return new Held(holder, null, new Declaration.Silent());
  }

  /** Each application has its own contracts: those of holders that see another core are its. */
  private static boolean isOfThisCore(Class<?> holder) {
    Class<?> core = find(holder.getClassLoader(), Holders.class.getName());
    return core == null || core == Holders.class;
  }

  private record Held(Class<?> holder, @Nullable Class<?> target, Declaration declaration) {}

  /** By identity: equals and hashCode of a loader may be the application's. */
  private static final class Key extends WeakReference<ClassLoader> {

    private final int hash;

    Key(ClassLoader loader, @Nullable ReferenceQueue<ClassLoader> queue) {
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
      ClassLoader loader = get();
      return other instanceof Key that && loader != null && that.refersTo(loader);
    }
  }
}
