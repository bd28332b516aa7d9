package dev.tenon.spring.boot;

import dev.tenon.model.settings.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads {@code tenon.*} from an environment, as it is written there: relaxed binding would take the
 * dots and stars out of patterns.
 */
final class GivenSettings {

  /** Core reads these two itself, and they are stronger. */
  private static final Set<String> READ_BY_CORE =
      Set.of(
          StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
          StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);

  private static final Pattern ELEMENT = Pattern.compile("(.+)\\[(\\d+)]");
  private static final Pattern BRACKETS = Pattern.compile("mode\\.?\\[(.+)]");
  private static final Set<String> LISTS =
      Stream.of(Setting.values())
          .filter(Setting::isPattern)
          .map(Setting::key)
          .collect(Collectors.toUnmodifiableSet());

  private final ConfigurableEnvironment environment;

  private GivenSettings(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** The settings, of two for one key the stronger; the shortest key first. */
  static List<GivenSetting> of(ConfigurableEnvironment environment) {
    GivenSettings reader = new GivenSettings(environment);
    Map<String, GivenSetting> given = new LinkedHashMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> named
          && !READ_BY_CORE.contains(source.getName())) {
        reader.read(named).forEach(given::putIfAbsent);
      }
    }
    List<GivenSetting> ordered = new ArrayList<>(given.values());
    ordered.sort(
        Comparator.comparing((GivenSetting setting) -> setting.key().length())
            .thenComparing(GivenSetting::key));
    return ordered;
  }

  private Map<String, GivenSetting> read(EnumerablePropertySource<?> source) {
    Map<String, GivenSetting> given = new LinkedHashMap<>();
    for (String name : source.getPropertyNames()) {
      if (name.startsWith(GivenSetting.PREFIX)) {
        String key = key(name.substring(GivenSetting.PREFIX.length()));
        GivenSetting setting =
            new GivenSetting(key, value(key, source.getProperty(name)), origin(source, name));
        given.merge(key, setting, GivenSettings::joined);
      }
    }
    return given;
  }

  /** A list's elements come one by one, a pattern may stand in brackets. */
  private static String key(String written) {
    Matcher element = ELEMENT.matcher(written);
    if (element.matches() && LISTS.contains(element.group(1))) {
      return element.group(1);
    }
    Matcher brackets = BRACKETS.matcher(written);
    return brackets.matches() ? GivenSetting.MODE_PREFIX + brackets.group(1) : written;
  }

  private static GivenSetting joined(GivenSetting one, GivenSetting more) {
    return LISTS.contains(one.key())
        ? new GivenSetting(one.key(), one.value() + "," + more.value(), one.origin())
        : more;
  }

  private String value(String key, @Nullable Object value) {
    if (Boolean.FALSE.equals(value) && GivenSetting.isMode(key)) {
      // What YAML makes of the word off.
      return "off";
    }
    return value == null ? "" : environment.resolvePlaceholders(value.toString());
  }

  private static String origin(PropertySource<?> source, String name) {
    Origin origin = OriginLookup.getOrigin(source, name);
    return origin == null ? source.getName() : origin.toString();
  }
}
