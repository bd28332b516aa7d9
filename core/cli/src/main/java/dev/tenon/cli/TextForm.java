package dev.tenon.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Contracts for the terminal. */
final class TextForm {

  private final StringBuilder text = new StringBuilder();

  private TextForm() {}

  static String of(List<FlatContract> contracts) {
    return contracts.stream()
        .map(each -> new TextForm().write(each))
        .collect(Collectors.joining("\n"));
  }

  private String write(FlatContract contract) {
    text.append(contract.seam()).append('\n');
    if (!contract.name().isEmpty()) {
      text.append("  name       ").append(contract.name()).append('\n');
    }
    if (!contract.owner().isEmpty()) {
      text.append("  owner      ").append(contract.owner()).append('\n');
    }
    for (FlatOperation operation : contract.operations()) {
      text.append('\n').append(operation.signature()).append('\n');
      operation.clauses().forEach(this::clause);
      if (operation.clauses().isEmpty()) {
        text.append("  nothing is required, and nothing guaranteed\n");
      }
    }
    if (!contract.invariants().isEmpty()) {
      text.append("\nbetween calls\n");
      contract.invariants().forEach(this::clause);
    }
    return text.toString();
  }

  private void clause(FlatClause clause) {
    line(clause.verb(), clause.demand());
    if (!clause.because().isEmpty()) {
      line("  because", clause.because());
    }
    line("  clause", clause.name() + " (" + clause.place() + ")");
    if (clause.isInherited()) {
      line("  from", clause.declaring());
    }
  }

  private void line(String label, String value) {
    String indented = value.strip().replaceAll("\\s*\\R\\s*", "\n" + " ".repeat(13));
    text.append("  ").append(label).append(" ".repeat(11 - label.length()));
    text.append(indented).append('\n');
  }
}
