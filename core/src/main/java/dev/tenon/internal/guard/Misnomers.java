package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import dev.tenon.model.Nearest;
import dev.tenon.model.Operation;
import dev.tenon.model.settings.ModePattern;
import dev.tenon.model.settings.ModeRule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules for modes that name what a contract does not have, once it is known: such a rule
 * is for nothing, and the calls are judged as though nobody had written it.
 */
final class Misnomers {

  private static final String EVERY = "*";

  private final Class<?> stating;
  private final String seam;
  private final Operation linked;
  private final Set<String> operations = new LinkedHashSet<>();
  private final Set<String> clauses = new LinkedHashSet<>();

  private Misnomers(Checks checks) {
    this.stating = checks.stating();
    this.seam = stating.getName();
    this.linked = checks.operation();
    List<Operation> known = new ArrayList<>();
    if (Declarations.of(checks.declaring()) instanceof Declaration.Compiled compiled) {
      known.addAll(compiled.contract().operations());
    }
    known.add(linked);
    for (Operation each : known) {
      if (!each.isInvariants()) {
        operations.add(each.name());
      }
      for (Clause clause : each.clauses()) {
        clauses.add(ModePattern.textOf(seam, each.name(), clause.name()));
      }
    }
    operations.addAll(methods());
  }

  /** Warns, once, of each rule that names something of this contract wrongly. */
  static void look(Engine engine, Checks checks) {
    List<ModeRule> rules = engine.policy().rules();
    if (rules.size() == 1) {
      return;
    }
    Misnomers misnomers = new Misnomers(checks);
    for (ModeRule rule : rules) {
      for (String name : rule.pattern().names()) {
        String warning = misnomers.warning(rule, name);
        if (warning != null) {
          engine.ledger().warning(warning);
        }
      }
    }
  }

  private @Nullable String warning(ModeRule rule, String name) {
    int hash = name.indexOf('#');
    String place = hash < 0 ? name : name.substring(0, hash);
    if (!place.equals(seam) && !place.startsWith(seam + ".")) {
      String absent = absentType(place);
      return absent == null ? null : AbsentTypes.text(rule.toString(), absent, seam);
    }
    String fault = fault(name, place, hash < 0 ? EVERY : name.substring(hash + 1));
    return fault == null ? null : "no clause is meant by " + rule + ": " + fault;
  }

  private @Nullable String fault(String name, String place, String clause) {
    if (place.equals(seam)) {
      return clause.equals(EVERY) ? null : faultOfClause(name, seam, clause);
    }
    String operation = place.substring(seam.length() + 1);
    if (operation.indexOf('.') < 0 && !operations.contains(operation)) {
      return seam + " has no operation '" + operation + "'" + hint(operation, operations);
    }
    boolean isLinked = operation.equals(linked.name());
    return isLinked && !clause.equals(EVERY) ? faultOfClause(name, place, clause) : null;
  }

  /** Clauses with a dot are constraints: those of overloads are known when these are linked. */
  private @Nullable String faultOfClause(String name, String place, String clause) {
    if (clauses.contains(name) || (clause.indexOf('.') >= 0 && isOverloaded(place))) {
      return null;
    }
    for (String each : clauses) {
      if (each.endsWith("#" + clause)) {
        return place + " has no clause '" + clause + "', did you mean '" + each + "'?";
      }
    }
    return place + " has no clause '" + clause + "'" + hint(name, clauses);
  }

  private boolean isOverloaded(String place) {
    return place.equals(seam)
        || methods().stream().filter(each -> place.equals(seam + "." + each)).count() > 1;
  }

  /** The type that is meant, if it is none, in the same package and of a name that is near. */
  private @Nullable String absentType(String place) {
    String type = isBeside(place) ? place : place.substring(0, Math.max(0, place.lastIndexOf('.')));
    if (!isBeside(type) || isThere(type)) {
      return null;
    }
    return Nearest.of(simple(type), List.of(simple(seam))) == null ? null : type;
  }

  private boolean isBeside(String type) {
    String there = stating.getPackageName();
    return !there.isEmpty()
        && type.startsWith(there + ".")
        && type.indexOf('.', there.length() + 1) < 0;
  }

  private boolean isThere(String type) {
    try {
      Class.forName(type, false, stating.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    } catch (LinkageError unreadable) {
      return true;
    }
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private List<String> methods() {
    List<String> names = new ArrayList<>(List.of(Operation.CONSTRUCTOR));
    try {
      for (Method method : stating.getMethods()) {
        names.add(method.getName());
      }
      for (Method method : stating.getDeclaredMethods()) {
        if (!names.contains(method.getName())) {
          names.add(method.getName());
        }
      }
    } catch (LinkageError unreadable) {
      names.add(linked.name());
    }
    return names;
  }

  private static String hint(String name, Collection<String> valid) {
    String nearest = Nearest.of(name, valid);
    return nearest == null ? "" : ", did you mean '" + nearest + "'?";
  }
}
