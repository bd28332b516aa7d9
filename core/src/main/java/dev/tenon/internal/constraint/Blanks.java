package dev.tenon.internal.constraint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** Tests for text that is more than blank; they throw on null. */
final class Blanks {

  private Blanks() {}

  static MethodHandle test(Dialect.Blank blank) {
    String name =
        switch (blank) {
          case WHITE_SPACE -> "hasMoreThanWhiteSpace";
          case TRIMMED -> "isNotTrimmedAway";
        };
    return Linking.function(
        Blanks.class, name, MethodType.methodType(boolean.class, CharSequence.class));
  }

  static boolean hasMoreThanWhiteSpace(CharSequence value) {
    return !value.toString().isBlank();
  }

  static boolean isNotTrimmedAway(CharSequence value) {
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        return true;
      }
    }
    return false;
  }
}
