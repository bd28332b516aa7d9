package dev.tenon.maven;

import dev.tenon.model.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The arguments of a JVM that runs tests, as the value of a property. */
final class ArgLine {

  private static final Pattern PLAIN = Pattern.compile("[\\w./:\\\\=,+-]*");

  private ArgLine() {}

  /**
   * Puts the agent before other arguments.
   *
   * @param agent its jar
   * @param options the agent's own arguments; empty for none
   * @param others the other arguments; null for none
   * @throws IllegalArgumentException if an option is unknown; the message names the nearest
   */
  static String with(Path agent, String options, @Nullable String others) {
    String given = options.strip();
    Settings.resolve(given, new Properties(), Map.of(), new Properties(), warning -> {});
    String argument = "-javaagent:" + agent + (given.isEmpty() ? "" : "=" + given);
    String quoted = PLAIN.matcher(argument).matches() ? argument : '"' + argument + '"';
    return others == null || others.isBlank() ? quoted : quoted + " " + others.strip();
  }

  /** Whether arguments have an agent already. */
  static boolean has(Path agent, @Nullable String arguments) {
    return arguments != null && arguments.contains("-javaagent:" + agent);
  }
}
