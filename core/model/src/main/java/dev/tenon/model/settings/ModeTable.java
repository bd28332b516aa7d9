package dev.tenon.model.settings;

import dev.tenon.model.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mode applies where, and who said so.
 *
 * <p>The most specific rule counts: one for the clause, for the operation, for the seam, then the
 * default. Of equally specific ones the last counts. Immutable.
 */
public final class ModeTable {

  private final List<ModeRule> rules;

  private ModeTable(List<ModeRule> rules) {
    this.rules = Collections.unmodifiableList(rules);
  }

  /** A table in which one mode applies everywhere. */
  static ModeTable of(Mode mode, String origin) {
    List<ModeRule> rules = new ArrayList<>();
    rules.add(new ModeRule(ModePattern.byDefault(), mode, origin));
    return new ModeTable(rules);
  }

  /**
   * This table with one more rule at its end.
   *
   * @param rule the rule; an earlier one of the same pattern goes
   * @return the new table
   */
  public ModeTable with(ModeRule rule) {
    List<ModeRule> more = new ArrayList<>(rules.size() + 1);
    for (ModeRule earlier : rules) {
      if (!earlier.pattern().equals(rule.pattern())) {
        more.add(earlier);
      }
    }
    more.add(rule.pattern().isDefault() ? 0 : more.size(), rule);
    return new ModeTable(more);
  }

  /**
   * This table with the rule of one pattern as it was in another table.
   *
   * @param pattern the pattern
   * @param other the table that is gone back to
   * @return the new table
   */
  public ModeTable without(ModePattern pattern, ModeTable other) {
    for (ModeRule earlier : other.rules) {
      if (earlier.pattern().equals(pattern)) {
        return with(earlier);
      }
    }
    List<ModeRule> fewer = new ArrayList<>(rules);
    fewer.removeIf(rule -> rule.pattern().equals(pattern));
    return new ModeTable(fewer);
  }

  /**
   * The rules in order.
   *
   * @return the rules, the default one first; unmodifiable
   */
  public List<ModeRule> rules() {
    return rules;
  }

  /**
   * The rule that decides.
   *
   * @param seam the binary name of the seam
   * @param operation the name of the operation; null for the seam as a whole
   * @param clause the name of the clause; null for the operation as a whole
   * @return the most specific rule, the last of equally specific ones
   */
  public ModeRule ruleFor(String seam, @Nullable String operation, @Nullable String clause) {
    ModeRule decisive = rules.get(0);
    ModePattern.Reach furthest = ModePattern.Reach.DEFAULT;
    for (ModeRule rule : rules) {
      ModePattern.Reach reach = rule.pattern().reach(seam, operation, clause);
      if (reach.compareTo(furthest) >= 0) {
        decisive = rule;
        furthest = reach;
      }
    }
    return decisive;
  }

  /**
   * Whether some clause of a seam may be judged.
   *
   * @param seam the binary name of the seam
   * @return false when the seam is off and no rule switches on one of its operations or clauses
   */
  public boolean mayBeArmed(String seam) {
    if (ruleFor(seam, null, null).mode() != Mode.OFF) {
      return true;
    }
    for (ModeRule rule : rules) {
      if (rule.mode() != Mode.OFF && rule.pattern().reachesInto(seam)) {
        return true;
      }
    }
    return false;
  }
}
