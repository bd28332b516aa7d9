package dev.tenon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a contract as canonical JSON: the same contract gives the same bytes everywhere.
 *
 * <p>Members stand in a fixed order, characters outside ASCII are escaped, lines end with a line
 * feed. Thread-safe: it keeps nothing.
 */
public final class Manifest {

  /** The layout that this version writes. */
  public static final int FORMAT = 3;

  private final StringBuilder json = new StringBuilder();
  private int depth;

  private Manifest() {}

  /**
   * The manifest of a contract.
   *
   * @param contract the contract
   * @return the JSON text, in ASCII, with a line feed at its end
   */
  public static String of(Contract contract) {
    Manifest manifest = new Manifest();
    manifest.contract(contract);
    return manifest.json.append('\n').toString();
  }

  private void contract(Contract contract) {
    open('{');
    first("format").append(FORMAT);
    text("type", contract.type());
    if (!contract.view().isEmpty()) {
      text("view", contract.view());
    }
    text("source", contract.source());
    text("fingerprint", contract.fingerprint());
    list("operations", operations(contract), each -> operation(each, contract));
    list(
        "invariants",
        contract.operations().stream().flatMap(each -> each.invariants().stream()).toList(),
        this::clause);
    close('}');
  }

  /** Those with clauses, then those with constraints alone. */
  private static List<Operation> operations(Contract contract) {
    List<Operation> operations = new ArrayList<>();
    contract.operations().stream().filter(each -> !each.isInvariants()).forEach(operations::add);
    for (ConstrainedOperation each : contract.constrained()) {
      if (operations.stream().noneMatch(each::isOf)) {
        operations.add(
            new Operation(
                each.name(),
                each.descriptor(),
                false,
                each.parameters(),
                List.of(),
                List.of(),
                false));
      }
    }
    return operations;
  }

  private void operation(Operation operation, Contract contract) {
    open('{');
    first("name");
    string(operation.name());
    text("descriptor", operation.descriptor());
    next("static").append(operation.isStatic());
    list("parameters", operation.parameters(), this::string);
    list("old", operation.old(), this::string);
    list("clauses", operation.clauses(), this::clause);
    list(
        "constraints",
        contract.constrained().stream()
            .filter(each -> each.isOf(operation))
            .flatMap(each -> each.constraints().stream())
            .toList(),
        this::constraint);
    close('}');
  }

  private void constraint(Constraint constraint) {
    open('{');
    first("position");
    string(constraint.position());
    text("annotation", constraint.annotation());
    attributes(constraint.attributes());
    close('}');
  }

  private void attributes(List<Constraint.Attribute> attributes) {
    next("attributes");
    if (attributes.isEmpty()) {
      json.append("{}");
      return;
    }
    open('{');
    for (int i = 0; i < attributes.size(); i++) {
      Constraint.Attribute each = attributes.get(i);
      if (i == 0) {
        first(each.name());
      } else {
        next(each.name());
      }
      value(each.value());
    }
    close('}');
  }

  private void value(Constraint.Value value) {
    if (value instanceof Constraint.Plain plain) {
      json.append(plain.text());
    } else if (value instanceof Constraint.Text text) {
      string(text.text());
    } else if (value instanceof Constraint.Many many) {
      elements(many.values(), this::value);
    } else if (value instanceof Constraint.Nested nested) {
      open('{');
      first("annotation");
      string(nested.annotation());
      attributes(nested.attributes());
      close('}');
    }
  }

  private void clause(Clause clause) {
    open('{');
    first("role");
    string(
        switch (clause.role()) {
          case REQUIRES -> "requires";
          case ENSURES -> "ensures";
          case THROWS -> "throws";
          case AFTER -> "after";
          case INVARIANT -> "invariant";
        });
    text("name", clause.name());
    text("text", clause.text());
    text("because", clause.because());
    text("exception", clause.exception());
    next("line").append(clause.line());
    next("leaf").append(clause.leaf());
    list("old", clause.old(), json::append);
    list("expressions", clause.expressions(), this::expression);
    next("tree");
    node(clause.tree());
    close('}');
  }

  private void expression(Expression expression) {
    open('{');
    first("text");
    string(expression.text());
    next("sensitive").append(expression.sensitive());
    close('}');
  }

  private void node(Node node) {
    open('{');
    first("kind");
    string(node.kind().name());
    text("type", node.type());
    text("text", node.text());
    list("children", node.children(), this::node);
    close('}');
  }

  private <T> void list(String name, List<T> values, Consumer<T> writer) {
    next(name);
    elements(values, writer);
  }

  private <T> void elements(List<T> values, Consumer<T> writer) {
    if (values.isEmpty()) {
      json.append("[]");
      return;
    }
    open('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      line();
      writer.accept(values.get(i));
    }
    close(']');
  }

  private void text(String name, String value) {
    next(name);
    string(value);
  }

  private StringBuilder first(String name) {
    line();
    string(name);
    return json.append(": ");
  }

  private StringBuilder next(String name) {
    json.append(',');
    return first(name);
  }

  private void open(char bracket) {
    json.append(bracket);
    depth++;
  }

  private void close(char bracket) {
    depth--;
    line();
    json.append(bracket);
  }

  private void line() {
    json.append('\n').append("  ".repeat(depth));
  }

  private void string(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
