package dev.tenon.testkit.domain;

import java.util.ArrayList;
import java.util.List;

/** Who demands something, in words. */
final class Origins {

  private static final String ON = " on ";

  private Origins() {}

  /** All of them, the place said once where it is the same. */
  static String text(List<String> origins) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      String each = origins.get(i);
      boolean isSaidLater = i + 1 < origins.size() && place(each).equals(place(origins.get(i + 1)));
      said.add(isSaidLater ? each.substring(0, each.length() - place(each).length()) : each);
    }
    return said.isEmpty() ? "the type alone" : String.join(" and ", said);
  }

  private static String place(String origin) {
    int on = origin.lastIndexOf(ON);
    return on < 0 ? "" : origin.substring(on);
  }
}
