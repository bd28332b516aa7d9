package dev.tenon.model.settings;

import dev.tenon.model.Mode;
import java.util.List;
import java.util.Locale;

/** What can be set. The reference page lists the same. */
public enum Setting {
  /** The mode of everything that no other rule is for. */
  MODE(
      "mode",
      "off,observe,enforce",
      "enforce",
      "What happens when a clause is false: nothing, it is not judged (off); the violation is"
          + " recorded and the call goes on (observe); it is recorded and thrown (enforce).",
      "agent and core"),
  /** The mode of some seams, operations or clauses. */
  MODE_OF_PATTERN(
      "mode.PATTERN",
      "off,observe,enforce",
      "",
      "The same for the seams, operations (seam.operation) or clauses (seam.operation#clause) that"
          + " PATTERN matches; the most specific rule counts, the last of equally specific ones.",
      "agent and core"),
  /** Which types are seams although nobody marked them. */
  SEAMS(
      "seams",
      "",
      "",
      "Patterns of types whose Bean Validation constraints are clauses although they carry neither"
          + " @Seam nor a clause of Tenon's.",
      "agent and core"),
  /** Who answers a client whose arguments break a constraint. */
  VALIDATION(
      "validation",
      "tenon,framework",
      "framework",
      "Who answers when a constraint is broken: where a framework validates the supplier's methods"
          + " itself, and on seams that only the option seams selects, constraints are observed by"
          + " default and the framework's answer is kept (framework), or they are enforced as any"
          + " clause (tenon).",
      "core"),
  /** Whether a call whose contract cannot be enforced is refused. */
  STRICT(
      "strict",
      "true,false",
      "false",
      "Whether every call of a woven operation whose contract cannot be enforced throws an"
          + " IllegalStateException that says why and what to do, unless its seam is off.",
      "agent and core"),
  /** Whether a start-up line is printed. */
  BANNER(
      "banner",
      "true,false",
      "true",
      "Whether one line at start-up says which version runs and what it found.",
      "agent"),
  /** Types that are never parties. */
  INFRASTRUCTURE(
      "infrastructure",
      "",
      "",
      "Patterns of types that stand between client and supplier and are neither, in addition to the"
          + " built-in ones; with '!' a built-in one becomes a party again.",
      "core"),
  /** Which values reports show. */
  RENDER(
      "render",
      "safe,all",
      "safe",
      "Which values reports show: those of the JDK, enums, records of these and types marked"
          + " @Rendered (safe), or every value by its toString (all).",
      "core"),
  /** When a clause that keeps failing is switched off. */
  CLAUSE_QUARANTINE(
      "clause.quarantine",
      "",
      "100",
      "How often a clause may fail (throw, recurse for ever, not link, change its mind) within a"
          + " minute; failing more often switches it off, with a record that says why. 0 never does.",
      "core");

  /** The most that {@link #CLAUSE_QUARANTINE} may be. */
  static final int MOST_FAILURES = 10_000;

  private final String key;
  private final String choices;
  private final String byDefault;
  private final String meaning;
  private final String readBy;

  Setting(String key, String choices, String byDefault, String meaning, String readBy) {
    this.key = key;
    this.choices = choices;
    this.byDefault = byDefault;
    this.meaning = meaning;
    this.readBy = readBy;
  }

  /**
   * The key, as it is written in the agent's arguments and in {@code tenon.properties}.
   *
   * @return the key; {@code PATTERN} in it stands for a pattern
   */
  public String key() {
    return key;
  }

  /**
   * The values that it may have.
   *
   * @return the values; empty when they are patterns or numbers
   */
  public List<String> choices() {
    return choices.isEmpty() ? List.of() : Parts.of(choices);
  }

  /**
   * Whether its value is a number.
   *
   * @return true for a number of 0 to 10,000
   */
  public boolean isNumber() {
    return this == CLAUSE_QUARANTINE;
  }

  /**
   * Whether its value is a list of patterns of types.
   *
   * @return true for patterns
   */
  public boolean isPattern() {
    return this == INFRASTRUCTURE || this == SEAMS;
  }

  /**
   * The value that it has when nobody sets it.
   *
   * @return the value; empty for none
   */
  public String byDefault() {
    return byDefault;
  }

  /**
   * What it is for.
   *
   * @return one sentence
   */
  public String meaning() {
    return meaning;
  }

  /**
   * Who reads it.
   *
   * @return {@code agent}, {@code core}, or both
   */
  public String readBy() {
    return readBy;
  }

  /** How a mode is written as a value. */
  static String text(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
