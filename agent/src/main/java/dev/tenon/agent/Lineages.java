package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Languages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  private static final String VOCABULARY = "dev/tenon/contract/Requires";

  private static final String CORE = "dev/tenon/runtime/Linkage";

  static final String REBUILD =
      "rebuild from clean, and look for another version of it on the class path";

  /** Whether another agent has changed what a class is under. */
  volatile boolean hasChanged;

  private final Realms realms;
  private final Presence presence;
  private final Holders holders;
  private final Views views;

  Lineages(Realms realms, Presence presence) {
    this.realms = realms;
    this.presence = presence;
    this.holders = new Holders(presence);
    this.views = new Views(presence, new Components(realms));
  }

  /** The seams of the indexes visible from the loader, by binary name. */
  Set<String> seams(ClassLoader loader) {
    return indexes(loader).all();
  }

  /** Whether any class of the loader may be under clauses. */
  boolean mayBind(ClassLoader loader) {
    return presence.selectsSeams() || indexes(loader).mayBind() || Names.imports(loader);
  }

  /** The views that a loader sees. */
  List<View> views(ClassLoader loader) {
    return indexes(loader).views();
  }

  private Indexes indexes(ClassLoader loader) {
    Realm realm = realms.of(loader);
    Indexes known = realm.indexes();
    return known == null ? refresh(loader, realm) : known;
  }

  /** Reads the indexes again: a loader may have been given more jars. */
  private Indexes refresh(ClassLoader loader, Realm realm) {
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

  /** Looks at every seam of the indexes, also where no class of it was loaded yet. */
  void examine(ClassLoader loader) {
    for (String name : seams(loader)) {
      resolve(loader, name.replace('.', '/'), 0);
    }
  }

  /** The declarations above the class whose bytes these are, and its own. */
  List<Declaration> of(ClassLoader loader, ClassHeader header, byte[] bytes) {
    Realm realm = realms.of(loader);
    if (header.carriesClauses() && header.isInterface()) {
      requireCompanion(loader, realm, header, bytes);
    } else if (!mayBind(loader) && !header.carriesMarks() && !presence.isStrict()) {
      return NONE;
    }
    List<Declaration> before = realm.lineages.get(header.name());
    List<Declaration> found = resolve(loader, header, bytes, 0);
    if (before != null && !Lineage.isSame(before, found)) {
      // Subclasses went by its class file, which is not what another agent has made of it.
      realm.changed.add(header.name());
      hasChanged = true;
    }
    return found;
  }

  private void requireCompanion(ClassLoader loader, Realm realm, ClassHeader header, byte[] bytes) {
    String name = header.name().replace('/', '.');
    if (isNamed(indexes(loader), name) || isNamed(refresh(loader, realm), name)) {
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
      return resolve(loader, name, 0);
    }
    // Made at run time: without a class file, but what it is made of is loaded.
    Class<?> superclass = type.getSuperclass();
    List<Declaration> found = superclass == null ? NONE : Lineage.reaching(of(superclass));
    for (Class<?> each : type.getInterfaces()) {
      found = Lineage.union(found, Lineage.reaching(of(each)));
    }
    return Lineage.union(found, held(indexes(loader), type));
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
    return resolve(loader, internalName, 0);
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
    return resolve(defining, internalName, 0);
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

  private List<Declaration> resolve(@Nullable ClassLoader loader, String name, int depth) {
    if (loader == null || Names.isOfTheJdk(name) || depth > DEEPEST) {
      return NONE;
    }
    List<Declaration> known = realms.of(loader).lineages.get(name);
    if (known != null) {
      return known;
    }
    try {
      byte[] bytes = ClassFiles.read(loader, name);
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      if (header != null && bytes != null) {
        return resolve(loader, header, bytes, depth);
      }
    } catch (Exception | LinkageError unreadable) {
      presence.count("class file of " + name, unreadable);
    }
    return keep(loader, name, seen(loader, name));
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

  private List<Declaration> resolve(
      ClassLoader loader, ClassHeader header, byte[] bytes, int depth) {
    List<Declaration> above = resolve(loader, superName(header), depth + 1);
    List<Declaration> found = Lineage.reaching(above);
    // Also under what says nothing of subtypes, a type may have constraints of its own.
    boolean isUnder = !above.isEmpty();
    for (String type : header.interfaces()) {
      above = resolve(loader, type, depth + 1);
      found = Lineage.union(found, Lineage.reaching(above));
      isUnder |= !above.isEmpty();
    }
    List<Declaration> about = indexes(loader).about(header.name());
    Declaration own = own(loader, header, bytes, isUnder || !about.isEmpty());
    if (own != null) {
      found = Lineage.union(found, List.of(own));
    }
    return keep(loader, header.name(), Lineage.union(found, about));
  }

  /**
   * What a type declares itself; null when that is nothing.
   *
   * @param isUnder whether it is under other declarations: its constraints count then
   */
  private @Nullable Declaration own(
      ClassLoader loader, ClassHeader header, byte[] bytes, boolean isUnder) {
    String name = header.name().replace('/', '.');
    boolean isIndexed = header.isInterface() && isIndexed(loader, header);
    if (isIndexed && !header.carriesMarks()) {
      presence.refuseOnce(
          Kind.SEAM,
          loader,
          name,
          "the index of seams names it, but it has no clauses; " + REBUILD);
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
    return indexes(loader).hasSeam(header.name().replace('/', '.'))
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

  private static String superName(ClassHeader header) {
    String name = header.superName();
    return name == null ? "java/lang/Object" : name;
  }

  private List<Declaration> keep(ClassLoader loader, String name, List<Declaration> found) {
    realms.of(loader).lineages.put(name, found);
    return found;
  }
}
