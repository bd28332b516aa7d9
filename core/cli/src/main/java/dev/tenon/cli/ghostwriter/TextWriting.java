package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.ghostwriter.Limits.Matter;
import dev.tenon.cli.source.Doc;
import dev.tenon.cli.source.Imports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes arbitraries of texts. */
final class TextWriting {

  private final String arbitraries;
  private final Imports imports;

  TextWriting(String arbitraries, Imports imports) {
    this.arbitraries = arbitraries;
    this.imports = imports;
  }

  Doc of(Limits limits, @Nullable Argument made, List<Doc> calls) {
    if (limits.patterns().isEmpty()) {
      if (limits.why(Matter.NOT_BLANK) != null) {
        // Characters that only some call blank are left out.
        calls.add(Doc.text("withCharRange(' ', '~')"));
      }
      Sizes.add(limits, made, "Length", calls);
      if (limits.why(Matter.NOT_BLANK) != null) {
        calls.add(filter("!text.isBlank()"));
      }
      return Doc.text(arbitraries + ".strings()");
    }
    Doc matching = matching(PatternParts.of(limits.patterns().get(0)).orElseThrow(), calls);
    Bound least = limits.smallest();
    Bound most = limits.largest();
    if (least != null) {
      calls.add(filter("text.length() >= " + Numbers.first(least)));
    }
    if (most != null) {
      calls.add(filter("text.length() <= " + Numbers.last(most)));
    }
    if (limits.why(Matter.NOT_BLANK) != null) {
      calls.add(filter("!text.isBlank()"));
    }
    return matching;
  }

  private static Doc filter(String condition) {
    return Doc.call("filter", List.of(Doc.lambda("text", Doc.text(condition))));
  }

  private Doc matching(List<PatternParts.Part> parts, List<Doc> calls) {
    List<Doc> pieces = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (PatternParts.Part part : parts) {
      pieces.add(piece(part));
      names.add(String.valueOf((char) ('a' + names.size())));
    }
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    calls.add(
        Doc.call(
            "as",
            List.of(
                Doc.lambda(
                    "(" + String.join(", ", names) + ")", Doc.text(String.join(" + ", names))))));
    return Doc.call(imports.name("net.jqwik.api.Combinators") + ".combine", pieces);
  }

  private Doc piece(PatternParts.Part part) {
    String literal = part.characters();
    if (part.ranges().isEmpty() && literal.length() == 1 && part.least() == part.most()) {
      return Doc.text(arbitraries + ".just(" + quoted(literal.repeat(part.least())) + ")");
    }
    List<Doc> calls = new ArrayList<>();
    for (String range : part.ranges()) {
      calls.add(
          Doc.text(
              "withCharRange("
                  + character(range.charAt(0))
                  + ", "
                  + character(range.charAt(1))
                  + ")"));
    }
    if (!literal.isEmpty()) {
      List<String> each = literal.chars().mapToObj(c -> character((char) c)).toList();
      calls.add(Doc.text("withChars(" + String.join(", ", each) + ")"));
    }
    if (part.least() == part.most()) {
      calls.add(Doc.text("ofLength(" + part.least() + ")"));
    } else {
      calls.add(Doc.text("ofMinLength(" + part.least() + ")"));
      calls.add(Doc.text("ofMaxLength(" + part.most() + ")"));
    }
    return Doc.chain(Doc.text(arbitraries + ".strings()"), calls);
  }

  private static String character(char c) {
    return c == '\'' || c == '\\' ? "'\\" + c + "'" : "'" + c + "'";
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
