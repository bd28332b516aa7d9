package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Languages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the declarations that a class is under before the class, or any of its supertypes, is
 * loaded: by the heads of class files.
 *
 * <p>Thread-safe, and without locks: it calls class loaders, which take their own. Two threads may
 * find the same thing twice.
 */
final class Lineages {

  /** Deeper than any hierarchy that the JVM accepts in practice; a circular one ends here. */
  private static final int DEEPEST = 200;

  private static final List<Declaration> NONE = List.of();

  /** Whether another agent has changed what a class is under. */
  volatile boolean hasChanged;

  private final Realms realms;
  private final Presence presence;
  private final SeenIndexes indexes;
  private final Stated stated;

  Lineages(Realms realms, Presence presence) {
    this.realms = realms;
    this.presence = presence;
    this.indexes = new SeenIndexes(realms, presence);
    this.stated = new Stated(realms, presence, indexes);
  }

  /** The seams of the indexes visible from the loader, by binary name. */
  Set<String> seams(ClassLoader loader) {
    return indexes.of(loader).all();
  }

  /** Whether any class of the loader may be under clauses. */
  boolean mayBind(ClassLoader loader) {
    return presence.selectsSeams() || indexes.of(loader).mayBind() || Names.imports(loader);
  }

  /** The views that a loader sees. */
  List<View> views(ClassLoader loader) {
    return indexes.of(loader).views();
  }

  /** Looks at every seam of the indexes, also where no class of it was loaded yet. */
  void examine(ClassLoader loader) {
    for (String name : seams(loader)) {
      resolve(loader, name.replace('.', '/'));
    }
  }

  /** The declarations above the class whose bytes these are, and its own. */
  List<Declaration> of(ClassLoader loader, ClassHeader header, byte[] bytes) {
    Realm realm = realms.of(loader);
    if (header.carriesClauses() && header.isInterface()) {
      requireCompanion(loader, header, bytes);
    } else if (!mayBind(loader) && !header.carriesMarks() && !presence.isStrict()) {
      return NONE;
    }
    List<Declaration> before = realm.lineages.get(header.name());
    List<Declaration> found = resolve(loader, new ClassFile(header.name(), header, bytes));
    if (before != null && !Lineage.isSame(before, found)) {
      // Subclasses went by its class file, which is not what another agent has made of it.
      realm.changed.add(header.name());
      hasChanged = true;
    }
    return found;
  }

  private void requireCompanion(ClassLoader loader, ClassHeader header, byte[] bytes) {
    String name = header.name().replace('/', '.');
    if (isNamed(indexes.of(loader), name) || isNamed(indexes.again(loader), name)) {
      return;
    }
    Declaration held = Declaration.held(header, bytes);
    presence.refuse(
        View.isMarked(bytes) ? Kind.VIEW : Kind.SEAM,
        loader,
        held == null ? name : held.type(),
        (held == null ? "" : "its holder " + name + ": ") + Languages.reason(bytes));
  }

  private static boolean isNamed(Indexes indexes, String name) {
    return indexes.hasSeam(name) || indexes.hasHolder(name) || indexes.viewNames().contains(name);
  }

  /** The declarations above a loaded class, and its own. */
  List<Declaration> of(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || !Names.isApplications(loader)) {
      return NONE;
    }
    String name = type.getName().replace('.', '/');
    List<Declaration> known = realms.of(loader).lineages.get(name);
    if (known != null) {
      return known;
    }
    if (!type.isHidden() && ClassFiles.has(loader, name)) {
      return resolve(loader, name);
    }
    // Made at run time: without a class file, but what it is made of is loaded.
    Class<?> superclass = type.getSuperclass();
    List<Declaration> found = superclass == null ? NONE : Lineage.reaching(of(superclass));
    for (Class<?> each : type.getInterfaces()) {
      found = Lineage.union(found, Lineage.reaching(of(each)));
    }
    return Lineage.union(found, held(indexes.of(loader), type));
  }

  /** What holders that a loader sees declare about the types above a class. */
  private static List<Declaration> held(Indexes indexes, @Nullable Class<?> type) {
    if (type == null || !indexes.hasTargets()) {
      return NONE;
    }
    List<Declaration> found = held(indexes, type.getSuperclass());
    for (Class<?> each : type.getInterfaces()) {
      found = Lineage.union(found, held(indexes, each));
    }
    return Lineage.union(found, indexes.about(type.getName().replace('.', '/')));
  }

  /** The declarations above a type that a class of this loader names, and its own. */
  List<Declaration> of(ClassLoader loader, String internalName) {
    return resolve(loader, internalName);
  }

  /** The same as its own loader sees it: the first from the root that has it. */
  List<Declaration> ofAncestor(ClassLoader loader, String internalName) {
    ClassLoader defining = loader;
    String file = internalName.concat(".class");
    for (ClassLoader at = loader.getParent(); at != null; at = at.getParent()) {
      if (at.getResource(file) != null) {
        defining = at;
      }
    }
    return resolve(defining, internalName);
  }

  /** The declarations that a class is under already because its superclass is. */
  boolean areAllAbove(ClassLoader loader, @Nullable String superName, List<Declaration> lineage) {
    Set<String> above = new LinkedHashSet<>();
    if (superName != null) {
      for (Declaration declaration : ofAncestor(loader, superName)) {
        above.add(declaration.id());
      }
    }
    for (Declaration declaration : lineage) {
      if (!above.contains(declaration.id())) {
        return false;
      }
    }
    return true;
  }

  private List<Declaration> resolve(ClassLoader loader, String name) {
    List<Declaration> known = known(loader, name);
    if (known != null) {
      return known;
    }
    ClassFile file = read(loader, name);
    if (file == null) {
      return keep(loader, name, seen(loader, name));
    }
    lookAbove(loader, file);
    return joinAny(loader, file);
  }

  /** What is known of a type; null when its class file was not looked at yet. */
  private @Nullable List<Declaration> known(ClassLoader loader, String name) {
    return Names.isOfTheJdk(name) ? NONE : realms.of(loader).lineages.get(name);
  }

  private @Nullable ClassFile read(ClassLoader loader, String name) {
    try {
      byte[] bytes = ClassFiles.read(loader, name);
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      return header == null || bytes == null ? null : new ClassFile(name, header, bytes);
    } catch (Exception | LinkageError unreadable) {
      presence.count("class file of ".concat(name), unreadable);
      return null;
    }
  }

  /** A class without a class file may have been seen when it was defined, in a parent also. */
  private List<Declaration> seen(ClassLoader loader, String name) {
    for (ClassLoader at = loader.getParent(); at != null; at = at.getParent()) {
      List<Declaration> known = realms.of(at).lineages.get(name);
      if (known != null) {
        return known;
      }
    }
    return NONE;
  }

  private List<Declaration> resolve(ClassLoader loader, ClassFile file) {
    lookAbove(loader, file);
    return keep(loader, file.name, join(loader, file));
  }

  /** A type above a class that was not looked at yet; null when there is none. */
  private @Nullable String unknownAbove(ClassLoader loader, ClassFile file) {
    String superName = superName(file.header);
    if (known(loader, superName) == null) {
      return superName;
    }
    for (String type : file.header.interfaces()) {
      if (known(loader, type) == null) {
        return type;
      }
    }
    return null;
  }

  /**
   * Looks at all that stands above a class, what is further up first. Without a recursion, which
   * the JVM would compile several times into itself while the application starts.
   */
  private void lookAbove(ClassLoader loader, ClassFile below) {
    if (unknownAbove(loader, below) == null) {
      return;
    }
    Deque<ClassFile> open = new ArrayDeque<>();
    open.push(below);
    while (true) {
      ClassFile at = open.element();
      String name = unknownAbove(loader, at);
      if (name != null) {
        ClassFile file = open.size() > DEEPEST ? null : read(loader, name);
        if (file == null) {
          keep(loader, name, seen(loader, name));
        } else {
          open.push(file);
        }
      } else if (at == below) {
        return;
      } else {
        open.pop();
        joinAny(loader, at);
      }
    }
  }

  private List<Declaration> join(ClassLoader loader, ClassFile file) {
    ClassHeader header = file.header;
    List<Declaration> above = above(loader, superName(header));
    List<Declaration> found = Lineage.reaching(above);
    // Also under what says nothing of subtypes, a type may have constraints of its own.
    boolean isUnder = !above.isEmpty();
    for (String type : header.interfaces()) {
      above = above(loader, type);
      found = Lineage.union(found, Lineage.reaching(above));
      isUnder |= !above.isEmpty();
    }
    List<Declaration> about = indexes.of(loader).about(header.name());
    Declaration own = stated.by(loader, header, file.bytes, isUnder || !about.isEmpty());
    if (own != null) {
      found = Lineage.union(found, List.of(own));
    }
    return Lineage.union(found, about);
  }

  /** The same for a file that nobody may ever load: one that is broken inside stops nothing. */
  private List<Declaration> joinAny(ClassLoader loader, ClassFile file) {
    try {
      return keep(loader, file.name, join(loader, file));
    } catch (RuntimeException | LinkageError unreadable) {
      presence.count("class file of ".concat(file.name), unreadable);
      return keep(loader, file.name, seen(loader, file.name));
    }
  }

  private List<Declaration> above(ClassLoader loader, String name) {
    List<Declaration> known = known(loader, name);
    return known == null ? NONE : known;
  }

  private static String superName(ClassHeader header) {
    String name = header.superName();
    return name == null ? "java/lang/Object" : name;
  }

  private List<Declaration> keep(ClassLoader loader, String name, List<Declaration> found) {
    realms.of(loader).lineages.put(name, found);
    return found;
  }

  private static final class ClassFile {

    /** That it was looked for by; a file may hold a class of another name. */
    private final String name;

    private final ClassHeader header;
    private final byte[] bytes;

    ClassFile(String name, ClassHeader header, byte[] bytes) {
      this.name = name;
      this.header = header;
      this.bytes = bytes;
    }
  }
}
