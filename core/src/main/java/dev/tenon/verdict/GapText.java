package dev.tenon.verdict;

import java.util.stream.Collectors;

/** What a client relies on, set against what is promised about the same operation. */
final class GapText {

  private GapText() {}

  static String of(Violation violation) {
    String operation = violation.operation().seam() + "." + violation.operation().name();
    String promised =
        violation.against().stream()
            .map(clause -> "`" + ViolationText.quoted(clause) + "`")
            .collect(Collectors.joining(", "));
    if (violation.clause().lead().isEmpty()) {
      return "nobody promises `"
          + ViolationText.quoted(violation.clause())
          + "`; "
          + operation
          + (promised.isEmpty() ? " promises nothing about it" : " promises " + promised);
    }
    return "nobody promises that nothing else is thrown; "
        + operation
        + (promised.isEmpty() ? " has no @Throws" : " has @Throws " + promised);
  }
}
