package dev.tenon.cli.ghostwriter;

import dev.tenon.StatedClause;
import dev.tenon.cli.source.Doc;
import dev.tenon.cli.source.Imports;
import dev.tenon.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the property of one operation and where its arguments come from. */
final class OperationWriting {

  private static final String API = "net.jqwik.api.";

  /** How many arbitraries jqwik combines at once. */
  private static final int MOST_COMBINED = 8;

  private static final String SIZED = "of size ";

  private final OperationPlan plan;
  private final boolean isOverloaded;
  private final Expressions expressions;
  private final String seam;
  private final Imports imports;
  private final ArbitraryWriting arbitraries;
  private final StringBuilder out = new StringBuilder();

  OperationWriting(OperationPlan plan, boolean isOverloaded, Expressions expressions, String seam) {
    this.plan = plan;
    this.isOverloaded = isOverloaded;
    this.expressions = expressions;
    this.seam = seam;
    this.imports = expressions.imports();
    this.arbitraries = new ArbitraryWriting(imports);
  }

  /** All members, each with an empty line before it. */
  String write() {
    property();
    if (plan.isRefusing()) {
      outside();
    }
    if (plan.isRelated()) {
      related();
    }
    plan.arguments().values().forEach(this::values);
    return out.toString();
  }

  private void property() {
    line(1, "");
    line(1, "@" + imports.name(API + (plan.arguments().isEmpty() ? "Example" : "Property")));
    List<Doc> parameters = new ArrayList<>();
    String forAll = "@" + imports.name(API + "ForAll");
    if (plan.isRelated()) {
      parameters.add(Doc.text(forAll + "(\"" + plan.id() + "Arguments\") " + record() + " given"));
    } else {
      for (Argument each : plan.arguments().values()) {
        String type = arbitraries.type(each.values());
        parameters.add(Doc.text(forAll + "(\"" + source(each) + "\") " + type + " " + each.name()));
      }
    }
    Doc head = Doc.call("void " + plan.id() + "_keeps_its_contract", parameters);
    doc(1, Doc.of(head, Doc.text(" {")));
    supplied();
    if (plan.isRelated()) {
      for (Argument each : plan.arguments().values()) {
        String type = arbitraries.type(each.values());
        line(2, type + " " + each.name() + " = given." + each.name() + "();");
      }
    }
    plan.assumptions().forEach(this::assumption);
    call();
    line(1, "}");
  }

  private void supplied() {
    line(2, seam + " " + expressions.seam() + " = " + guarded() + ";");
  }

  private String guarded() {
    return imports.name("dev.tenon.Seams") + ".guard(" + seam + ".class, supplier())";
  }

  private void assumption(Assumption assumption) {
    if (!assumption.reason().isEmpty()) {
      line(2, "// " + assumption.reason());
    }
    Node tree = assumption.clause().tree();
    String text = expressions.clause(tree, assumption.clause().text());
    List<Doc> parts = new ArrayList<>(List.of(Doc.text(text)));
    if (text.length() > 70 && ClauseReading.conjuncts(tree).size() > 1) {
      parts.clear();
      for (Node each : ClauseReading.conjuncts(tree)) {
        parts.add(Doc.text((parts.isEmpty() ? "" : "&& ") + expressions.part(each)));
        parts.add(new Doc.Line(" "));
      }
      parts.remove(parts.size() - 1);
    }
    String that = imports.name(API + "Assume") + ".that(";
    Doc inside = new Doc.Nest(4, Doc.of(new Doc.Line(""), new Doc.Group(new Doc.Sequence(parts))));
    doc(2, new Doc.Group(Doc.of(Doc.text(that), inside, Doc.text(");"))));
  }

  private void call() {
    List<Doc> names = new ArrayList<>();
    plan.arguments().keySet().forEach(each -> names.add(Doc.text(each)));
    Doc call =
        Doc.of(
            Doc.call(expressions.seam() + "." + plan.terms().method().getName(), names),
            Doc.text(";"));
    List<String> exceptions = new Exceptions(plan.terms(), imports).names();
    if (exceptions.isEmpty()) {
      doc(2, call);
      return;
    }
    line(2, "try {");
    doc(3, call);
    line(2, "} catch (" + String.join(" | ", exceptions) + " declared) {");
    line(3, "// It may be thrown; whether it was right to throw it has been judged.");
    String assertThat = imports.method("org.assertj.core.api.Assertions", "assertThat");
    line(3, assertThat + "(declared).hasNoSuppressedExceptions();");
    line(2, "}");
  }

  private void outside() {
    for (Argument argument : plan.arguments().values()) {
      for (Outside each : Outside.of(argument, size -> sized(argument, size))) {
        example(each);
      }
    }
  }

  /** A value of another size than is right; empty for what is not written. */
  private String sized(Argument argument, String size) {
    Class<?> type = Values.erased(argument.values().type());
    if (Writable.isText(type)) {
      return size.equals("0") ? "\"\"" : "\"x\".repeat(" + size + ")";
    }
    return type == Map.class || type == Set.class ? "" : SIZED + size;
  }

  private void example(Outside outside) {
    line(1, "");
    line(1, "// Just outside of: " + plan.stated(outside.why()));
    line(1, "@" + imports.name(API + "Example"));
    String how = String.format(outside.how(), outside.argument().name());
    line(1, "void " + plan.id() + "_refuses_" + how + "() {");
    supplied();
    if (plan.isRelated() && plan.arguments().size() > 1) {
      line(2, record() + " given = " + plan.id() + "Arguments().sample();");
    }
    List<Doc> arguments = new ArrayList<>();
    for (Argument each : plan.arguments().values()) {
      boolean isOther = each != outside.argument();
      String inRecord = "given." + each.name() + "()";
      String other = plan.isRelated() ? inRecord : each.name();
      arguments.add(Doc.text(isOther ? other : value(outside)));
      if (isOther && !plan.isRelated()) {
        String type = arbitraries.type(each.values());
        line(2, type + " " + each.name() + " = " + source(each) + "().sample();");
      }
    }
    violation(arguments);
    line(1, "}");
  }

  private String value(Outside outside) {
    Argument argument = outside.argument();
    if (outside.value().equals("null") && isOverloaded) {
      return "(" + arbitraries.type(argument.values()) + ") null";
    }
    if (!outside.value().startsWith(SIZED)) {
      return outside.value();
    }
    String size = outside.value().substring(SIZED.length());
    Argument other = new Argument(argument.name(), argument.values().ofSize(size));
    String type = arbitraries.type(argument.values());
    Doc sample = arbitraries.sampled(other);
    Doc value = new Doc.Nest(4, Doc.of(new Doc.Line(" "), sample, Doc.text(";")));
    doc(2, new Doc.Group(Doc.of(Doc.text(type + " " + argument.name() + " ="), value)));
    return argument.name();
  }

  private void violation(List<Doc> arguments) {
    String method = plan.terms().method().getName();
    String asserted = imports.method("dev.tenon.testkit.TenonAssertions", "assertThatViolation");
    Doc lambda = Doc.lambda("()", Doc.call(expressions.seam() + "." + method, arguments));
    String client = imports.name("dev.tenon.model.Party") + ".CLIENT";
    Doc chain =
        Doc.chain(
            Doc.call(asserted, List.of(lambda)),
            List.of(Doc.text("blames(" + client + ")"), Doc.text("of(\"" + method + "\")")));
    doc(2, Doc.of(chain, Doc.text(";")));
  }

  private void related() {
    List<Doc> components = new ArrayList<>();
    for (Argument each : plan.arguments().values()) {
      components.add(Doc.text(arbitraries.type(each.values()) + " " + each.name()));
    }
    line(1, "");
    doc(1, Doc.of(Doc.call("record " + record(), components), Doc.text(" {}")));
    line(1, "");
    line(1, "@" + imports.name(API + "Provide"));
    line(1, arbitrary(record()) + " " + plan.id() + "Arguments() {");
    doc(2, Doc.of(Doc.text("return "), chained(plan.inOrder()), Doc.text(";")));
    line(1, "}");
  }

  /** Binds what others are made from, one after the other, and combines the rest. */
  private Doc chained(List<Argument> arguments) {
    boolean isRest = arguments.stream().noneMatch(each -> isSource(each, arguments));
    if (isRest && arguments.size() > 1 && arguments.size() <= MOST_COMBINED) {
      return combined(arguments);
    }
    Argument first = arguments.get(0);
    List<Doc> calls = new ArrayList<>();
    if (!Writable.is(first.values())) {
      for (String each : first.filters()) {
        calls.add(Doc.call("filter", List.of(Doc.lambda(first.name(), Doc.text(each)))));
      }
    }
    boolean isLast = arguments.size() == 1;
    Doc made = isLast ? made() : chained(arguments.subList(1, arguments.size()));
    calls.add(Doc.call(isLast ? "map" : "flatMap", List.of(Doc.lambda(first.name(), made))));
    return Doc.chain(sourced(first), calls);
  }

  private static boolean isSource(Argument argument, List<Argument> arguments) {
    return arguments.stream().anyMatch(each -> each.others().contains(argument.name()));
  }

  private Doc combined(List<Argument> arguments) {
    String names = arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
    Doc combine =
        Doc.call(
            imports.name(API + "Combinators") + ".combine",
            arguments.stream().map(this::sourced).toList());
    Doc as = Doc.call("as", List.of(Doc.lambda("(" + names + ")", made())));
    return Doc.chain(combine, List.of(as));
  }

  private Doc made() {
    return Doc.call("new " + record(), plan.arguments().keySet().stream().map(Doc::text).toList());
  }

  private Doc sourced(Argument argument) {
    return Doc.text(
        argument == plan.self()
            ? imports.name(API + "Arbitraries") + ".create(() -> " + guarded() + ")"
            : source(argument) + "(" + String.join(", ", argument.others()) + ")");
  }

  private void values(Argument argument) {
    line(1, "");
    String type = arbitrary(arbitraries.boxed(argument.values()));
    if (!Writable.is(argument.values())) {
      line(1, "// Yours to say: values for " + argument.name() + ". " + demanded(argument));
      line(1, "protected abstract " + type + " " + source(argument) + "();");
      return;
    }
    if (!plan.isRelated()) {
      line(1, "@" + imports.name(API + "Provide"));
    }
    String others =
        argument.others().stream()
            .map(each -> arbitraries.type(plan.variable(each).values()) + " " + each)
            .collect(Collectors.joining(", "));
    line(1, type + " " + source(argument) + "(" + others + ") {");
    doc(2, Doc.of(Doc.text("return "), arbitraries.of(argument), Doc.text(";")));
    line(1, "}");
  }

  private String demanded(Argument argument) {
    String clauses =
        OperationPlan.preconditions(plan.terms()).stream()
            .map(StatedClause::clause)
            .filter(
                each -> (" " + each.text() + " ").matches("(?s).*\\b" + argument.name() + "\\b.*"))
            .map(each -> each.text().strip().replaceAll("\\s*\\R\\s*", " "))
            .collect(Collectors.joining("\n  //     ", "\n  //     ", ""));
    return clauses.isBlank() || clauses.strip().equals("//")
        ? "Nothing is demanded of them."
        : "Demanded:" + clauses;
  }

  private String arbitrary(String of) {
    return imports.name(API + "Arbitrary") + "<" + of + ">";
  }

  private String source(Argument argument) {
    return plan.id()
        + Character.toUpperCase(argument.name().charAt(0))
        + argument.name().substring(1);
  }

  private String record() {
    return Character.toUpperCase(plan.id().charAt(0)) + plan.id().substring(1) + "Arguments";
  }

  private void line(int depth, String text) {
    out.append(text.isEmpty() ? "" : "  ".repeat(depth)).append(text).append('\n');
  }

  private void doc(int depth, Doc doc) {
    out.append(doc.render(depth * 2)).append('\n');
  }
}
