package dev.tenon.verdict;

import dev.tenon.model.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report for people: who, what, where, with which values, what to do next. */
final class ViolationText {

  private static final int LABEL_WIDTH = 10;
  private static final String UNKNOWN_CLIENT =
      "unknown (no application frame between the thread's root and the operation)";
  private static final String UNKNOWN_SUPPLIER = "unknown";

  private final Violation violation;
  private final StringBuilder text = new StringBuilder(512);

  private ViolationText(Violation violation) {
    this.violation = violation;
  }

  static String of(Violation violation) {
    return new ViolationText(violation).written();
  }

  private String written() {
    text.append(headline());
    line("seam", violation.operation().seam() + "." + violation.operation().name());
    line(violation.kind().label(), quoted(violation.clause()));
    lineUnlessEmpty("because", folded(violation.clause().because()));
    if (violation.blamed() == Party.GAP) {
      line("gap", GapText.of(violation));
    } else {
      violation.against().forEach(held -> line("against", cited(held)));
    }
    violation.cause().ifPresent(cause -> line("cause", cause.text()));
    lineUnlessEmpty("seen", seen());
    violation.validatorAnswers().forEach(answer -> line("validator", said(answer)));
    violation.also().forEach(other -> line("also", cited(other)));
    violation.notEvaluable().forEach(other -> line("also", notEvaluable(other)));
    line("client", violation.client().isKnown() ? inFull(violation.client()) : UNKNOWN_CLIENT);
    line("supplier", supplier());
    line("next", next());
    return text.toString();
  }

  private void line(String label, String content) {
    text.append("\n  ").append(label);
    text.append(" ".repeat(Math.max(1, LABEL_WIDTH - label.length()))).append(content);
  }

  private void lineUnlessEmpty(String label, String content) {
    if (!content.isEmpty()) {
      line(label, content);
    }
  }

  private String headline() {
    String title = violation.kind().title();
    if (violation.isLatent()) {
      return title
          + " broken by the client, latent (this supplier accepts the call, another may not)";
    }
    if (isOfStub()) {
      return title + " broken by the stub of a mock (assuming the contract is right)";
    }
    return switch (violation.blamed()) {
      case CLIENT -> title + " broken by the client (assuming the contract is right)";
      case SUPPLIER -> title + " broken by the supplier (assuming the contract is right)";
      case OVERRIDE -> title + " broken by the override (it contradicts what it overrides)";
      case GAP -> title + " not covered: the client relies on what no supplier promises";
      case CONTRACT ->
          title
              + " undecided: "
              + violation.cause().map(ViolationText::why).orElse("the clause itself failed");
    };
  }

  private boolean isOfStub() {
    return violation.blamed() == Party.SUPPLIER && violation.supplier().isStandIn();
  }

  private static String why(Cause cause) {
    return switch (cause.kind()) {
      case THREW -> "the clause itself failed";
      case RECURSED -> "the clause recursed for ever";
      case UNLINKED -> "the clause could not be linked";
      case SWITCHED_OFF -> "the clause was switched off";
      case MOVED -> "the clause changed its mind";
      case UNCLEAR, SHARED -> "nobody can be blamed";
      case REENTRY -> "an open object was entered again";
    };
  }

  private String seen() {
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, String> value : violation.evidence().entrySet()) {
      values.add(value.getKey() + " = " + value.getValue());
    }
    return String.join(", ", values);
  }

  private static String cited(Citation clause) {
    String place = place(clause);
    return quoted(clause) + (place.isEmpty() ? "" : " (" + place + ")");
  }

  private static String said(ValidatorAnswer answer) {
    return answer.path() + " " + folded(answer.message());
  }

  private static String notEvaluable(NotEvaluable other) {
    return "not evaluable: " + cited(other.clause()) + ", " + other.cause().text();
  }

  private String supplier() {
    Site supplier = violation.supplier();
    if (!supplier.isKnown()) {
      return UNKNOWN_SUPPLIER;
    }
    boolean isBlamed = violation.blamed() == Party.SUPPLIER || violation.blamed() == Party.OVERRIDE;
    return isBlamed ? inFull(supplier) : named(supplier);
  }

  private static String named(Site site) {
    return site.component().isEmpty()
        ? site.className()
        : site.component() + ": " + site.className();
  }

  private static String inFull(Site site) {
    String method = site.method().isEmpty() ? "" : "." + site.method();
    String place = place(site.file(), site.line());
    return named(site) + method + (place.isEmpty() ? "" : " (" + place + ")");
  }

  private String next() {
    String place = place(violation.clause());
    String at = place.isEmpty() ? "" : " at " + place;
    return switch (violation.blamed()) {
      case CLIENT -> "make the clause true before calling, or weaken it" + at;
      case SUPPLIER ->
          "mend the " + (isOfStub() ? "stub" : "supplier") + ", or weaken the " + noun() + at;
      case OVERRIDE -> override(at);
      case GAP -> "let the seam promise it, or do not rely on it" + at;
      case CONTRACT ->
          violation.cause().map(cause -> remedy(cause, at)).orElse("mend the clause" + at);
    };
  }

  /** An override may weaken a precondition and strengthen a guarantee, never the reverse. */
  private String override(String at) {
    return violation.kind() == ClauseKind.PRECONDITION
        ? "let the override ask no more than the seam: weaken its precondition" + at
        : "let the override promise no less than the seam does" + at;
  }

  private String noun() {
    return switch (violation.kind()) {
      case PRECONDITION -> "precondition";
      case GUARANTEE -> "guarantee";
      case INVARIANT -> "invariant";
      case EXCEPTION -> "exception clause";
      case ASSUMPTION -> "assumption";
    };
  }

  private static String remedy(Cause cause, String at) {
    return switch (cause.kind()) {
      case REENTRY, SHARED -> cause.remedy();
      case THREW, RECURSED, MOVED -> "mend the clause" + at + ": " + cause.remedy();
      case UNLINKED, SWITCHED_OFF, UNCLEAR -> cause.remedy() + at;
    };
  }

  static String quoted(Citation clause) {
    return clause.lead() + folded(clause.text());
  }

  private static String place(Citation clause) {
    return place(clause.file(), clause.line());
  }

  private static String place(String file, int line) {
    return file.isEmpty() || line <= 0 ? file : file + ":" + line;
  }

  /** A text of several lines on one: each line break and the indentation round it is one space. */
  private static String folded(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    return String.join(" ", lines);
  }
}
