package dev.tenon.model.settings;

import dev.tenon.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force at start-up.
 *
 * <p>Immutable. {@link Setting} lists what can be set.
 */
public final class Settings {

  private final ModeTable modes;
  private final TypePattern infrastructure;
  private final @Nullable TypePattern seams;
  private final boolean isValidationOurs;
  private final boolean isBannerOn;
  private final boolean isRenderAll;
  private final boolean isStrict;
  private final int quarantine;

  Settings(
      ModeTable modes,
      String infrastructure,
      String seams,
      boolean isValidationOurs,
      boolean isBannerOn,
      boolean isRenderAll,
      boolean isStrict,
      int quarantine) {
    this.modes = modes;
    this.infrastructure = Infrastructure.with(infrastructure);
    this.seams = seams.isEmpty() ? null : TypePattern.of(seams);
    this.isValidationOurs = isValidationOurs;
    this.isBannerOn = isBannerOn;
    this.isRenderAll = isRenderAll;
    this.isStrict = isStrict;
    this.quarantine = quarantine;
  }

  /**
   * Reads the settings from where they can be given, the strongest source first.
   *
   * <p>In the agent's arguments a part without {@code =} continues the value before it. Rules for
   * modes come from all sources together: of equally specific ones that of the strongest source
   * counts, within the agent's arguments the last, within another source the longest, which has no
   * order of its own.
   *
   * @param agentArguments what stands after {@code =} in {@code -javaagent}; null for nothing
   * @param system the system properties: those that begin with {@code tenon.}
   * @param environment the environment: the variables that begin with {@code TENON_}, where the
   *     rest is the key in capitals, and a rule for a mode is {@code TENON_MODE.PATTERN}
   * @param file the content of {@code tenon.properties}
   * @param warnings takes one line for every unknown key or value in the system properties or the
   *     environment; such a one counts as not given
   * @return the settings
   * @throws IllegalArgumentException if the agent's arguments or the file hold an unknown key or
   *     value; the message names the nearest valid one
   */
  public static Settings resolve(
      @Nullable String agentArguments,
      Properties system,
      Map<String, String> environment,
      Properties file,
      Consumer<String> warnings) {
    SettingsReader reader = new SettingsReader(warnings);
    reader.readFile(file);
    reader.readEnvironment(environment);
    reader.readSystem(system);
    reader.readArguments(agentArguments == null ? "" : agentArguments);
    return reader.settings();
  }

  /**
   * The settings when nobody sets anything.
   *
   * @return every setting at its default
   */
  public static Settings defaults() {
    return new SettingsReader(new Silence()).settings();
  }

  /**
   * What is wrong with one setting of a source that is read elsewhere.
   *
   * @param key the key, without a prefix
   * @param value its value
   * @param origin where it was found, for the text
   * @return what to tell the user, with the nearest valid key or value; null when nothing is wrong
   */
  public static @Nullable String fault(String key, String value, String origin) {
    return new SettingsReader(new Silence()).take(key, value, origin);
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
   * The mode of an operation as a whole.
   *
   * @param seam the binary name of the seam's interface
   * @param operation the name of the operation
   * @return the mode of what no more specific rule is for
   */
  public Mode modeOf(String seam, String operation) {
    return modes.ruleFor(seam, operation, null).mode();
  }

  /**
   * The mode of a clause.
   *
   * @param seam the binary name of the seam's interface
   * @param operation the name of the operation
   * @param clause the name of the clause
   * @return the mode
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
   * Which mode applies where, and why.
   *
   * @return the table
   */
  public ModeTable modes() {
    return modes;
  }

  /**
   * The types that stand between a client and a supplier and are neither.
   *
   * @return the built-in patterns and the added ones
   */
  public TypePattern infrastructure() {
    return infrastructure;
  }

  /**
   * Whether the option {@code seams} selects a type.
   *
   * @param type its binary name
   * @return true if its constraints are clauses although nothing marks it as a seam
   */
  public boolean isSelected(String type) {
    return seams != null && seams.matches(type);
  }

  /**
   * What the option {@code seams} names without wildcards.
   *
   * @return the names of types, as written
   */
  public List<String> selectedNames() {
    return seams == null ? List.of() : seams.names();
  }

  /**
   * Whether the option {@code seams} may select any type.
   *
   * @return false when it is not given
   */
  public boolean selectsSeams() {
    return seams != null;
  }

  /**
   * Whether constraints are enforced also where a framework answers for them.
   *
   * @return true when {@code validation} is {@code tenon}
   */
  public boolean enforcesConstraints() {
    return isValidationOurs;
  }

  /**
   * Whether reports show every value by its {@code toString}.
   *
   * @return true when {@code render} is {@code all}
   */
  public boolean renderAll() {
    return isRenderAll;
  }

  /**
   * Whether a start-up line is printed.
   *
   * @return true unless {@code banner} is {@code false}
   */
  public boolean banner() {
    return isBannerOn;
  }

  /**
   * Whether a call whose contract cannot be enforced is refused rather than left unchecked.
   *
   * @return true when {@code strict} is {@code true}
   */
  public boolean strict() {
    return isStrict;
  }

  /**
   * How often a clause may fail within a minute before it is switched off.
   *
   * @return 0 to 10,000; 0 means that it never is
   */
  public int clauseQuarantine() {
    return quarantine;
  }

  /** Nothing is read, so there is nothing to warn of. */
  private static final class Silence implements Consumer<String> {

    @Override
    public void accept(String line) {}
  }
}
