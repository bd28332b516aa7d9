package dev.tenon.model.classfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which seams and views a class may have to do with, by class files alone. It never names too few:
 * the build writes down what it names, and the JVM asks for what it names there. Since both ask
 * here, whatever the JVM asks for can be answered by the build of the class.
 *
 * <p>Not thread-safe.
 */
public final class Concerns {

  private static final byte[] CODE = "Code".getBytes(ISO_8859_1);

  private final Collection<ViewScope> views;
  private final World world;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();

  /** What a class stands among. */
  public interface World {

    /**
     * The superclass and the interfaces of a type.
     *
     * @param internalName the type
     * @return their internal names; empty when there is no such type
     */
    Collection<String> above(String internalName);

    /**
     * Whether a type is a seam.
     *
     * @param name its binary name
     * @return true also when it only may be one
     */
    boolean isSeam(String name);

    /**
     * Whether a class may be a client that a view is about.
     *
     * @param view the view, whose scope covers the class
     * @param internalName the class
     * @return false only when it is certain
     */
    boolean mayBeOf(ViewScope view, String internalName);
  }

  /** What one class file says of itself. Immutable. */
  public static final class Concerned {

    private final String name;
    private final boolean hasCode;
    private final boolean isMarked;
    private final Set<String> makes;
    private final List<String> calls;

    private Concerned(
        String name, boolean hasCode, boolean isMarked, Set<String> makes, List<String> calls) {
      this.name = name;
      this.hasCode = hasCode;
      this.isMarked = isMarked;
      this.makes = makes;
      this.calls = calls;
    }

    /**
     * Its name.
     *
     * @return the internal name
     */
    public String name() {
      return name;
    }
  }

  /**
   * The concerns of the classes of a class path.
   *
   * @param views all views
   * @param world what the classes stand among; asked by {@link #of} alone
   */
  public Concerns(Collection<ViewScope> views, World world) {
    this.views = List.copyOf(views);
    this.world = world;
  }

  /**
   * Reads a class file.
   *
   * @param header its head
   * @param bytes all of it
   * @return what it says; of a malformed class, which the JVM will not read either, only its name
   */
  public Concerned read(ClassHeader header, byte[] bytes) {
    String name = header.name();
    try {
      return new Concerned(
          name,
          ClassHeader.mentions(bytes, CODE),
          header.carriesMarks() && !header.isInterface(),
          header.lambdaTypes(),
          isCovered(name) ? kept(ClassUses.of(bytes)) : List.of());
    } catch (IOException | IndexOutOfBoundsException malformed) {
      return new Concerned(name, false, false, Set.of(), List.of());
    }
  }

  private boolean isCovered(String internalName) {
    for (ViewScope view : views) {
      if (view.mayCover(internalName)) {
        return true;
      }
    }
    return false;
  }

  /** Each name once, however many classes call it. */
  private List<String> kept(Set<String> owners) {
    List<String> kept = new ArrayList<>(owners.size());
    for (String each : owners) {
      String known = names.putIfAbsent(each, each);
      kept.add(known == null ? each : known);
    }
    return kept;
  }

  /**
   * The seams that a class may supply or make lambdas of, the class itself where it may have
   * clauses, and the views that may be about its calls.
   *
   * @param type what its class file says
   * @return their binary names, sorted
   */
  public Set<String> of(Concerned type) {
    Set<String> found = new TreeSet<>();
    if (type.hasCode) {
      addSeams(type.name, found);
    }
    if (type.isMarked) {
      found.add(type.name.replace('/', '.'));
    }
    for (String made : type.makes) {
      addSeams(made, found);
    }
    for (ViewScope view : views) {
      if (type.hasCode
          && view.mayCover(type.name)
          && calls(type, view.target().replace('.', '/'))
          && world.mayBeOf(view, type.name)) {
        found.add(view.view());
      }
    }
    return found;
  }

  private void addSeams(String internalName, Set<String> found) {
    for (String each : above(internalName)) {
      String name = each.replace('/', '.');
      if (world.isSeam(name)) {
        found.add(name);
      }
    }
  }

  /** What is called is owned by the seam, or by something below it. */
  private boolean calls(Concerned type, String target) {
    for (String each : type.calls) {
      if (above(each).contains(target)) {
        return true;
      }
    }
    return false;
  }

  /** A type and all above it. */
  private Set<String> above(String internalName) {
    Set<String> known = above.get(internalName);
    if (known == null) {
      known = new HashSet<>();
      Deque<String> next = new ArrayDeque<>(Arrays.asList(internalName));
      for (String name = next.poll(); name != null; name = next.poll()) {
        if (known.add(name)) {
          next.addAll(world.above(name));
        }
      }
      above.put(internalName, known);
    }
    return known;
  }
}
