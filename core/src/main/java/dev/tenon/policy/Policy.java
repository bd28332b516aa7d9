package dev.tenon.policy;

import dev.tenon.model.Mode;
import dev.tenon.model.settings.ModePattern;
import dev.tenon.model.settings.ModeRule;
import dev.tenon.model.settings.ModeTable;
import dev.tenon.model.settings.Settings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What happens after a verdict: the modes in force, which can be changed while the application
 * runs.
 *
 * <p>Thread-safe. Reading takes no lock; a change is visible at once, and listeners have heard of
 * it when {@link #mode} returns.
 */
public final class Policy {

  private static final String AT_RUN_TIME = "set at run time";
  private static final String SWITCHED_OFF = "switched off: ";

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ModeTable given;
  private ModeTable atStart;
  private volatile ModeTable modes;

  private Policy(ModeTable modes) {
    this.given = modes;
    this.atStart = modes;
    this.modes = modes;
  }

  /**
   * The policy that the settings ask for.
   *
   * @param settings the settings at start-up
   * @return a policy that can be changed
   */
  public static Policy of(Settings settings) {
    return new Policy(settings.modes());
  }

  /**
   * Changes the mode of some seams, operations or clauses, as the setting {@code mode.PATTERN}
   * does. The new rule is the last: it counts before all equally specific ones.
   *
   * @param pattern the seams, the operations ({@code seam.operation}) or the clauses ({@code
   *     seam.operation#clause}); {@code *} is every seam
   * @param mode the mode they get
   * @throws IllegalArgumentException if the pattern is malformed
   */
  public synchronized void mode(String pattern, Mode mode) {
    modes = modes.with(new ModeRule(ModePattern.of(pattern), mode, AT_RUN_TIME));
    tell();
  }

  /**
   * Takes the modes that the application's own configuration gives, in place of those that it gave
   * before. They count before what {@code tenon.properties} says, and after every other source and
   * what was set at run time.
   *
   * @param rules the rules in order; of equally specific ones the last counts
   */
  public synchronized void configure(List<ModeRule> rules) {
    ModeTable next = given;
    for (ModeRule rule : rules) {
      next = next.with(rule);
    }
    for (ModeRule stronger : given.rules()) {
      if (!stronger.yieldsToApplication()) {
        next = next.with(stronger);
      }
    }
    ModeTable before = atStart;
    atStart = next;
    for (ModeRule rule : modes.rules()) {
      if (!before.rules().contains(rule)) {
        next = next.with(rule);
      }
    }
    modes = next;
    tell();
  }

  /**
   * Switches a clause off that does not do its work, until somebody says {@link #mode} or {@link
   * #reset} of it again.
   *
   * @param seam the binary name of the seam's interface
   * @param operation the name of the operation
   * @param clause the name of the clause
   * @param reason why, as a clause with a verb
   */
  public synchronized void switchOff(String seam, String operation, String clause, String reason) {
    ModePattern pattern = ModePattern.of(ModePattern.textOf(seam, operation, clause));
    modes = modes.with(new ModeRule(pattern, Mode.OFF, SWITCHED_OFF + reason));
    tell();
  }

  /**
   * The clauses that were switched off because they did not do their work.
   *
   * @return the rules, each with the reason as its origin
   */
  public List<ModeRule> switchedOff() {
    return modes.rules().stream().filter(rule -> rule.origin().startsWith(SWITCHED_OFF)).toList();
  }

  /** Everybody is told; then what the first failing listener threw goes on. */
  private void tell() {
    RuntimeException first = null;
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException failure) {
        if (first == null) {
          first = failure;
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * Takes back what {@link #mode} said for a pattern: what the settings said at start-up for the
   * same pattern counts again, or else the other rules.
   *
   * @param pattern the pattern, as it was given
   * @throws IllegalArgumentException if the pattern is malformed
   */
  public synchronized void reset(String pattern) {
    modes = modes.without(ModePattern.of(pattern), atStart);
    listeners.forEach(Runnable::run);
  }

  /**
   * The mode of a seam as a whole.
   *
   * @param seam the binary name of its interface
   * @return the mode of what no more specific rule is for
   */
  public Mode modeOf(String seam) {
    return modes.ruleFor(seam, null, null).mode();
  }

  /**
   * The mode of a clause.
   *
   * @param seam the binary name of the seam's interface
   * @param operation the name of the operation
   * @param clause the name of the clause
   * @return the mode now
   */
  public Mode modeOf(String seam, String operation, String clause) {
    return modes.ruleFor(seam, operation, clause).mode();
  }

  /**
   * Whether some clause of a seam may be judged.
   *
   * @param seam the binary name of its interface
   * @return false when it is off and no rule switches on one of its operations or clauses
   */
  public boolean mayBeArmed(String seam) {
    return modes.mayBeArmed(seam);
  }

  /**
   * Why a mode applies to a clause.
   *
   * @param seam the binary name of the seam's interface
   * @param operation the name of the operation
   * @param clause the name of the clause
   * @return the rule that decides now
   */
  public ModeRule ruleFor(String seam, String operation, String clause) {
    return modes.ruleFor(seam, operation, clause);
  }

  /**
   * Asks to be told of every change.
   *
   * @param listener run by the thread that makes the change, after it, one change at a time
   */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * The rules in force.
   *
   * @return the rules in order, the default first; unmodifiable
   */
  public List<ModeRule> rules() {
    return modes.rules();
  }

  /**
   * The rules in force, in order, with who said so: of equally specific ones the last counts.
   *
   * @return one line for each rule, the default first
   */
  public List<String> table() {
    return modes.rules().stream().map(ModeRule::toString).toList();
  }
}
