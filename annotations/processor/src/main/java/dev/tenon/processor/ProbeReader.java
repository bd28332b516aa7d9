package dev.tenon.processor;

import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the types of clauses from the probes that an earlier round wrote. Asking for a scope makes
 * the compiler attribute a copy of the method, silently.
 */
final class ProbeReader {

  private final Toolbox toolbox;
  private final Literals literals;

  ProbeReader(Toolbox toolbox) {
    this.toolbox = toolbox;
    this.literals = new Literals(toolbox);
  }

  /** The typings of the operations' clauses; null when the probes are not in this compilation. */
  @Nullable List<List<Typing>> read(ReadContract contract) {
    TypeElement companion =
        toolbox
            .elements()
            .getTypeElement(contract.declaration().qualifiedCompanion(ClausesWriter.SUFFIX));
    TreePath path = companion == null ? null : toolbox.trees().getPath(companion);
    if (companion == null || path == null) {
      return null;
    }
    Map<String, TreePath> stops = stops(path);
    List<List<Typing>> typings = new ArrayList<>();
    for (ReadOperation operation : contract.operations()) {
      typings.add(operation(operation, stops));
    }
    return typings;
  }

  private List<Typing> operation(ReadOperation operation, Map<String, TreePath> stops) {
    Probes probes = new Probes(operation);
    List<Map<Integer, TypeMirror>> types = new ArrayList<>();
    Map<String, TypeMirror> whole = variables(stops.get(probes.method(0)));
    for (int clause = 0; clause < operation.clauses().size(); clause++) {
      Map<Integer, TypeMirror> known = new HashMap<>();
      types.add(known);
      Term root = operation.clauses().get(clause).root();
      collect(operation, clause, root, whole, probes::shared, known);
    }
    int number = 1;
    for (Probes.Place place : probes.places()) {
      Map<String, TypeMirror> inside = variables(stops.get(probes.method(number++)));
      Map<Integer, TypeMirror> known = types.get(place.clause());
      collect(operation, place.clause(), place.top(), inside, Probes::variable, known);
    }
    List<Typing> typings = new ArrayList<>();
    for (int clause = 0; clause < operation.clauses().size(); clause++) {
      Typing probed = new Typing(operation.clauses().get(clause), types.get(clause), literals);
      typings.add(Inference.complete(toolbox, probed));
    }
    return typings;
  }

  private static void collect(
      ReadOperation operation,
      int clause,
      Term top,
      Map<String, TypeMirror> variables,
      BiFunction<Integer, Term, String> variable,
      Map<Integer, TypeMirror> known) {
    if (variables.isEmpty()) {
      return;
    }
    ReadClause read = operation.clauses().get(clause);
    boolean usable = localsAreKnown(top, variables);
    within(
        top,
        top,
        term -> {
          TypeMirror type =
              switch (term.sort()) {
                case SELF -> variables.get("$self");
                case PARAMETER, LOCAL, RESULT -> variables.get(term.text());
                case OLD -> variables.get(Probes.old(operation.slot(read, term)));
                default -> variables.get(variable.apply(clause, term));
              };
          if (type != null && (usable || type.getKind() != TypeKind.ERROR)) {
            known.put(term.id(), type);
          }
        });
  }

  /** A lambda whose call is wrong has variables without types: it is not to blame. */
  private static boolean localsAreKnown(Term top, Map<String, TypeMirror> variables) {
    boolean[] known = {true};
    within(
        top,
        top,
        term -> {
          TypeMirror type = term.sort() == Sort.LOCAL ? variables.get(term.text()) : null;
          known[0] &= type == null || type.getKind() != TypeKind.ERROR;
        });
    return known[0];
  }

  private static void within(Term term, Term top, java.util.function.Consumer<Term> visitor) {
    if (term.opens() && !term.isSame(top)) {
      return;
    }
    term.children().forEach(child -> within(child, top, visitor));
    visitor.accept(term);
  }

  /** The variables at the place where a probing method stops. */
  private Map<String, TypeMirror> variables(@Nullable TreePath stop) {
    if (stop == null) {
      return Map.of();
    }
    Map<String, TypeMirror> variables = new HashMap<>();
    for (Scope scope = toolbox.trees().getScope(stop);
        scope != null && scope.getEnclosingMethod() != null;
        scope = scope.getEnclosingScope()) {
      for (Element local : scope.getLocalElements()) {
        variables.putIfAbsent(local.getSimpleName().toString(), local.asType());
      }
    }
    return variables;
  }

  /** The places by the names of the probing methods, all found in one scan. */
  private static Map<String, TreePath> stops(TreePath companion) {
    Map<String, TreePath> stops = new HashMap<>();
    new TreePathScanner<@Nullable Void, String>() {
      @Override
      public @Nullable Void visitEmptyStatement(EmptyStatementTree tree, String method) {
        stops.put(method, getCurrentPath());
        return null;
      }

      @Override
      public @Nullable Void visitMethod(MethodTree tree, String unused) {
        return scan(tree.getBody(), tree.getName().toString());
      }
    }.scan(companion, "");
    return stops;
  }
}
