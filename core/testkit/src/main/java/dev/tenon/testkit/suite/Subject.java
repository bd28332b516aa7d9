package dev.tenon.testkit.suite;

import dev.tenon.OperationTerms;
import dev.tenon.SeamTerms;
import dev.tenon.Seams;
import dev.tenon.StatedClause;
import dev.tenon.contract.Pure;
import dev.tenon.model.Clause.Role;
import dev.tenon.model.Mode;
import dev.tenon.model.Node;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.Domains;
import dev.tenon.verdict.MalformedContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The seam that a suite is about: what its operations are, and how their arguments are drawn. */
final class Subject {

  private final Class<?> seam;
  private final Plan plan;
  private final Patience patience;
  private final List<Source> sources = new ArrayList<>();
  private final List<Method> queries;

  Subject(Class<?> seam, Domains domains, Plan plan) {
    this.seam = seam;
    this.plan = plan;
    this.patience = new Patience(plan.patience());
    if (!seam.isInterface()) {
      throw new IllegalArgumentException(
          seam.getName() + " is no interface: a suite is about a seam, and suppliers of it");
    }
    SeamTerms terms = SeamTerms.of(seam);
    for (OperationTerms each : terms.operations()) {
      each.method().setAccessible(true);
      sources.add(new Source(each, domains(each, domains)));
    }
    if (terms.operations().stream().allMatch(each -> each.clauses().isEmpty())) {
      throw new MalformedContract(
          seam.getName() + " has no clauses: a suite of it would show nothing");
    }
    requireEnforced(terms);
    this.queries = queries(terms);
  }

  /** What is not enforced is not shown either. */
  private static void requireEnforced(SeamTerms terms) {
    for (OperationTerms each : terms.operations()) {
      for (StatedClause stated : each.clauses()) {
        boolean isInvariant = stated.clause().role() == Role.INVARIANT;
        String seam = stated.declaring().getName();
        String operation = isInvariant ? "" : each.method().getName();
        Mode mode = Seams.policy().modeOf(seam, operation, stated.clause().name());
        if (mode != Mode.ENFORCE) {
          throw new IllegalStateException(
              Goals.text(stated)
                  + " of "
                  + seam
                  + " is in mode "
                  + mode.name().toLowerCase(Locale.ROOT)
                  + ": a suite would show nothing; run it with mode=enforce");
        }
      }
    }
  }

  Plan plan() {
    return plan;
  }

  Patience patience() {
    return patience;
  }

  /** The name of the seam, as Java writes it. */
  String name() {
    String canonical = seam.getCanonicalName();
    return canonical == null ? seam.getName() : canonical;
  }

  List<Source> sources() {
    return sources;
  }

  Object guard(Object supplier) {
    return guarded(seam, supplier);
  }

  private static <S> S guarded(Class<S> seam, Object supplier) {
    return Seams.guard(seam, seam.cast(supplier));
  }

  boolean isOf(String type) {
    return type.equals(seam.getName()) || isSuper(seam, type);
  }

  private static boolean isSuper(Class<?> type, String name) {
    return Arrays.stream(type.getInterfaces())
        .anyMatch(each -> each.getName().equals(name) || isSuper(each, name));
  }

  /**
   * Each parameter alone, from its type and the constraints at every place where it is declared.
   */
  private Map<String, Domain> domains(OperationTerms terms, Domains domains) {
    Map<String, Domain> found = new LinkedHashMap<>();
    List<Method> declarations = Declared.places(seam, null, terms.method());
    for (int i = 0; i < terms.parameters().size(); i++) {
      int index = i;
      List<Parameter> places =
          declarations.stream().map(each -> each.getParameters()[index]).toList();
      String name = terms.parameters().get(i);
      found.put(
          name,
          domains.of(places.get(0).getAnnotatedType(), Declared.variables(seam), places, name));
    }
    return found;
  }

  /** Operations without parameters that clauses ask of the supplier: what its state looks like. */
  private static List<Method> queries(SeamTerms terms) {
    Set<String> asked = new HashSet<>();
    terms.operations().stream()
        .flatMap(each -> each.clauses().stream())
        .forEach(each -> asked(each.clause().tree(), asked));
    return terms.operations().stream()
        .map(OperationTerms::method)
        .filter(each -> each.getParameterCount() == 0 && each.getReturnType() != void.class)
        .filter(each -> asked.contains(each.getName()) || each.isAnnotationPresent(Pure.class))
        .toList();
  }

  private static void asked(Node node, Set<String> names) {
    boolean isOfThis =
        node.kind() == Node.Kind.CALL
            && node.children().size() == 1
            && node.children().get(0).kind() == Node.Kind.THIS;
    if (isOfThis) {
      names.add(node.text());
    }
    node.children().forEach(child -> asked(child, names));
  }

  /** What the queries say now; what cannot be asked is left out. */
  Map<Method, @Nullable Object> state(Object supplier) {
    Map<Method, @Nullable Object> state = new LinkedHashMap<>();
    for (Method each : queries) {
      try {
        state.put(each, copy(each.invoke(supplier)));
      } catch (InvocationTargetException | IllegalAccessException unknown) {
        // It has preconditions of its own that do not hold now, or fails.
      }
    }
    return state;
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    return value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value;
  }

  /** Whether somebody says of an exception that it may be thrown, or judges it. */
  boolean isDeclared(OperationTerms terms, Throwable thrown) {
    boolean isClosed =
        terms.clauses().stream().anyMatch(each -> each.clause().role() == Role.THROWS);
    // Errors are not judged by the list of what may be thrown.
    return (isClosed && !(thrown instanceof Error))
        || Arrays.stream(terms.method().getExceptionTypes())
            .anyMatch(each -> each.isInstance(thrown))
        || !(thrown instanceof RuntimeException || thrown instanceof Error);
  }
}
