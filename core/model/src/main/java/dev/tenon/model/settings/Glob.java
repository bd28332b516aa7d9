package dev.tenon.model.settings;

import dev.tenon.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One name with wildcards: {@code *} stands for any characters without a dot, {@code ..} for a dot
 * with any number of packages after it, and at the beginning for any number of packages.
 */
final class Glob {

  /** Stands for {@code ..} in the compiled pattern; no name can contain it. */
  private static final char PACKAGES = '\0';

  /** The one name of a member that is no Java name. */
  private static final String CONSTRUCTOR = "." + Operation.CONSTRUCTOR;

  private static final char ANY = '*';

  private final char[] pattern;
  private final boolean isEverything;

  /** The literal that a name must begin with. */
  private final String beginning;

  /** The longest literal that a name must contain: many names are matched, and few contain it. */
  private final String contained;

  private Glob(String pattern, boolean isEverything) {
    this.pattern = pattern.toCharArray();
    this.isEverything = isEverything;
    this.beginning = literal(pattern, 0);
    this.contained = longestLiteral(pattern);
  }

  private static String longestLiteral(String pattern) {
    String longest = "";
    for (int from = 0; from < pattern.length(); from++) {
      String literal = literal(pattern, from);
      if (literal.length() > longest.length()) {
        longest = literal;
      }
      from += literal.length();
    }
    return longest;
  }

  private static String literal(String pattern, int from) {
    int end = from;
    while (end < pattern.length()
        && pattern.charAt(end) != ANY
        && pattern.charAt(end) != PACKAGES) {
      end++;
    }
    return pattern.substring(from, end);
  }

  /** The glob, or null when the text is none. */
  static @Nullable Glob of(String text) {
    if (text.equals("*")) {
      return new Glob(text, true);
    }
    if (text.isEmpty() || text.endsWith(".")) {
      return null;
    }
    StringBuilder compiled = new StringBuilder(text.length());
    int end = text.length() - (text.endsWith(CONSTRUCTOR) ? CONSTRUCTOR.length() : 0);
    if (end == 0) {
      return null;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c != '.') {
        if (c != ANY && !Character.isJavaIdentifierPart(c)) {
          return null;
        }
        compiled.append(c);
      } else if (text.charAt(i + 1) != '.') {
        if (i == 0) {
          return null;
        }
        compiled.append(c);
      } else if (text.charAt(i + 2) == '.') {
        return null;
      } else {
        compiled.append(PACKAGES);
        i++;
      }
    }
    return new Glob(compiled.append(text, end, text.length()).toString(), false);
  }

  boolean matches(String name) {
    return isEverything
        || (name.startsWith(beginning) && name.contains(contained) && matches(0, name, 0, false));
  }

  /** Whether some name that begins with this one and goes on without a dot matches. */
  boolean matchesBeginning(String name) {
    return isEverything || matches(0, name, 0, true);
  }

  private boolean matches(int at, String name, int from, boolean isBeginning) {
    if (isBeginning && from == name.length()) {
      return goesOnWithoutDot(at);
    }
    if (at == pattern.length) {
      return from == name.length();
    }
    return switch (pattern[at]) {
      case ANY -> matchesAny(at, name, from, isBeginning);
      case PACKAGES -> matchesPackages(at, name, from, isBeginning);
      default ->
          from < name.length()
              && name.charAt(from) == pattern[at]
              && matches(at + 1, name, from + 1, isBeginning);
    };
  }

  private boolean matchesAny(int at, String name, int from, boolean isBeginning) {
    for (int end = from; ; end++) {
      if (matches(at + 1, name, end, isBeginning)) {
        return true;
      }
      if (end == name.length() || name.charAt(end) == '.') {
        return false;
      }
    }
  }

  private boolean matchesPackages(int at, String name, int from, boolean isBeginning) {
    boolean isFirst = at == 0;
    if (isFirst && matches(1, name, 0, isBeginning)) {
      return true;
    }
    if (!isFirst && (from == name.length() || name.charAt(from) != '.')) {
      return false;
    }
    for (int dot = name.indexOf('.', from); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (matches(at + 1, name, dot + 1, isBeginning)) {
        return true;
      }
    }
    return false;
  }

  private boolean goesOnWithoutDot(int at) {
    for (int i = at; i < pattern.length; i++) {
      if (pattern[i] == '.' || pattern[i] == PACKAGES) {
        return false;
      }
    }
    return at < pattern.length;
  }
}
