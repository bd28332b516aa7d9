package dev.tenon.model.settings;

import java.util.ArrayList;
import java.util.List;

/** A text cut at its commas. */
final class Parts {

  private Parts() {}

  /** The parts without white space round them; one at least, and empty ones are kept. */
  static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      parts.add(text.substring(from, comma).trim());
      from = comma + 1;
    }
    parts.add(text.substring(from).trim());
    return parts;
  }
}
