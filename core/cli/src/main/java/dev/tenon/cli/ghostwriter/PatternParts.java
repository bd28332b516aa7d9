package dev.tenon.cli.ghostwriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression as characters one after the other, each so many times. Others, with groups,
 * alternatives or looking around, are not written as values.
 */
final class PatternParts {

  private static final Pattern PART =
      Pattern.compile(
          "(?:\\[([^\\]\\[^&\\\\]+)\\]|(\\\\[dw.\\-+*?/@()])|([^\\\\\\[\\](){}.*+?^$|]))"
              + "(?:\\{(\\d+)(,(\\d*))?\\}|([*+?]))?");
  private static final int MOST = 8;

  /** How often at most, where the expression does not say. */
  private static final int OFTEN = 10;

  private PatternParts() {}

  /**
   * A part.
   *
   * @param characters single characters that it may consist of; may be empty
   * @param ranges first and last characters of ranges
   * @param least how many there are at least
   * @param most how many there are at most
   */
  record Part(String characters, List<String> ranges, int least, int most) {}

  /** The parts; empty when it has others. */
  static Optional<List<Part>> of(String expression) {
    String inside = expression.replaceFirst("^\\^", "").replaceFirst("(?<!\\\\)\\$$", "");
    Matcher matcher = PART.matcher(inside);
    List<Part> parts = new ArrayList<>();
    int end = 0;
    while (end < inside.length() && matcher.find(end) && matcher.start() == end) {
      parts.add(part(matcher));
      end = matcher.end();
    }
    boolean isAll = end == inside.length() && !parts.isEmpty() && parts.size() <= MOST;
    return isAll ? Optional.of(parts) : Optional.empty();
  }

  private static Part part(Matcher matcher) {
    int least = 1;
    int most = 1;
    if (matcher.group(4) != null) {
      least = Integer.parseInt(matcher.group(4));
      boolean isOpen = "".equals(matcher.group(6));
      most = matcher.group(5) == null ? least : isOpen ? least + OFTEN : integer(matcher.group(6));
    } else if (matcher.group(7) != null) {
      least = matcher.group(7).equals("+") ? 1 : 0;
      most = matcher.group(7).equals("?") ? 1 : OFTEN;
    }
    if (matcher.group(1) != null) {
      return of(matcher.group(1), least, most);
    }
    if (matcher.group(2) != null) {
      String escaped = matcher.group(2).substring(1);
      return switch (escaped) {
        case "d" -> new Part("", List.of("09"), least, most);
        case "w" -> new Part("_", List.of("az", "AZ", "09"), least, most);
        default -> new Part(escaped, List.of(), least, most);
      };
    }
    return new Part(matcher.group(3), List.of(), least, most);
  }

  private static int integer(String digits) {
    return Integer.parseInt(digits);
  }

  private static Part of(String set, int least, int most) {
    StringBuilder characters = new StringBuilder();
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < set.length(); i++) {
      if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
        ranges.add("" + set.charAt(i) + set.charAt(i + 2));
        i += 2;
      } else {
        characters.append(set.charAt(i));
      }
    }
    return new Part(characters.toString(), ranges, least, most);
  }
}
