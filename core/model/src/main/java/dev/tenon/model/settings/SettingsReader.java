package dev.tenon.model.settings;

import dev.tenon.model.Mode;
import dev.tenon.model.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the settings from their sources, which are read from the weakest to the strongest. */
final class SettingsReader {

  private static final String SYSTEM_PREFIX = "tenon.";
  private static final String ENVIRONMENT_PREFIX = "TENON_";
  private static final String MODE_PREFIX = "mode.";

  /** Who says what nobody said. */
  static final String DEFAULT = "default";

  /** The weakest source. */
  static final String FILE = "tenon.properties";

  private final Consumer<String> warnings;
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private ModeTable modes = defaultModes();

  SettingsReader(Consumer<String> warnings) {
    this.warnings = warnings;
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.byDefault());
    }
  }

  static ModeTable defaultModes() {
    return ModeTable.of(mode(Setting.MODE.byDefault()), DEFAULT);
  }

  Settings settings() {
    return new Settings(
        modes,
        value(Setting.INFRASTRUCTURE),
        value(Setting.SEAMS),
        value(Setting.VALIDATION).equals("tenon"),
        value(Setting.BANNER).equals("true"),
        value(Setting.RENDER).equals("all"),
        value(Setting.STRICT).equals("true"),
        Integer.parseInt(value(Setting.CLAUSE_QUARANTINE)));
  }

  private String value(Setting setting) {
    return values.getOrDefault(setting, "");
  }

  void readFile(Properties file) {
    for (String key : inOrder(file.stringPropertyNames(), "")) {
      refuse(take(key.trim(), file.getProperty(key, ""), FILE));
    }
  }

  void readEnvironment(Map<String, String> environment) {
    for (String name : inOrder(environment.keySet(), ENVIRONMENT_PREFIX)) {
      String rest = name.substring(ENVIRONMENT_PREFIX.length());
      String capital = rest.toLowerCase(Locale.ROOT);
      String key =
          capital.startsWith(MODE_PREFIX)
              ? MODE_PREFIX.concat(rest.substring(MODE_PREFIX.length()))
              : capital.replace('_', '.');
      warn(take(key, environment.getOrDefault(name, ""), "environment ".concat(name)));
    }
  }

  void readSystem(Properties system) {
    for (String name : inOrder(system.stringPropertyNames(), SYSTEM_PREFIX)) {
      String key = name.substring(SYSTEM_PREFIX.length());
      warn(take(key, system.getProperty(name, ""), "-D".concat(name)));
    }
  }

  void readArguments(String arguments) {
    String key = null;
    StringBuilder value = new StringBuilder();
    if (arguments.trim().isEmpty()) {
      return;
    }
    for (String part : Parts.of(arguments)) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        takeArgument(key, value.toString());
        key = part.substring(0, equals).trim();
        value = new StringBuilder(part.substring(equals + 1));
      } else if (key == null) {
        refuse("'" + part + "' in the agent's arguments is no key=value" + nearestKey(part));
      } else {
        value.append(',').append(part);
      }
    }
    takeArgument(key, value.toString());
  }

  private void takeArgument(@Nullable String key, String value) {
    if (key != null) {
      refuse(take(key, value, "agent's arguments"));
    }
  }

  /** Takes one value, or says what is wrong with it. */
  @Nullable String take(String key, String given, String origin) {
    String value = given.trim();
    if (key.startsWith(MODE_PREFIX)) {
      return takeMode(key, value, origin);
    }
    for (Setting setting : Setting.values()) {
      if (setting != Setting.MODE_OF_PATTERN && setting.key().equals(key)) {
        return take(setting, value, origin);
      }
    }
    return "unknown setting '" + key + "' (" + origin + ")" + nearestKey(key);
  }

  private @Nullable String take(Setting setting, String value, String origin) {
    if (setting.isPattern()) {
      return takePatterns(setting, value, origin);
    }
    if (setting.isNumber()) {
      return takeNumber(setting, value, origin);
    }
    String known = value.toLowerCase(Locale.ROOT);
    if (!setting.choices().contains(known)) {
      return unknownValue(setting.key(), value, setting, origin);
    }
    values.put(setting, known);
    if (setting == Setting.MODE) {
      modes = modes.with(new ModeRule(ModePattern.byDefault(), mode(known), origin));
    }
    return null;
  }

  private @Nullable String takeNumber(Setting setting, String value, String origin) {
    String nearest = null;
    try {
      long number = Long.parseLong(value);
      long valid = Math.max(0, Math.min(Setting.MOST_FAILURES, number));
      if (number == valid) {
        values.put(setting, Long.toString(number));
        return null;
      }
      nearest = Long.toString(valid);
    } catch (NumberFormatException noNumber) {
      // Nothing is near.
    }
    return "unknown value '"
        + value
        + "' of setting '"
        + setting.key()
        + "' ("
        + origin
        + ")"
        + hint(nearest)
        + " It can be: a number from 0 to "
        + Setting.MOST_FAILURES;
  }

  private @Nullable String takePatterns(Setting setting, String value, String origin) {
    try {
      if (!value.isEmpty()) {
        TypePattern.of(value);
      }
    } catch (IllegalArgumentException malformed) {
      return setting.key() + " (" + origin + "): " + malformed.getMessage();
    }
    values.put(setting, value);
    return null;
  }

  private @Nullable String takeMode(String key, String value, String origin) {
    ModePattern pattern;
    try {
      pattern = ModePattern.of(key.substring(MODE_PREFIX.length()));
    } catch (IllegalArgumentException malformed) {
      return key + " (" + origin + "): " + malformed.getMessage();
    }
    String known = value.toLowerCase(Locale.ROOT);
    if (!Setting.MODE_OF_PATTERN.choices().contains(known)) {
      return unknownValue(key, value, Setting.MODE_OF_PATTERN, origin);
    }
    modes = modes.with(new ModeRule(pattern, mode(known), origin));
    return null;
  }

  private static String unknownValue(String key, String value, Setting setting, String origin) {
    return "unknown value '"
        + value
        + "' of setting '"
        + key
        + "' ("
        + origin
        + ")"
        + hint(Nearest.of(value, setting.choices()))
        + " It can be: "
        + String.join(", ", setting.choices());
  }

  private static String nearestKey(String key) {
    List<String> keys = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      keys.add(setting.key());
    }
    String bare = key.startsWith(SYSTEM_PREFIX) ? key.substring(SYSTEM_PREFIX.length()) : key;
    int dot = bare.indexOf('.');
    boolean isRule =
        dot > 0 && Nearest.of(bare.substring(0, dot), List.of(Setting.MODE.key())) != null;
    String nearest =
        isRule ? Setting.MODE.key().concat(bare.substring(dot)) : Nearest.of(bare, keys);
    return hint(nearest) + " The settings are: " + String.join(", ", keys);
  }

  private static String hint(@Nullable String nearest) {
    return nearest == null ? "." : ", did you mean '" + nearest + "'?";
  }

  private static Mode mode(String value) {
    return Mode.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private void refuse(@Nullable String fault) {
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
  }

  private void warn(@Nullable String fault) {
    if (fault != null) {
      warnings.accept(fault);
    }
  }

  /** The shortest first, so that a longer and mostly more precise pattern is later, and counts. */
  private static List<String> inOrder(Collection<String> names, String prefix) {
    List<String> ordered = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        ordered.add(name);
      }
    }
    if (ordered.size() > 1) {
      Collections.sort(ordered, new ByLength());
    }
    return ordered;
  }

  private static final class ByLength implements Comparator<String> {

    @Override
    public int compare(String one, String other) {
      int byLength = Integer.compare(one.length(), other.length());
      return byLength != 0 ? byLength : one.compareTo(other);
    }
  }
}
