package dev.tenon.cli;

import dev.tenon.OperationTerms;
import dev.tenon.cli.source.TypeArguments;
import dev.tenon.cli.source.TypeText;
import dev.tenon.model.Clause.Role;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An operation with all that binds it.
 *
 * @param name its name
 * @param parameters its parameters
 * @param returns the type of its result
 * @param clauses its clauses in the order in which they are judged, without the invariants
 */
record FlatOperation(
    String name, List<FlatParameter> parameters, Type returns, List<FlatClause> clauses) {

  /**
   * A parameter.
   *
   * @param name its name
   * @param type its type
   */
  record FlatParameter(String name, Type type) {}

  static FlatOperation of(OperationTerms terms, Class<?> seam, TypeArguments arguments) {
    Method method = terms.method();
    List<FlatParameter> parameters = new ArrayList<>();
    Type[] types = method.getGenericParameterTypes();
    for (int i = 0; i < types.length; i++) {
      parameters.add(new FlatParameter(terms.parameters().get(i), arguments.resolve(types[i])));
    }
    return new FlatOperation(
        method.getName(),
        parameters,
        arguments.resolve(method.getGenericReturnType()),
        terms.clauses().stream()
            .map(each -> FlatClause.of(each, seam))
            .filter(each -> each.role() != Role.INVARIANT)
            .toList());
  }

  /** As in the source, with simple names. */
  String signature() {
    return parameters.stream()
        .map(each -> TypeText.simple(each.type()) + " " + each.name())
        .collect(Collectors.joining(", ", TypeText.simple(returns) + " " + name + "(", ")"));
  }

  /** The clauses of one role. */
  List<FlatClause> of(Role role) {
    return clauses.stream().filter(each -> each.role() == role).toList();
  }
}
