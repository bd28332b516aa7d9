package dev.tenon.cli.ghostwriter;

import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.cli.source.TypeArguments;
import dev.tenon.model.Clause;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Node;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an operation is to be called.
 *
 * @param terms what binds it
 * @param id its name, with a number when the seam has several of the name
 * @param self the supplier, from which arguments may be made
 * @param arguments its arguments by name, in the order of the parameters
 * @param assumptions the preconditions that remain
 */
record OperationPlan(
    OperationTerms terms,
    String id,
    Argument self,
    Map<String, Argument> arguments,
    List<Assumption> assumptions) {

  static OperationPlan of(OperationTerms terms, Class<?> seam, String id, Expressions expressions) {
    Map<String, Argument> arguments = arguments(terms, seam);
    Argument self = new Argument(expressions.seam(), Values.of(seam));
    Map<String, Argument> variables = new LinkedHashMap<>(arguments);
    variables.put(self.name(), self);
    ClauseReading reading = new ClauseReading(variables, expressions);
    Map<Clause, List<Node>> left = new LinkedHashMap<>();
    preconditions(terms).stream()
        .filter(StatedClause::isConstraint)
        .forEach(each -> noticeUnread(each, arguments));
    for (StatedClause each : preconditions(terms)) {
      if (!each.isConstraint()) {
        left.put(each.clause(), reading.notKept(each.clause().tree(), each.clause().text()));
      }
    }
    List<Assumption> assumptions = new ArrayList<>();
    left.forEach(
        (clause, parts) -> {
          if (!parts.stream().map(reading::isKept).reduce(true, Boolean::logicalAnd)) {
            assumptions.add(new Assumption(clause));
          }
        });
    reading.settle();
    return new OperationPlan(terms, id, self, arguments, assumptions);
  }

  /** The preconditions, constraints among them. */
  static List<StatedClause> preconditions(OperationTerms terms) {
    return terms.clauses().stream().filter(each -> each.clause().role() == Role.REQUIRES).toList();
  }

  private static Map<String, Argument> arguments(OperationTerms terms, Class<?> seam) {
    TypeArguments types = TypeArguments.closed(seam);
    Method method = terms.method();
    Type[] generic = method.getGenericParameterTypes();
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (int i = 0; i < generic.length; i++) {
      String name = terms.parameters().get(i);
      Values values = Values.of(types.resolve(generic[i]));
      values.constrain(seam, method, i, types, name);
      arguments.put(name, new Argument(name, values));
    }
    return arguments;
  }

  /** Constraints of a holder, or of a mapping, stand on no declaration of the seam. */
  private static void noticeUnread(StatedClause stated, Map<String, Argument> arguments) {
    String text = stated.clause().text();
    String name = text.substring(1).split("[( ]", 2)[0];
    String position = text.substring(text.lastIndexOf(' ') + 1);
    Argument argument = arguments.get(position.split("\\.", 2)[0]);
    if (argument != null && !hasRead(argument.values(), name)) {
      argument.limits().notUnderstood(text);
    }
  }

  private static boolean hasRead(Values values, String name) {
    return values.limits().hasRead(name)
        || values.limits().hasRead("List")
        || values.inside().stream().anyMatch(each -> hasRead(each, name));
  }

  /**
   * Whether the arguments come together: some is made from others, or is left to be written, where
   * jqwik would look for the annotation of what is written.
   */
  boolean isRelated() {
    return arguments.values().stream()
        .anyMatch(each -> !each.others().isEmpty() || !Writable.is(each.values()));
  }

  /** The arguments, and the supplier where they need it: first those that others are made from. */
  List<Argument> inOrder() {
    Set<Argument> ordered = new LinkedHashSet<>();
    for (Argument each : arguments.values()) {
      each.others().forEach(other -> add(variable(other), ordered));
    }
    arguments.values().forEach(each -> add(each, ordered));
    return List.copyOf(ordered);
  }

  private void add(Argument argument, Set<Argument> ordered) {
    for (String each : argument.others()) {
      Argument other = variable(each);
      add(other, ordered);
    }
    ordered.add(argument);
  }

  /** An argument, or the supplier. */
  Argument variable(String name) {
    return arguments.getOrDefault(name, self);
  }

  /** The constraint as it is stated; what is read of a clause is its text already. */
  String stated(String why) {
    String name = why.split(" ", 2)[0];
    String about = why.substring(why.lastIndexOf(' ') + 1);
    return preconditions(terms).stream()
        .filter(StatedClause::isConstraint)
        .map(each -> each.clause().text())
        .filter(each -> each.split("[( ]", 2)[0].equals(name) && each.endsWith(" " + about))
        .findFirst()
        .orElse(why)
        .strip()
        .replaceAll("\\s*\\R\\s*", " ");
  }

  /**
   * Whether a call that breaks one precondition is refused for sure: no other declaration allows.
   */
  boolean isRefusing() {
    return preconditions(terms).stream().map(StatedClause::declaring).distinct().count() == 1;
  }
}
