package dev.tenon.testkit.suite;

import dev.tenon.ClauseAnswer;
import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.Truth;
import dev.tenon.TypeTerms;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Node;
import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Limits;
import dev.tenon.testkit.domain.NoValueException;
import dev.tenon.testkit.relation.Branches;
import dev.tenon.testkit.relation.Filter;
import dev.tenon.testkit.relation.Literal;
import dev.tenon.testkit.relation.Problem;
import dev.tenon.testkit.relation.Roots;
import dev.tenon.testkit.relation.Solver;
import dev.tenon.testkit.relation.Tally;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the arguments of one operation, from its clauses and the domains of its parameters. */
final class Source {

  /** A mutable object is passed again in one call of three, a plain value more rarely. */
  private static final int AGAIN = 3;

  private static final int PLAIN_AGAIN = 6;
  private static final int TRIES = 4;

  private final OperationTerms terms;
  private final Map<String, Domain> domains;
  private final List<StatedClause> requires;

  /**
   * The source of an operation.
   *
   * @param terms what binds it
   * @param domains the values of each parameter alone, by name, in order
   */
  Source(OperationTerms terms, Map<String, Domain> domains) {
    this.terms = terms;
    this.domains = new LinkedHashMap<>(domains);
    this.requires =
        terms.clauses().stream().filter(each -> each.clause().role() == Role.REQUIRES).toList();
  }

  OperationTerms terms() {
    return terms;
  }

  Map<String, Domain> domains() {
    return domains;
  }

  /**
   * Draws arguments.
   *
   * @throws EmptyDomainException if there are none for this supplier as it is now
   * @throws NoValueException if none were found, or a type cannot be made
   */
  Arguments draw(Goal goal, Object supplier, Pool pool, Choices choices, Tally tally) {
    List<@Nullable Object> values =
        new ArrayList<>(drawn(goal, supplier, pool, choices, tally).values());
    List<ClauseAnswer> answers = terms.call(supplier, values.toArray()).entry();
    ClauseAnswer refusing = refusing(answers);
    if (goal.isOutside() == (refusing == null || refusing.truth() == Truth.UNDECIDED)) {
      String by = refusing == null ? "none of the clauses" : Goals.text(refusing.stated());
      tally.refuse(by);
      throw new NoValueException(
          (goal.isOutside() ? "no arguments outside were found for " : "refused by ")
              + (goal.isOutside() ? goal.what() : by));
    }
    tally.accept();
    return new Arguments(values, answers);
  }

  /** Some branches exclude each other, or what was passed before: others are chosen then. */
  private Map<String, @Nullable Object> drawn(
      Goal goal, Object supplier, Pool pool, Choices choices, Tally tally) {
    for (int i = 1; ; i++) {
      try {
        Pool again = i == 1 ? pool : new Pool();
        return Solver.draw(problem(goal, supplier, again, choices, i), choices, tally);
      } catch (EmptyDomainException together) {
        if (i == TRIES && !goal.isOutside()) {
          throw together;
        }
        if (i == TRIES) {
          // No call breaks this clause alone.
          return Solver.draw(problem(goal, supplier, pool, choices, 0), choices, tally);
        }
      }
    }
  }

  /** The first precondition that is false, else the first that is undecided; null for none. */
  private static @Nullable ClauseAnswer refusing(List<ClauseAnswer> answers) {
    ClauseAnswer found = null;
    for (ClauseAnswer each : answers) {
      if (each.stated().clause().role() == Role.REQUIRES && each.truth() != Truth.TRUE) {
        if (each.truth() == Truth.FALSE) {
          return each;
        }
        found = found == null ? each : found;
      }
    }
    return found;
  }

  /**
   * What is to be drawn.
   *
   * @param attempt from 1; each tries other branches. 0 for calls that may break every clause
   */
  private Problem problem(Goal goal, Object supplier, Pool pool, Choices choices, int attempt) {
    boolean isStrict = attempt > 0;
    Map<String, Domain> roots = new LinkedHashMap<>();
    domains.forEach((name, domain) -> roots.put(name, root(goal, name, domain, pool, choices)));
    List<Literal> literals = new ArrayList<>();
    List<Filter> filters = new ArrayList<>();
    for (StatedClause each : requires) {
      if (each.equals(goal.about())) {
        literals.addAll(goal.literals());
      } else if (isStrict && !each.isConstraint()) {
        literals.addAll(chosen(Goals.branches(terms, each, true), choices, attempt - 1));
      }
      boolean isBroken = goal.isOutside() && (each.equals(goal.about()) || isAbout(goal, each));
      if (isStrict && !isBroken) {
        filters.add(filter(each, supplier));
      }
    }
    roots.forEach(
        (name, root) -> literals.addAll(invariants(name, root, choices, Math.max(0, attempt - 1))));
    if (goal.about() != null && !requires.contains(goal.about())) {
      literals.addAll(goal.literals());
    }
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    known.put("this", supplier);
    return new Problem(
        terms.method().getDeclaringClass().getClassLoader(),
        roots,
        known,
        Map.of(),
        literals,
        filters);
  }

  /** What an object that is made for this call must keep by itself. */
  private static List<Literal> invariants(String name, Domain root, Choices choices, int attempt) {
    List<Literal> literals = new ArrayList<>();
    if (!(root instanceof Reused) && !root.type().getName().startsWith("java.")) {
      Node object = new Node(Node.Kind.PARAMETER, root.type().getName(), name, List.of());
      Node nothing = new Node(Node.Kind.LITERAL, "null", "null", List.of());
      Node absent = new Node(Node.Kind.BINARY, "boolean", "==", List.of(object, nothing));
      for (StatedClause each : TypeTerms.of(root.type()).invariants()) {
        Node self = new Node(Node.Kind.THIS, "", "", List.of());
        Node tree = Named.replaced(each.clause().tree(), self, object);
        boolean isThere = root.limits().presence() == Limits.Presence.PRESENT;
        Node kept =
            isThere ? tree : new Node(Node.Kind.BINARY, "boolean", "||", List.of(absent, tree));
        literals.addAll(chosen(Branches.of(kept, true, Goals.text(each)), choices, attempt));
      }
    }
    return literals;
  }

  /** Each attempt takes another branch. */
  private static List<Literal> chosen(List<List<Literal>> branches, Choices choices, int attempt) {
    return branches.get((choices.next(branches.size()) + attempt) % branches.size());
  }

  private boolean isAbout(Goal goal, StatedClause clause) {
    return goal.root() != null && reads(clause).contains(goal.root());
  }

  private static Domain root(Goal goal, String name, Domain domain, Pool pool, Choices choices) {
    if (name.equals(goal.root()) && goal.variant() != null) {
      return goal.variant().domain();
    }
    Class<?> type = domain.type();
    boolean isPlain = type.getName().startsWith("java.") || type.isEnum() || type.isPrimitive();
    if (type.isPrimitive() || !choices.isOneIn(isPlain ? PLAIN_AGAIN : AGAIN)) {
      return domain;
    }
    List<Object> values = pool.of(type).stream().filter(each -> isIn(domain, each)).toList();
    return values.isEmpty() ? domain : new Reused(domain, values);
  }

  private static boolean isIn(Domain domain, Object value) {
    try {
      return domain.holds(value);
    } catch (RuntimeException broken) {
      // A view of what was changed meanwhile.
      return false;
    }
  }

  /** Whether anything of it depends on the supplier: then other calls may make another allowed. */
  boolean asksSupplier() {
    return terms.clauses().stream().anyMatch(each -> isOfThis(each.clause().tree()));
  }

  private static boolean isOfThis(Node node) {
    return node.kind() == Node.Kind.THIS
        || node.kind() == Node.Kind.OPAQUE
        || node.children().stream().anyMatch(Source::isOfThis);
  }

  private Set<String> reads(StatedClause clause) {
    if (clause.isConstraint()) {
      Set<String> read = new LinkedHashSet<>();
      for (String each : domains.keySet()) {
        String name = clause.clause().name();
        if (name.equals(each) || name.startsWith(each + ".")) {
          read.add(each);
        }
      }
      return read.isEmpty() ? domains.keySet() : read;
    }
    return Roots.of(Named.tree(clause, terms.parameters()), domains.keySet());
  }

  private Filter filter(StatedClause clause, Object supplier) {
    return new Filter(
        Goals.text(clause),
        reads(clause),
        known -> terms.ask(clause, supplier, arguments(known)) == Truth.TRUE);
  }

  /** What is known, and anything of the type for the rest. */
  private @Nullable Object[] arguments(Map<String, @Nullable Object> known) {
    Class<?>[] types = terms.method().getParameterTypes();
    List<String> names = new ArrayList<>(domains.keySet());
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] =
          known.containsKey(names.get(i))
              ? known.get(names.get(i))
              : Array.get(Array.newInstance(types[i], 1), 0);
    }
    return arguments;
  }
}
