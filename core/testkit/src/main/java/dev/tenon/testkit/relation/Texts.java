package dev.tenon.testkit.relation;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What questions about texts say, as patterns of whole texts. */
final class Texts {

  private static final String ANY = "[\\s\\S]*";

  /** Where a character is asked for, one of ASCII will do. */
  private static final Map<String, String> CHARACTERS =
      Map.of(
          "Character::isDigit", "[0-9]*",
          "Character::isLetter", "[A-Za-z]*",
          "Character::isAlphabetic", "[A-Za-z]*",
          "Character::isLetterOrDigit", "[A-Za-z0-9]*",
          "Character::isUpperCase", "[A-Z]*",
          "Character::isLowerCase", "[a-z]*",
          "Character::isWhitespace", "[ \\t\\n]*");

  private Texts() {}

  /**
   * What is said of a text.
   *
   * @param pattern the pattern of whole texts
   * @param isMatching whether the text matches
   */
  record Said(Pattern pattern, boolean isMatching) {}

  /** What the answer to a question says; null where that is not known. */
  static @Nullable Said of(String question, @Nullable Object about, boolean answer) {
    if (about == null) {
      return null;
    }
    String text = about.toString();
    try {
      return switch (question) {
        case "matches" -> new Said(Pattern.compile(text), answer);
        case "startsWith" -> new Said(Pattern.compile(Pattern.quote(text) + ANY), answer);
        case "endsWith" -> new Said(Pattern.compile(ANY + Pattern.quote(text)), answer);
        case "contains" -> new Said(Pattern.compile(ANY + Pattern.quote(text) + ANY), answer);
        case "isBlank" ->
            answer
                ? new Said(Pattern.compile("[ \\t\\n]*"), true)
                : new Said(Pattern.compile(ANY + "[!-~]" + ANY), true);
        default -> null;
      };
    } catch (PatternSyntaxException broken) {
      return null;
    }
  }

  /** All characters of a text are of a kind. */
  static @Nullable Said all(String kind) {
    String pattern = CHARACTERS.get(kind);
    return pattern == null ? null : new Said(Pattern.compile(pattern), true);
  }
}
