package dev.tenon.model.settings;

import dev.tenon.model.Mode;

/**
 * One line of the mode table.
 *
 * <p>Immutable.
 *
 * @param pattern the seams, operations or clauses it is for, as written
 * @param mode the mode they get
 * @param origin who said so
 */
public record ModeRule(ModePattern pattern, Mode mode, String origin) {

  /**
   * Whether an application's own configuration counts before this rule.
   *
   * @return true for what {@code tenon.properties} says, and for the default
   */
  public boolean yieldsToApplication() {
    return origin.equals(SettingsReader.FILE) || origin.equals(SettingsReader.DEFAULT);
  }

  /**
   * The rule as it is written in the settings, with its origin.
   *
   * @return for example {@code mode.com.acme..*=observe (tenon.properties)}
   */
  @Override
  public String toString() {
    String key = pattern.isDefault() ? "mode" : "mode." + pattern;
    return key + "=" + Setting.text(mode) + " (" + origin + ")";
  }
}
