package dev.tenon.cli.ghostwriter;

import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.cli.source.Imports;
import dev.tenon.model.Clause;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The exceptions that an operation may throw: those of its exception clauses, and the checked ones
 * of its signature.
 *
 * @param terms what binds it
 * @param imports the names of types
 */
record Exceptions(OperationTerms terms, Imports imports) {

  /** Their names, without those that another one covers. */
  List<String> names() {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (StatedClause each : terms.clauses()) {
      if (each.clause().role() == Clause.Role.THROWS) {
        all.add(type(each));
      }
    }
    all.addAll(List.of(terms.method().getExceptionTypes()));
    return all.stream()
        .filter(
            each -> all.stream().noneMatch(other -> other != each && other.isAssignableFrom(each)))
        .map(imports::name)
        .toList();
  }

  private static Class<?> type(StatedClause stated) {
    String name = stated.clause().exception();
    try {
      return Class.forName(name, false, stated.declaring().getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new TypeNotPresentException(name, missing);
    }
  }
}
