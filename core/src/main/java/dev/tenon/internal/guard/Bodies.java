package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.check.Constraining;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Components;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.Overriding;
import dev.tenon.model.Operation;
import dev.tenon.verdict.MalformedContract;
import dev.tenon.verdict.Site;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds what binds a method body. Thread-safe. */
public final class Bodies {

  /**
   * Kept by the class itself, so that entry and exit of a body share it and undeployed classes go.
   */
  private static final ClassValue<Map<String, Body>> WOVEN =
      new ClassValue<>() {
        @Override
        protected Map<String, Body> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private Bodies() {}

  /**
   * A body that the agent wove.
   *
   * @param implementor a full lookup of the class that holds it
   * @param method the name of the method
   * @param descriptor its erased descriptor
   * @return the body; null when no declaration binds it, or none that can be enforced and a call
   *     may pass all the same
   */
  public static @Nullable Body woven(
      MethodHandles.Lookup implementor, String method, String descriptor) {
    return woven(implementor, null, method, descriptor);
  }

  /**
   * The same for a class that stands for the lambdas of one site.
   *
   * @param wrapper a full lookup of the class
   * @param creator the binary name of the class that makes the lambdas
   * @param file the source file where it does; empty when unknown
   * @param line the line there; 0 when unknown
   * @param method the name of the operation
   * @param descriptor its erased descriptor
   * @return the body; null when no declaration binds it
   */
  public static @Nullable Body lambda(
      MethodHandles.Lookup wrapper,
      String creator,
      String file,
      int line,
      String method,
      String descriptor) {
    Class<?> type = wrapper.lookupClass();
    Site created = new Site(component(type, creator), creator, method, file, line);
    return woven(wrapper, created, method, descriptor);
  }

  private static String component(Class<?> wrapper, String creator) {
    try {
      return Components.of(Class.forName(creator, false, wrapper.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError hidden) {
      return Components.of(wrapper.getNestHost());
    }
  }

  private static @Nullable Body woven(
      MethodHandles.Lookup implementor, @Nullable Site created, String method, String descriptor) {
    Class<?> type = implementor.lookupClass();
    Map<String, Body> known = WOVEN.get(type);
    String key = method + descriptor;
    Body found = known.get(key);
    if (found == null) {
      MethodType erased = MethodType.fromMethodDescriptorString(descriptor, type.getClassLoader());
      boolean isStatic = created == null && Overriding.isStatic(type, method, erased);
      boolean isOwn = isStatic || method.equals(Implementation.CONSTRUCTOR);
      if (isOwn && Front.is(type)) {
        return null;
      }
      Class<?> holder = isOwn ? type : Overriding.holder(type, method, erased);
      Implementation implementation =
          new Implementation(type, holder, method, erased, isStatic, created);
      Body made =
          make(
              implementor,
              implementation,
              null,
              List.of(),
              Declarations.binding(type),
              Overriding.in(type, implementation.owner()),
              Presence::notEnforced);
      // No computeIfAbsent: linking may load classes, which must not happen under a lock.
      Body raced = known.putIfAbsent(key, made);
      found = raced == null ? made : raced;
    }
    return found.isBound() || found.isRefused() ? found : null;
  }

  /**
   * Whether the agent wove what a class does for an operation, and all that binds it is enforced.
   *
   * @param supplier of a class that has been called
   */
  static boolean isWoven(Implementation supplier) {
    return Declarations.supertypes(supplier.type()).stream()
        .filter(type -> type.getClassLoader() != null)
        .flatMap(type -> WOVEN.get(type).values().stream())
        .anyMatch(body -> supplier.isSame(body) && body.holes().isEmpty());
  }

  /** A woven body that has been linked, also one that nothing binds; null when it was not. */
  static @Nullable Body linked(Class<?> type, String method, String descriptor) {
    return WOVEN.get(type).get(method + descriptor);
  }

  /** Whether what a linked body under the invariants of a type runs is what another type holds. */
  static boolean isInherited(
      Class<?> type, Class<?> owner, Class<?> declaring, String method, String descriptor) {
    Body body = linked(type, method, descriptor);
    return body != null
        && body.isUnderInvariantsOf(declaring)
        && body.implementation().owner() == owner;
  }

  /** A woven body that has been linked; null when it was not, or nothing binds it. */
  static @Nullable Body bound(Class<?> type, String method, String descriptor) {
    Body body = WOVEN.get(type).get(method + descriptor);
    return body != null && body.isBound() ? body : null;
  }

  /**
   * What stands behind one method of a checking proxy.
   *
   * @param lookup a lookup that sees the seam
   * @param supplier the class of the supplier
   * @param viewer a loader whose holders count as well as those of the supplier's; may be null
   * @param view the interface that clients see
   * @param assumed what its client assumes of that
   * @param method a method of the view
   * @return the body; null when no declaration binds it
   * @throws MalformedContract if a declaration that binds it cannot be enforced
   */
  static @Nullable Body guarded(
      MethodHandles.Lookup lookup,
      Class<?> supplier,
      @Nullable ClassLoader viewer,
      Class<?> view,
      List<ClientView> assumed,
      Method method) {
    MethodType erased = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    Class<?> owner = Overriding.owner(supplier, method.getName(), erased);
    Body made =
        make(
            lookup,
            new Implementation(supplier, owner, method.getName(), erased, false, null),
            view,
            assumed,
            Declarations.binding(supplier, viewer),
            Overriding.in(supplier, Overriding.stating(method)),
            Bodies::refuse);
    return made.isBound() ? made : null;
  }

  /**
   * What the declarations of a supplier say, for a client that calls it through a type: who
   * enforces them announces what cannot be.
   */
  static Body behind(MethodHandles.Lookup client, Implementation supplier, Class<?> through) {
    Class<?> declaring = Overriding.declaring(through, supplier.method(), supplier.erased());
    return make(
        client,
        supplier,
        through,
        List.of(),
        Declarations.binding(supplier.type()),
        Overriding.in(supplier.type(), declaring),
        (type, reason) -> {});
  }

  private static Body make(
      MethodHandles.Lookup lookup,
      Implementation implementation,
      @Nullable Class<?> view,
      List<ClientView> assumed,
      List<Declaration> binding,
      Overriding overriding,
      BiConsumer<Class<?>, String> unenforceable) {
    Binding bound = new Binding(implementation, overriding);
    Constrainings constrainings = Constrainings.of(bound, binding);
    Holes holes = new Holes();
    List<Constraining> constraints = new ArrayList<>(constrainings.all(holes));
    List<Checks> checks = new ArrayList<>();
    List<Checks> invariants = new ArrayList<>();
    for (Declaration declaration : binding) {
      if (declaration instanceof Declaration.Compiled compiled) {
        checks.addAll(link(lookup, compiled, bound::isBound, constraints, holes));
        invariants.addAll(link(lookup, compiled, bound::hasInvariants, List.of(), holes));
      } else if (declaration instanceof Declaration.Unenforceable not) {
        unenforceable.accept(not.type(), not.reason());
        if (bound.mayBind(not)) {
          holes.add(new Hole(not.type(), not.reason()));
        }
      }
    }
    constraints.forEach(each -> insert(Checks.of(each), checks, constrainings.types()));
    if (!implementation.isInFront()) {
      // Behind all operations: what is owed between calls is asked when the call itself is right.
      checks.addAll(invariants);
    }
    // Before all: a client answers for what it promised itself, whatever else is asked.
    checks.addAll(0, Assumptions.link(lookup, bound, assumed, holes, unenforceable));
    holes.linked().forEach(hole -> unenforceable.accept(hole.type(), hole.reason()));
    List<Sharing> sharings =
        implementation.isOwn() || implementation.isInFront()
            ? List.of()
            : Sharing.of(Assumptions.beside(binding, assumed));
    return new Body(implementation, view, null, checks, holes.linked(), sharings);
  }

  /** Before what more special types declare. */
  private static void insert(Checks made, List<Checks> checks, List<Class<?>> order) {
    int rank = order.indexOf(made.declaring());
    int at = 0;
    for (int i = 0; i < checks.size(); i++) {
      if (order.indexOf(checks.get(i).declaring()) <= rank) {
        at = i + 1;
      }
    }
    checks.add(at, made);
  }

  private static void refuse(Class<?> type, String reason) {
    throw new MalformedContract(type.getName() + " is not enforced: " + reason);
  }

  static List<Checks> link(
      MethodHandles.Lookup lookup,
      Declaration.Compiled declaration,
      BiPredicate<Class<?>, Operation> wanted,
      List<Constraining> constraints,
      Holes holes) {
    List<Checks> checks = new ArrayList<>();
    List<Operation> operations = declaration.contract().operations();
    for (int i = 0; i < operations.size(); i++) {
      if (wanted.test(declaration.type(), operations.get(i))) {
        try {
          Constraining own = take(constraints, declaration.type(), operations.get(i));
          checks.add(Companion.checks(lookup, declaration, i, own));
        } catch (ReflectiveOperationException | LinkageError e) {
          Faults.passExhaustedStack(e);
          holes.add(new Hole(declaration.stating(), Companion.fault(lookup, declaration, e)));
        }
      }
    }
    return checks;
  }

  /** Takes the constraints of the same operation of the same declaration. */
  private static @Nullable Constraining take(
      List<Constraining> constraints, Class<?> type, Operation operation) {
    for (Constraining each : constraints) {
      Operation other = each.constrained().operation();
      if (each.about() == type
          && other.name().equals(operation.name())
          && other.descriptor().equals(operation.descriptor())) {
        constraints.remove(each);
        return each;
      }
    }
    return null;
  }
}
