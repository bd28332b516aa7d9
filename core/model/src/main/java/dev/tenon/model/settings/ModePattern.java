package dev.tenon.model.settings;

import dev.tenon.model.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seams, operations or clauses that a mode is for.
 *
 * <p>A {@link TypePattern} whose parts are matched with a seam's binary name, then with {@code
 * seam.operation}; a part with {@code #} is matched with a clause, {@code
 * seam.operation#clauseName}, where a {@code *} after the {@code #} alone stands for every clause.
 * An invariant is {@code seam#clauseName}, a constructor {@code seam.<init>}.
 *
 * <p>Immutable.
 */
public final class ModePattern {

  private static final ModePattern DEFAULT = new ModePattern("", List.of(), List.of());

  private final String text;
  private final List<Part> included;
  private final List<Part> excluded;

  private ModePattern(String text, List<Part> included, List<Part> excluded) {
    this.text = text;
    this.included = included;
    this.excluded = excluded;
  }

  /**
   * Reads a pattern.
   *
   * @param text the parts, separated by commas
   * @return the pattern
   * @throws IllegalArgumentException if a part is malformed; the message says what a pattern looks
   *     like
   */
  public static ModePattern of(String text) {
    List<Part> included = new ArrayList<>();
    List<Part> excluded = new ArrayList<>();
    for (String part : Parts.of(text)) {
      boolean excludes = part.startsWith("!");
      Part read = Part.of(excludes ? part.substring(1).trim() : part);
      if (read == null) {
        throw new IllegalArgumentException(
            "'"
                + part
                + "' is no pattern for a mode: "
                + TypePattern.FORM
                + "; an operation is com.acme.Bank.pay, a clause com.acme.Bank.pay#covered");
      }
      (excludes ? excluded : included).add(read);
    }
    return new ModePattern(text, included, excluded);
  }

  /**
   * The pattern of the setting {@code mode}: what no other rule is for.
   *
   * @return the least specific pattern
   */
  public static ModePattern byDefault() {
    return DEFAULT;
  }

  /**
   * Whether this is the pattern of the setting {@code mode}, which is for what no other rule is
   * for.
   *
   * @return true for that pattern
   */
  public boolean isDefault() {
    return text.isEmpty();
  }

  /**
   * What the pattern names without wildcards: seams, operations and clauses of them.
   *
   * @return the parts as written, of those that exclude none; a clause may be {@code *}
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String part : Parts.of(text)) {
      int hash = part.indexOf('#');
      String place = hash < 0 ? part : part.substring(0, hash);
      if (!part.startsWith("!") && place.indexOf('*') < 0 && !place.contains("..")) {
        names.add(part);
      }
    }
    return names;
  }

  /** How specifically this is for a seam, one of its operations, or a clause of that. */
  Reach reach(String seam, @Nullable String operation, @Nullable String clause) {
    if (isDefault()) {
      return Reach.DEFAULT;
    }
    String target = operation == null ? null : target(seam, operation);
    if (best(excluded, seam, target, clause) != Reach.NONE) {
      return Reach.NONE;
    }
    return included.isEmpty() ? Reach.SEAM : best(included, seam, target, clause);
  }

  /** Whether this may be for one operation or clause of a seam without being for the whole seam. */
  boolean reachesInto(String seam) {
    for (Part part : included) {
      boolean isForSeam = part.type.matches(seam);
      if (isForSeam && part.clause != null) {
        return true;
      }
      if (!isForSeam && part.type.matchesBeginning(operationOf(seam))) {
        return true;
      }
    }
    return false;
  }

  /** The invariants are of no operation, but of the type. */
  private static String target(String seam, String operation) {
    return operation.equals(Operation.INVARIANTS) ? seam : operationOf(seam).concat(operation);
  }

  /**
   * The text of the pattern for one clause.
   *
   * @param seam the binary name of the declaring type
   * @param operation the name of the operation
   * @param clause the name of the clause
   * @return {@code seam.operation#clause}, and {@code seam#clause} for an invariant
   */
  public static String textOf(String seam, String operation, String clause) {
    return target(seam, operation) + "#" + clause;
  }

  private static String operationOf(String seam) {
    return seam.concat(".");
  }

  private static Reach best(
      List<Part> parts, String seam, @Nullable String target, @Nullable String clause) {
    Reach best = Reach.NONE;
    for (Part part : parts) {
      Reach reach = part.reach(seam, target, clause);
      if (reach.compareTo(best) > 0) {
        best = reach;
      }
    }
    return best;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModePattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * The pattern as written.
   *
   * @return the text; empty for the pattern of the setting {@code mode}
   */
  @Override
  public String toString() {
    return text;
  }

  /** From the least specific to the most. */
  enum Reach {
    NONE,
    DEFAULT,
    SEAM,
    OPERATION,
    CLAUSE
  }

  /** One part: a name with wildcards, and after a hash sign the name of a clause. */
  private static final class Part {

    private static final String EVERY = "*";

    private final Glob type;
    private final @Nullable String clause;

    private Part(Glob type, @Nullable String clause) {
      this.type = type;
      this.clause = clause;
    }

    static @Nullable Part of(String text) {
      int hash = text.indexOf('#');
      Glob type = Glob.of(hash < 0 ? text : text.substring(0, hash));
      String clause = hash < 0 ? null : text.substring(hash + 1);
      return type == null || "".equals(clause) ? null : new Part(type, clause);
    }

    Reach reach(String seam, @Nullable String target, @Nullable String asked) {
      if (clause != null) {
        boolean isMeant = asked != null && (clause.equals(EVERY) || clause.equals(asked));
        return isMeant && target != null && type.matches(target) ? Reach.CLAUSE : Reach.NONE;
      }
      if (type.matches(seam)) {
        return Reach.SEAM;
      }
      return target != null && type.matches(target) ? Reach.OPERATION : Reach.NONE;
    }
  }
}
