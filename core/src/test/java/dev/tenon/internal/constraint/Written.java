package dev.tenon.internal.constraint;

import java.util.ArrayList;
import java.util.List;

/**
 * Constraints as a user writes them: every one that is translated, with what may be odd about it.
 */
final class Written {

  static final List<String> NO_TIMES = noTimes();

  static final List<String> TIMES =
      List.of("@Past", "@PastOrPresent", "@Future", "@FutureOrPresent");

  private Written() {}

  private static List<String> noTimes() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "@NotNull",
                "@Null",
                "@AssertTrue",
                "@AssertFalse",
                "@NotEmpty",
                "@NotBlank",
                "@Positive",
                "@PositiveOrZero",
                "@Negative",
                "@NegativeOrZero",
                "@Email"));
    for (String each :
        List.of(
            "Long.MIN_VALUE",
            "-9007199254740993L",
            "-128",
            "-5",
            "0",
            "1",
            "5",
            "127",
            "16777217",
            "9007199254740993L",
            "Long.MAX_VALUE")) {
      all.add("@Min(" + each + ")");
      all.add("@Max(" + each + ")");
    }
    for (String each :
        List.of(
            "0",
            "-0",
            "0.1",
            "-0.1",
            "5",
            "5.5",
            "1e3",
            "1.10",
            "1E-400",
            "-1E-400",
            "1E+400",
            "-1E+400",
            "1e999999999",
            "-1E-999999999",
            "16777217",
            "9223372036854775807",
            "9223372036854775807.5",
            "-9223372036854775808.5",
            "3.4028235E38",
            "1.7976931348623157E308",
            "-1.7976931348623158E308",
            "4.9E-324",
            "2e23")) {
      all.add("@DecimalMin(\"" + each + "\")");
      all.add("@DecimalMax(\"" + each + "\")");
    }
    for (String each :
        List.of(
            "0",
            "-0.1",
            "5",
            "5.5",
            "1E-400",
            "-1E+400",
            "9223372036854775807",
            "-9223372036854775808",
            "1.7976931348623157E308")) {
      all.add("@DecimalMin(value = \"" + each + "\", inclusive = false)");
      all.add("@DecimalMax(value = \"" + each + "\", inclusive = false)");
    }
    for (String each : List.of("oops", "", " 1", "1e99999999999")) {
      all.add("@DecimalMin(\"" + each + "\")");
      all.add("@DecimalMax(\"" + each + "\")");
    }
    for (String each :
        List.of(
            "3, 2",
            "0, 0",
            "1, 0",
            "2, 1",
            "18, 18",
            "19, 2",
            "0, 5",
            "400, 400",
            "-1, 2",
            "2, -1",
            "Integer.MAX_VALUE, Integer.MAX_VALUE")) {
      all.add("@Digits(integer = " + each.replace(",", ", fraction =") + ")");
    }
    for (String each :
        List.of(
            "",
            "(min = 1, max = 3)",
            "(min = 0, max = 0)",
            "(min = 4)",
            "(max = 2)",
            "(min = 5, max = 3)",
            "(min = -1)",
            "(max = -1)")) {
      all.add("@Size" + each);
      all.add("@Length" + each);
    }
    all.addAll(
        List.of(
            "@Range",
            "@Range(min = 1, max = 100)",
            "@Range(min = -5, max = 0)",
            "@Range(min = 5, max = -5)",
            "@Range(min = Long.MIN_VALUE)",
            "@Pattern(regexp = \"[a-z]+\")",
            "@Pattern(regexp = \"[a-z]+\", flags = Pattern.Flag.CASE_INSENSITIVE)",
            "@Pattern(regexp = \"a.c\", flags = {Pattern.Flag.DOTALL, Pattern.Flag.COMMENTS})",
            "@Pattern(regexp = \"^abc$\", flags = Pattern.Flag.MULTILINE)",
            "@Pattern(regexp = \"\")",
            "@Pattern(regexp = \"(?s).*\")",
            "@Pattern(regexp = \"ß|é|i\", flags = {Pattern.Flag.UNICODE_CASE,"
                + " Pattern.Flag.CASE_INSENSITIVE})",
            "@Pattern(regexp = \"[\")",
            "@DurationMin",
            "@DurationMax",
            "@DurationMin(hours = 1)",
            "@DurationMax(hours = 1)",
            "@DurationMin(hours = 1, inclusive = false)",
            "@DurationMax(hours = 1, inclusive = false)",
            "@DurationMax(days = -1, minutes = 2, seconds = 3, millis = 4, nanos = 5)",
            "@DurationMin(days = Long.MAX_VALUE)",
            "@DurationMax(nanos = Long.MAX_VALUE)"));
    return List.copyOf(all);
  }
}
