package dev.tenon.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259), strictly; members keep their order, and none may stand twice. */
final class JsonReader {

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /** A map, list, string, boolean or number, as an int. */
  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.space();
    if (reader.at != text.length()) {
      throw reader.malformed();
    }
    return value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      peek();
      String name = string();
      expect(':');
      if (members.put(name, value()) != null) {
        throw malformed();
      }
    }
    expect('}');
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    expect('[');
    while (peek() != ']') {
      if (!elements.isEmpty()) {
        expect(',');
      }
      elements.add(value());
    }
    expect(']');
    return elements;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    expect('"');
    while (next() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw malformed();
      }
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = next();
    at++;
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    if (c != '"' && c != '\\') {
      throw malformed();
    }
    return c;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private Integer number() {
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw malformed();
    }
    return Integer.valueOf(text.substring(from, at));
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw malformed();
    }
    at++;
  }

  private char peek() {
    space();
    return next();
  }

  private char next() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalStateException malformed() {
    return new IllegalStateException("no JSON at " + at + ": " + text);
  }
}
