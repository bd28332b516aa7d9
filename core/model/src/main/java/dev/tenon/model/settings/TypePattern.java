package dev.tenon.model.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of types, given by their names.
 *
 * <p>Patterns are separated by commas; one that begins with {@code !} excludes, wherever it stands,
 * and a list that only excludes is all but these. {@code *} is any characters without a dot, {@code
 * ..} any number of packages: {@code com.acme.Bank} is one type, {@code com.acme.*} the types of a
 * package, {@code com.acme..*} these and all below, {@code ..*Test} and {@code *} go by the name
 * alone. Nested types are written with {@code $}.
 *
 * <p>Immutable.
 */
public final class TypePattern {

  /** What a pattern looks like, for messages. */
  static final String FORM =
      "write a type (com.acme.Bank), the types of a package (com.acme.*) or also those of the"
          + " packages below (com.acme..*), several separated by ',', and '!' before one to exclude it";

  private final String text;
  private final List<Glob> included;
  private final List<Glob> excluded;

  private TypePattern(String text, List<Glob> included, List<Glob> excluded) {
    this.text = text;
    this.included = included;
    this.excluded = excluded;
  }

  /**
   * Reads a pattern.
   *
   * @param text the patterns, separated by commas
   * @return the set of types
   * @throws IllegalArgumentException if one is malformed; the message says what a pattern looks
   *     like
   */
  public static TypePattern of(String text) {
    List<Glob> included = new ArrayList<>();
    List<Glob> excluded = new ArrayList<>();
    for (String part : Parts.of(text)) {
      boolean excludes = part.startsWith("!");
      Glob glob = Glob.of(excludes ? part.substring(1).trim() : part);
      if (glob == null) {
        throw new IllegalArgumentException("'" + part + "' is no type pattern: " + FORM);
      }
      (excludes ? excluded : included).add(glob);
    }
    return new TypePattern(text, included, excluded);
  }

  /**
   * Whether a type belongs to the set.
   *
   * @param name the binary name of the type
   * @return true when a pattern includes it and none excludes it
   */
  public boolean matches(String name) {
    return (included.isEmpty() || isAmong(included, name)) && !isAmong(excluded, name);
  }

  /** The types that it names without wildcards, and does not exclude. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String part : Parts.of(text)) {
      if (!part.startsWith("!") && part.indexOf('*') < 0 && !part.contains("..")) {
        names.add(part);
      }
    }
    return names;
  }

  private static boolean isAmong(List<Glob> globs, String name) {
    for (Glob glob : globs) {
      if (glob.matches(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypePattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * The pattern as written.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }
}
