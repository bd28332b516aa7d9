package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Types of the JDK whose values are taken from a list, or are free of limits.
 *
 * @param kinds what finds how the results of functions are made
 */
record Constants(Kinds kinds) {

  private static final Map<Class<?>, List<Object>> LISTED =
      Map.of(
          ZoneId.class,
          List.of(ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Kolkata")),
          ZoneOffset.class,
          List.of(ZoneOffset.UTC, ZoneOffset.ofHours(2), ZoneOffset.MIN, ZoneOffset.MAX),
          Locale.class,
          List.of(Locale.ROOT, Locale.US, Locale.GERMANY, Locale.forLanguageTag("tr")),
          Currency.class,
          List.of(currency("EUR"), currency("JPY"), currency("BHD")),
          URI.class,
          List.of(
              URI.create(""),
              URI.create("a"),
              URI.create("http://a.b/c?d=e#f"),
              URI.create("urn:a:b")),
          Path.class,
          List.of(Path.of(""), Path.of("a"), Path.of("a", "b.txt"), Path.of("..", "c")));

  @Nullable Kind kind(Place place) {
    Class<?> raw = place.typed().raw();
    if (raw.isEnum()) {
      return new Listed(raw, Arrays.<Object>asList(raw.getEnumConstants()), true);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return new Listed(raw, List.of(false, true), true);
    }
    Kind listed = listed(raw, place.typed());
    if (listed != null) {
      return listed;
    }
    if (raw == Object.class || raw == Comparable.class || raw == java.io.Serializable.class) {
      return new Free(raw, choices -> Letters.text(0, Integer.MAX_VALUE, false, choices));
    }
    return raw == java.time.Duration.class ? Whole.of(Times.duration()) : free(raw, place);
  }

  private static @Nullable Kind listed(Class<?> raw, Typed typed) {
    List<Object> values = raw == Class.class ? classes(typed) : LISTED.get(raw);
    return values == null ? null : new Listed(raw, values, false);
  }

  private static Currency currency(String code) {
    return Currency.getInstance(code);
  }

  private static List<Object> classes(Typed typed) {
    List<Typed> arguments = typed.arguments();
    return arguments.isEmpty() || arguments.get(0).raw() == Object.class
        ? List.of(Object.class, String.class, int.class, List.class)
        : List.of(arguments.get(0).raw());
  }

  @SuppressWarnings("UnnecessaryStringBuilder") // what is asked for is one
  private @Nullable Kind free(Class<?> raw, Place place) {
    if (raw == UUID.class) {
      return new Free(raw, choices -> new UUID(word(choices), word(choices)));
    }
    if (raw == Period.class) {
      return new Free(raw, choices -> Period.of(few(choices), few(choices), few(choices)));
    }
    return Functions.isKnown(raw) ? Functions.kind(place, kinds) : null;
  }

  private static long word(Choices choices) {
    return choices.near(BigInteger.ONE.shiftLeft(Long.SIZE)).longValue();
  }

  private static int few(Choices choices) {
    int drawn = choices.near(BigInteger.valueOf(1_000)).intValue();
    return drawn > 0 && choices.next(4) == 3 ? -drawn : drawn;
  }
}
