package dev.tenon.spring.boot;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The system properties by which settings reach core.
 *
 * <p>Which of them came from here is a system property too: it holds for the JVM, as they do, and a
 * context that comes later tells them from those of the command line.
 */
final class Handed {

  /** Does not begin with {@code tenon.}, so nobody takes it for a setting. */
  private static final String MARK = "dev.tenon.spring.boot.handed.";

  private final Properties system;
  private final Map<String, String> environment;

  Handed(Properties system, Map<String, String> environment) {
    this.system = system;
    this.environment = environment;
  }

  /** Whether the command line or the environment says something for the same key. */
  boolean isGivenStronger(GivenSetting setting) {
    String variable = setting.property().toUpperCase(Locale.ROOT).replace('.', '_');
    return environment.containsKey(variable)
        || (system.getProperty(setting.property()) != null && !isOurs(setting));
  }

  /** Whether the same was handed over before. */
  boolean holds(GivenSetting setting) {
    return isOurs(setting) && setting.value().equals(system.getProperty(setting.property()));
  }

  boolean isOurs(GivenSetting setting) {
    return system.getProperty(MARK + setting.key()) != null;
  }

  void hand(GivenSetting setting) {
    system.setProperty(MARK + setting.key(), setting.origin());
    system.setProperty(setting.property(), setting.value());
  }
}
