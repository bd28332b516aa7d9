package dev.tenon.cli;

import dev.tenon.model.Clause.Role;
import java.util.List;
import java.util.stream.Collectors;

/** Contracts for documentation: a section for each seam, a table for each kind of clause. */
final class MarkdownForm {

  private final StringBuilder text = new StringBuilder();

  private MarkdownForm() {}

  static String of(List<FlatContract> contracts) {
    return contracts.stream()
        .map(each -> new MarkdownForm().write(each))
        .collect(Collectors.joining("\n"));
  }

  private String write(FlatContract contract) {
    text.append("## ").append(code(contract.seam())).append('\n');
    if (!contract.name().isEmpty()) {
      text.append("\nName: ").append(escaped(contract.name())).append('\n');
    }
    if (!contract.owner().isEmpty()) {
      text.append("\nOwner: ").append(escaped(contract.owner())).append('\n');
    }
    for (FlatOperation operation : contract.operations()) {
      text.append("\n### ").append(code(operation.name())).append("\n\n```java\n");
      text.append(operation.signature()).append("\n```\n");
      if (operation.clauses().isEmpty()) {
        text.append("\nNothing is required, and nothing guaranteed.\n");
      }
      table("Preconditions", operation.of(Role.REQUIRES));
      table("Guarantees", operation.of(Role.ENSURES));
      table("Exceptions", operation.of(Role.THROWS));
      table("After exceptions", operation.of(Role.AFTER));
    }
    if (!contract.invariants().isEmpty()) {
      text.append("\n### Invariants\n");
      rows(contract.invariants());
    }
    return text.toString();
  }

  private void table(String title, List<FlatClause> clauses) {
    if (!clauses.isEmpty()) {
      text.append("\n**").append(title).append("**\n");
      rows(clauses);
    }
  }

  private void rows(List<FlatClause> clauses) {
    text.append("\n| clause | name | because | declared in |\n|---|---|---|---|\n");
    for (FlatClause each : clauses) {
      String origin = each.isInherited() ? "inherited from " + code(each.declaring()) + ", " : "";
      text.append("| ").append(code(each.demand()));
      text.append(" | ").append(escaped(each.name()));
      text.append(" | ").append(escaped(each.because()));
      text.append(" | ").append(origin).append(escaped(each.place())).append(" |\n");
    }
  }

  /** Code in a cell: a bar ends the cell even there, a backtick the code. */
  private static String code(String source) {
    String line = source.strip().replaceAll("\\s*\\R\\s*", " ").replace("|", "\\|");
    String fence = line.contains("`") ? "``" : "`";
    String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + gap + line + gap + fence;
  }

  private static String escaped(String prose) {
    return prose
        .strip()
        .replaceAll("\\s*\\R\\s*", " ")
        .replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
  }
}
