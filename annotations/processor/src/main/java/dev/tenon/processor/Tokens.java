package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a Java expression: what white space and comments do not change. */
final class Tokens {

  private static final List<String> OPERATORS =
      List.of("->", "::", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "<<", "...");

  private Tokens() {}

  /** The tokens in order. */
  static List<String> of(String source) {
    return tokens(source).stream().map(Token::text).toList();
  }

  /** The text with every run of white space and comments outside literals as one space. */
  static String folded(String source) {
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (Token token : tokens(source)) {
      if (token.start > end && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(token.text);
      end = token.start + token.text.length();
    }
    return text.toString();
  }

  /** The token that stands at or after a position, or the empty text. */
  static String at(String source, int position) {
    for (Token token : tokens(source)) {
      if (token.start + token.text.length() > position) {
        return token.text;
      }
    }
    return "";
  }

  /** Where a bracket closes that was not opened, or -1. */
  static int unbalanced(String source) {
    int depth = 0;
    for (Token token : tokens(source)) {
      switch (token.text) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        default -> {}
      }
      if (depth < 0) {
        return token.start;
      }
    }
    return -1;
  }

  /** Where the last token ends. */
  static int end(String source) {
    List<Token> tokens = tokens(source);
    return tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
  }

  private record Token(int start, String text) {
    int end() {
      return start + text.length();
    }
  }

  private static List<Token> tokens(String source) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      if (source.startsWith("//", at) || source.startsWith("/*", at)) {
        at = afterComment(source, at);
        continue;
      }
      int end = tokenEnd(source, at, c);
      tokens.add(new Token(at, source.substring(at, end)));
      at = end;
    }
    return tokens;
  }

  private static int afterComment(String source, int at) {
    boolean line = source.charAt(at + 1) == '/';
    int end = source.indexOf(line ? "\n" : "*/", at + 2);
    if (end < 0) {
      return source.length();
    }
    return line ? end : end + 2;
  }

  private static int tokenEnd(String source, int at, char c) {
    if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
        end++;
      }
      return end;
    }
    boolean point = c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1));
    if (isDigit(c) || point) {
      return numberEnd(source, at);
    }
    if (source.startsWith("\"\"\"", at)) {
      return literalEnd(source, at + 3, "\"\"\"");
    }
    if (c == '"' || c == '\'') {
      return literalEnd(source, at + 1, String.valueOf(c));
    }
    for (String operator : OPERATORS) {
      if (source.startsWith(operator, at)) {
        return at + operator.length();
      }
    }
    return at + 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int numberEnd(String source, int at) {
    int end = at + 1;
    while (end < source.length()) {
      char c = source.charAt(end);
      boolean hex = source.startsWith("0x", at) || source.startsWith("0X", at);
      char before = Character.toLowerCase(source.charAt(end - 1));
      boolean sign = (c == '+' || c == '-') && (hex ? before == 'p' : before == 'e');
      if (!Character.isJavaIdentifierPart(c) && c != '.' && !sign) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int literalEnd(String source, int from, String quote) {
    int at = from;
    while (at < source.length() && !source.startsWith(quote, at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(source.length(), at + quote.length());
  }
}
