package dev.tenon.internal.constraint;

import java.util.regex.Pattern;

/** A pattern that the whole text must match. */
record Regex(Pattern pattern) {

  boolean matches(CharSequence value) {
    return pattern.matcher(value).matches();
  }
}
