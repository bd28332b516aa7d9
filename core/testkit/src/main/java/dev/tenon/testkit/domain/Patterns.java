package dev.tenon.testkit.domain;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import dev.tenon.testkit.choice.Choices;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that a pattern may match, and texts that it may not: whoever asks looks again. */
final class Patterns {

  private static final List<Integer> REPETITIONS = List.of(2, 12, 4);

  private Patterns() {}

  static @Nullable String matching(Pattern pattern, Choices choices) {
    RgxGen generator = generator(pattern, choices.pick(REPETITIONS));
    if (generator == null) {
      throw new NoValueException(
          "no texts can be generated for the pattern "
              + pattern
              + ": add to the suite  @Provide Arbitrary<String> ... , or simplify the pattern");
    }
    try {
      return generator.generate(choices.seeded());
    } catch (RuntimeException e) {
      throw unable(pattern, e);
    }
  }

  static @Nullable String notMatching(Pattern pattern, Choices choices) {
    RgxGen generator = generator(pattern, choices.pick(REPETITIONS));
    try {
      return generator == null ? null : generator.generateNotMatching(choices.seeded());
    } catch (RuntimeException e) {
      throw unable(pattern, e);
    }
  }

  private static NoValueException unable(Pattern pattern, RuntimeException e) {
    return new NoValueException("no texts can be generated for the pattern " + pattern + ": " + e);
  }

  private static @Nullable RgxGen generator(Pattern pattern, int repetitions) {
    boolean isAnyCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    RgxGenProperties properties = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, repetitions);
    RgxGenOption.CASE_INSENSITIVE.setInProperties(properties, isAnyCase);
    try {
      return RgxGen.parse(properties, pattern.pattern());
    } catch (RuntimeException e) {
      return null;
    }
  }
}
