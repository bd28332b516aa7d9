package dev.tenon.reference;

import dev.tenon.reference.Clientele.Client;
import dev.tenon.reference.Clientele.View;
import dev.tenon.reference.Clientele.Wrapper;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Form;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Rule;
import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.Program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random clients with views of one seam: the same seed gives the same program. */
final class Clienteles {

  private final Draw draw;
  private final Program bare;
  private final Assumed assumed;
  private final int exceptional;
  private final List<Client> clients = new ArrayList<>();

  private Clienteles(long seed) {
    this.draw = new Draw(new Random(seed));
    this.bare = Programs.bare(draw, "k" + Long.toString(seed).replace('-', 'm'));
    this.assumed = new Assumed(draw, bare);
    this.exceptional = draw.of(List.of(5, 10, 60));
  }

  static Program of(long seed) {
    return new Clienteles(seed).program();
  }

  private Program program() {
    boolean hasContract = draw.chance(85);
    boolean isWrapped = draw.chance(25);
    int count = draw.of(List.of(1, 1, 2, 2, 3));
    for (int i = 0; i < count; i++) {
      clients.add(client("c" + i, isWrapped && draw.chance(60)));
    }
    List<Operation> stated = new ArrayList<>();
    for (int i = 0; i < bare.operations().size(); i++) {
      List<Operation> later = bare.operations().subList(i + 1, bare.operations().size());
      stated.add(operation(bare.operations().get(i), later, hasContract));
    }
    List<Operation> operations = draw.chance(25) ? switching(stated) : stated;
    Clientele clientele =
        new Clientele(clients, isWrapped ? Optional.of(wrapper()) : Optional.empty());
    List<Rule> rules = new ArrayList<>(rules("", operations));
    clientele.views().forEach(view -> rules.addAll(rules(view.name(), view.operations())));
    return new Program(
        bare.name(),
        Form.PUBLIC,
        bare.constants(),
        bare.helpers(),
        bare.fields(),
        operations,
        rules,
        steps(operations, clientele),
        clientele);
  }

  private Client client(String name, boolean isWrapped) {
    boolean isBelow = draw.chance(20);
    List<View> views = new ArrayList<>();
    int count = draw.of(List.of(0, 1, 1, 1, 1, 2, 2));
    for (int i = 0; i < count; i++) {
      boolean isPublic = isBelow || draw.chance(60);
      List<Operation> operations = assumed.operations(name + "v" + i);
      if (!operations.isEmpty()) {
        views.add(new View(name + ".View" + i, isPublic, operations));
      }
    }
    return new Client(name, isBelow, isWrapped, draw.chance(15), views);
  }

  /** An operation of the seam, with part of what could be said of it. */
  private Operation operation(Operation of, List<Operation> later, boolean hasContract) {
    List<Clause> requires = hasContract ? few(of.requires(), 40) : List.of();
    List<Clause> ensures = hasContract ? few(of.ensures(), 60) : List.of();
    List<Thrown> exceptions =
        hasContract && !of.isQuery() && draw.chance(exceptional)
            ? assumed.exceptions("seam", of)
            : List.of();
    List<Statement> body = new ArrayList<>(of.body());
    if (!of.isQuery()) {
      assumed.heeding(of, exceptions).ifPresent(statement -> body.add(0, statement));
      if (!later.isEmpty() && draw.chance(25)) {
        body.add(0, callback(draw.of(later)));
      }
    }
    return new Operation(
        of.name(),
        of.type(),
        of.parameters(),
        of.isQuery(),
        of.isPure(),
        requires,
        ensures,
        exceptions,
        body);
  }

  /** Some of their bodies change modes while their handoffs are under way. */
  private List<Operation> switching(List<Operation> stated) {
    List<View> views = clients.stream().flatMap(client -> client.views().stream()).toList();
    List<Operation> operations = new ArrayList<>();
    for (Operation each : stated) {
      List<Statement> body = new ArrayList<>(each.body());
      if (!each.isQuery() && draw.chance(50)) {
        Rule rule = change(stated, views);
        body.add(0, new Statement.Switch(bare.pattern(rule), rule));
      }
      operations.add(
          new Operation(
              each.name(),
              each.type(),
              each.parameters(),
              each.isQuery(),
              each.isPure(),
              each.requires(),
              each.ensures(),
              each.exceptions(),
              body));
    }
    return operations;
  }

  private List<Clause> few(List<Clause> clauses, int percent) {
    return clauses.stream().filter(clause -> draw.chance(percent)).toList();
  }

  /** The supplier makes a client call it. */
  private Statement callback(Operation called) {
    String type = bare.name() + "." + draw.of(clients).type();
    return new Statement.Call(type + "." + called.name(), arguments(called));
  }

  private List<Expression> arguments(Operation called) {
    Expressions literals = new Expressions(draw, new Scope(List.of(), List.of(), List.of()));
    List<Expression> arguments = new ArrayList<>();
    called.parameters().forEach(parameter -> arguments.add(literals.argument(parameter.type())));
    return arguments;
  }

  /** It hands on what it is asked, now and then something else. */
  private Wrapper wrapper() {
    Map<String, List<Statement>> bodies = new HashMap<>();
    for (Operation operation : bare.operations()) {
      List<Expression> arguments =
          operation.isQuery() || draw.chance(75)
              ? Programs.names(operation.parameters())
              : arguments(operation);
      String inner = Wrapper.INNER + operation.name();
      bodies.put(
          operation.name(),
          List.of(
              operation.type() == Type.VOID
                  ? new Statement.Call(inner, arguments)
                  : new Statement.Return(
                      new Expression.Query(operation.type(), inner, arguments))));
    }
    boolean isOfClient = draw.chance(60);
    return new Wrapper(isOfClient ? Optional.of(draw.of(clients)) : Optional.empty(), bodies);
  }

  private List<Rule> rules(String of, List<Operation> operations) {
    List<Rule> rules = new ArrayList<>();
    if (draw.chance(30)) {
      rules.add(new Rule(of, "", "", draw.of(Programs.MODES)));
    }
    for (Operation operation : operations) {
      if (operation.hasClauses() && draw.chance(15)) {
        rules.add(new Rule(of, operation.name(), "", draw.of(Programs.MODES)));
      }
      for (String clause : operation.clauses()) {
        if (draw.chance(25)) {
          rules.add(new Rule(of, operation.name(), clause, draw.of(Programs.MODES)));
        }
      }
    }
    return rules;
  }

  private Rule anyRule(String of, List<Operation> operations) {
    Operation operation = draw.of(operations);
    List<String> clauses = operation.clauses();
    String clause = clauses.isEmpty() || draw.chance(40) ? "" : draw.of(clauses);
    String name = clause.isEmpty() && draw.chance(50) ? "" : operation.name();
    return new Rule(of, name, clause, draw.of(Programs.MODES));
  }

  private List<Step> steps(List<Operation> operations, Clientele clientele) {
    List<Operation> called = new ArrayList<>(operations);
    operations.stream()
        .filter(operation -> !operation.isQuery())
        .forEach(operation -> called.addAll(List.of(operation, operation, operation, operation)));
    List<Step> steps = new ArrayList<>();
    int count = draw.between(5, 12);
    for (int i = 0; i < count; i++) {
      if (draw.chance(6)) {
        steps.add(new Step.Switch(change(operations, clientele.views())));
      }
      Operation operation = draw.of(called);
      steps.add(call(operation.name(), arguments(operation)));
    }
    return steps;
  }

  private Rule change(List<Operation> operations, List<View> views) {
    if (views.isEmpty() || draw.chance(40)) {
      return anyRule("", operations);
    }
    View view = draw.of(views);
    return anyRule(view.name(), view.operations());
  }

  private Step call(String operation, List<Expression> arguments) {
    int kind = draw.below(100);
    int client = draw.below(clients.size());
    if (kind < 10) {
      return new Step.Call(operation, arguments);
    }
    if (kind < 25) {
      return new Step.Call(List.of(client), draw.between(2, 4), operation, arguments);
    }
    List<Integer> through =
        kind < 35 ? List.of(draw.below(clients.size()), client) : List.of(client);
    return new Step.Call(through, 1, operation, arguments);
  }
}
