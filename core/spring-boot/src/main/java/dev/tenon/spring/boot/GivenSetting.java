package dev.tenon.spring.boot;

/**
 * One setting of the application's own configuration.
 *
 * @param key the key without its prefix, a pattern without brackets
 * @param value the value as text
 * @param origin the file and the line, where Spring Boot knows it
 */
record GivenSetting(String key, String value, String origin) {

  static final String PREFIX = "tenon.";
  static final String MODE = "mode";
  static final String MODE_PREFIX = MODE + ".";

  boolean isMode() {
    return isMode(key);
  }

  static boolean isMode(String key) {
    return key.equals(MODE) || key.startsWith(MODE_PREFIX);
  }

  /** The name of the system property that core reads. */
  String property() {
    return PREFIX + key;
  }
}
