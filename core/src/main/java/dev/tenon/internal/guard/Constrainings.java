package dev.tenon.internal.guard;

import dev.tenon.internal.check.Constraining;
import dev.tenon.internal.constraint.Constrained;
import dev.tenon.internal.constraint.Constraints;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Finds the constraints that bind one implementation: those of seams, and of types under them. */
public final class Constrainings {

  private static final Pattern GETTER = Pattern.compile("(get|is)\\P{Ll}.*");

  private final Binding bound;
  private final List<Class<?>> types;

  private Constrainings(Binding bound, List<Class<?>> types) {
    this.bound = bound;
    this.types = types;
  }

  /** The types whose constraints count, the most general first. */
  List<Class<?>> types() {
    return types;
  }

  /**
   * Whether constraints bind the objects of a class that has no clauses at all.
   *
   * @param type the class
   * @return true if it or what it extends is a seam with constraints
   */
  public static boolean areAny(Class<?> type) {
    return counting(type, Set.of()).stream().anyMatch(each -> !Constraints.of(each).isEmpty());
  }

  /**
   * Whether a type itself has constraints on its operations.
   *
   * @param type the type
   * @return true also when one of them cannot count
   */
  public static boolean areOn(Class<?> type) {
    return !Constraints.of(type).isEmpty();
  }

  /**
   * Whether the option {@code seams} selects a type.
   *
   * @param name its binary name
   * @return true if its constraints count
   */
  public static boolean areSelected(String name) {
    return Engine.installed().isSelected(name);
  }

  static Constrainings of(Binding bound, List<Declaration> binding) {
    Set<Class<?>> marked = new HashSet<>();
    for (Declaration declaration : binding) {
      if (declaration instanceof Declaration.Compiled compiled) {
        marked.add(compiled.type());
      } else if (declaration instanceof Declaration.Unenforceable not) {
        marked.add(not.type());
      }
    }
    return new Constrainings(bound, counting(bound.implementation().type(), marked));
  }

  private static List<Class<?>> counting(Class<?> type, Set<Class<?>> marked) {
    List<Class<?>> types = new ArrayList<>();
    Set<Class<?>> counting = new HashSet<>();
    for (Class<?> each : Declarations.supertypes(type)) {
      boolean counts = marked.contains(each) || isMarked(each) || isUnder(each, counting);
      // A stand-in has the annotations of what it stands for.
      if (counts && !StandIns.is(each)) {
        counting.add(each);
        types.add(each);
      }
    }
    return types;
  }

  /** Whether the constraints of a type count: it is marked, or has clauses. */
  static boolean isSeam(Class<?> type) {
    return isMarked(type) || !(Declarations.of(type) instanceof Declaration.Silent);
  }

  /** Whether a type is a seam by its annotation or by the option. */
  static boolean isMarked(Class<?> type) {
    return Declarations.isMarked(type) || Engine.installed().isSelected(type.getName());
  }

  private static boolean isUnder(Class<?> type, Set<Class<?>> counting) {
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && counting.contains(superclass)) {
      return true;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (counting.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a class that nobody marked has its constraints on a getter or a record's accessor: they
   * say what a valid object is, which holds when it has been validated, and a validator itself
   * reads it that way. They promise nothing of the call.
   */
  private static boolean isProperty(Class<?> type, Operation operation) {
    return !type.isInterface()
        && operation.descriptor().startsWith("()")
        && !operation.descriptor().endsWith("V")
        && (GETTER.matcher(operation.name()).matches() || type.isRecord())
        && Modes.isSelectedAlone(Engine.installed(), type);
  }

  /** The operations with constraints that bind the implementation, in order of their types. */
  List<Constraining> all(BiConsumer<Class<?>, String> problems) {
    List<Constraining> found = new ArrayList<>();
    for (Class<?> type : types) {
      Constraints constraints = Constraints.of(type);
      constraints.problems().forEach(each -> Presence.notEnforced(type, each));
      for (Constrained each : constraints.operations()) {
        if (bound.isBound(type, each.operation()) && !isProperty(type, each.operation())) {
          found.add(
              new Constraining(
                  type,
                  type,
                  each,
                  bound.implementation().type(),
                  Lanes::current,
                  problem -> problems.accept(type, problem)));
        }
      }
    }
    return found;
  }
}
