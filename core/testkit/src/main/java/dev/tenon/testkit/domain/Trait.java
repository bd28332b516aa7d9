package dev.tenon.testkit.domain;

import java.util.List;

/**
 * What a value has, or has not, beyond the limits that are numbers.
 *
 * @param form what it is
 * @param arguments its attributes
 * @param isKept whether it has it
 */
record Trait(Form form, List<String> arguments, boolean isKept) {

  /** What a value can have. */
  enum Form {
    /** At most so many decimal places. */
    DECIMALS,
    /** An address of mail, or empty. */
    EMAIL,
    /** Protocol, host and port, each empty for any; or empty. */
    URL,
    /** A UUID of one version and case; or empty. */
    UUID,
    /** Some character that neither trimming nor {@code isBlank} takes for a blank. */
    NOT_BLANK,
    /** No two equal elements. */
    DISTINCT
  }

  static Trait of(Form form, String... arguments) {
    return new Trait(form, List.of(arguments), true);
  }

  Trait not() {
    return new Trait(form, arguments, !isKept);
  }

  int count() {
    return Integer.parseInt(arguments.get(0));
  }

  @Override
  public String toString() {
    String said =
        switch (form) {
          case DECIMALS -> "at most " + count() + " decimal places";
          case EMAIL -> "an address of mail";
          case URL -> "a URL" + arguments;
          case UUID -> "a UUID" + arguments;
          case NOT_BLANK -> "more than blanks";
          case DISTINCT -> "no two equal";
        };
    return isKept ? said : "not " + said;
  }
}
