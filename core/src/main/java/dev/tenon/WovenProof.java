package dev.tenon;

import dev.tenon.internal.guard.Constrainings;
import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Concerns;
import dev.tenon.model.classfile.Concerns.Concerned;
import dev.tenon.model.classfile.OwnTypes;
import dev.tenon.model.classfile.ViewScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Proves, where there is no agent, that whatever has to do with a seam or view was looked at for it
 * at build: what {@link Concerns} says of a class file is compared with what the record says.
 */
final class WovenProof implements Concerns.World {

  private static final String REMEDY =
      "weave it at its own build (goal weave of tenon-maven-plugin), or attach the agent";

  /** Class paths do not change: they are read once. */
  private static volatile @Nullable Map<String, String> proven;

  private final ClassLoader loader;
  private final Set<String> seams;
  private final WovenRecord record;
  private final Concerns concerns;
  private final ComponentNames components;
  private final Map<String, List<String>> above = new HashMap<>();
  private final Map<String, Boolean> selected = new HashMap<>();
  private final Map<Concerned, String> found = new LinkedHashMap<>();
  private final Map<String, String> holes = new TreeMap<>();

  private WovenProof(
      ClassLoader loader, Set<String> seams, Collection<ViewScope> views, WovenRecord record) {
    this.loader = loader;
    this.seams = seams;
    this.record = record;
    this.concerns = new Concerns(views, this);
    this.components = new ComponentNames(views);
  }

  /** What {@link #holes(ClassLoader, Set, Collection, WovenRecord)} says of this class path. */
  static Map<String, String> ownHoles(
      ClassLoader loader, Set<String> seams, Collection<ViewScope> views) {
    Map<String, String> known = proven;
    if (known == null) {
      known = holes(loader, seams, views, WovenRecord.own());
      proven = known;
    }
    return known;
  }

  /**
   * What is missing.
   *
   * @param loader whose classes, and whose parents', are read
   * @param seams the binary names of the seams of indexes; those of the option {@code seams} are
   *     found
   * @param views the views
   * @param record what was woven
   * @return by the name of what is not enforced, why and what to do; sorted
   */
  static Map<String, String> holes(
      ClassLoader loader, Set<String> seams, Collection<ViewScope> views, WovenRecord record) {
    WovenProof proof = new WovenProof(loader, seams, views, record);
    List<String> gaps = ClassPathWalk.read(loader, proof::look);
    if (!gaps.isEmpty()) {
      proof.holes.put(WovenRecord.EVERY, String.join("; ", gaps));
    }
    proof.found.forEach(proof::judge);
    record.said().forEach(proof::compare);
    proof.holes.putAll(record.faults());
    return proof.holes;
  }

  private void look(String place, String file, byte[] bytes) {
    ClassHeader header = ClassHeader.of(bytes);
    if (header == null || !file.equals(header.name() + ".class")) {
      // The JVM does not find it there.
      return;
    }
    String name = header.name();
    if (above.containsKey(name)) {
      return;
    }
    List<String> direct = new ArrayList<>(List.of(header.interfaces()));
    if (header.superName() != null) {
      direct.add(header.superName());
    }
    above.put(name, direct);
    components.look(name, bytes);
    if (!isOwn(name)) {
      found.put(concerns.read(header, bytes), place);
    }
  }

  /** Of Tenon itself, or made by it. */
  private static boolean isOwn(String name) {
    return OwnTypes.are(name)
        || name.contains(Joints.FRONT)
        || name.contains("$$Contract")
        || name.contains("$$Clauses");
  }

  @Override
  public Collection<String> above(String internalName) {
    return above.getOrDefault(internalName, List.of());
  }

  @Override
  public boolean isSeam(String name) {
    return seams.contains(name)
        || (Constrainings.areSelected(name)
            && above.containsKey(name.replace('.', '/'))
            && selected.computeIfAbsent(name, same -> SelectedSeams.is(same, loader)));
  }

  @Override
  public boolean mayBeOf(ViewScope view, String internalName) {
    return components.mayCover(view, internalName);
  }

  /** What was woven has no door for an operation of which nothing was said then. */
  private void compare(String name, List<WovenRecord.Said> then) {
    for (WovenRecord.Said each : then) {
      Set<String> more = SaidOperations.of(name, loader);
      more.removeAll(each.operations());
      if (!more.isEmpty()) {
        holes.putIfAbsent(
            name,
            "says something of "
                + String.join(", ", more)
                + " and did not when "
                + each.place()
                + " was woven at build; weave that again with what there is now on the class path,"
                + " or attach the agent");
      }
    }
  }

  private void judge(Concerned type, String place) {
    Set<String> needed = new TreeSet<>(concerns.of(type));
    String name = type.name().replace('/', '.');
    Set<String> known = record.of(name);
    if (known != null) {
      needed.removeAll(known);
    }
    String why =
        known == null
            ? "was not woven at build; " + REMEDY
            : "was woven at build where this seam was not known; weave it again with what"
                + " declares it on the class path, or attach the agent";
    for (String seam : needed) {
      holes.merge(
          seam,
          name + " (" + place + ") " + why,
          (first, more) -> first.contains("; also ") ? first : first + "; also " + name);
    }
  }
}
