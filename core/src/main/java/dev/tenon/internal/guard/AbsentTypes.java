package dev.tenon.internal.guard;

import dev.tenon.model.Nearest;
import dev.tenon.model.settings.ModeRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of what was set for types that are not there. As long as nobody calls an operation of a
 * contract in the same package, nothing else would tell.
 */
public final class AbsentTypes {

  private final Set<String> known;
  private final @Nullable ClassLoader loader;

  private AbsentTypes(Set<String> known, @Nullable ClassLoader loader) {
    this.known = known;
    this.loader = loader;
  }

  /**
   * Warns, once, of each rule for a mode, and each part of the option {@code seams}, that names a
   * type without wildcards where there is none.
   *
   * @param engine whose settings they are
   * @param known the binary names of the seams and views that are known, in whatever loader
   * @param loader finds the other types
   */
  public static void look(Engine engine, Set<String> known, @Nullable ClassLoader loader) {
    AbsentTypes absent = new AbsentTypes(known, loader);
    for (ModeRule rule : engine.policy().rules()) {
      for (String name : rule.pattern().isDefault() ? List.<String>of() : rule.pattern().names()) {
        int hash = name.indexOf('#');
        absent.warn(engine, hash < 0 ? name : name.substring(0, hash), rule.toString());
      }
    }
    for (String name : engine.selectedNames()) {
      absent.warn(engine, name, "seams=" + name);
    }
  }

  private void warn(Engine engine, String place, String said) {
    String owner = place.substring(0, Math.max(0, place.lastIndexOf('.')));
    if (!isThere(place) && !isThere(owner)) {
      boolean isOperation =
          !owner.isEmpty() && Character.isLowerCase(place.charAt(owner.length() + 1));
      engine.ledger().warning(text(said, isOperation ? owner : place, near(place, owner)));
    }
  }

  /** What is said of a setting for a type that is not there. */
  static String text(String said, String type, @Nullable String near) {
    return "no type is meant by "
        + said
        + ": there is no type "
        + type
        + " on the class path"
        + (near == null ? "" : ", did you mean '" + near + "'?");
  }

  private boolean isThere(String type) {
    if (known.contains(type)) {
      return true;
    }
    String file = type.replace('.', '/') + ".class";
    return !type.isEmpty()
        && (loader == null ? ClassLoader.getSystemResource(file) : loader.getResource(file))
            != null;
  }

  /** A seam of that name in a package, or else one whose name is near. */
  private @Nullable String near(String place, String owner) {
    for (String seam : known) {
      if (seam.endsWith("." + place) || (!owner.isEmpty() && seam.endsWith("." + owner))) {
        return seam;
      }
    }
    return Nearest.of(place, known);
  }
}
