package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values a part of a clause reads. */
public final class Roots {

  private Roots() {}

  /**
   * The names that are read.
   *
   * @param node the part
   * @param among the names that there are
   */
  public static Set<String> of(Node node, Collection<String> among) {
    Set<String> found = new LinkedHashSet<>();
    collect(node, among, found);
    return found;
  }

  private static void collect(Node node, Collection<String> among, Set<String> found) {
    switch (node.kind()) {
      case PARAMETER -> found.add(node.text());
      case RESULT -> found.add("result");
      case OPAQUE -> {
        // Not opened: what looks like a name may be one.
        for (String each : among) {
          if (Pattern.compile("\\b" + Pattern.quote(each) + "\\b").matcher(node.text()).find()) {
            found.add(each);
          }
        }
      }
      default -> {
        // What it is made of.
      }
    }
    node.children().forEach(child -> collect(child, among, found));
    found.retainAll(among);
  }
}
