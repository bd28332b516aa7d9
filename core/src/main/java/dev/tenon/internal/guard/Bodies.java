package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.Overriding;
import dev.tenon.model.Operation;
import dev.tenon.verdict.MalformedContract;
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
   * @return the body; null when no declaration binds it
   */
  public static @Nullable Body woven(
      MethodHandles.Lookup implementor, String method, String descriptor) {
    Class<?> type = implementor.lookupClass();
    Map<String, Body> known = WOVEN.get(type);
    String key = method + descriptor;
    Body found = known.get(key);
    if (found == null) {
      Overriding overriding = Overriding.in(type);
      List<Checks> checks =
          bind(
              implementor,
              type,
              (declaring, operation) ->
                  overriding.implementsOperation(declaring, operation, method, descriptor),
              Presence::notEnforced);
      MethodType erased = MethodType.fromMethodDescriptorString(descriptor, type.getClassLoader());
      Body made = new Body(type, method, erased, null, checks);
      // No computeIfAbsent: linking may load classes, which must not happen under a lock.
      Body raced = known.putIfAbsent(key, made);
      found = raced == null ? made : raced;
    }
    return found.isBound() ? found : null;
  }

  /**
   * What stands behind one method of a checking proxy.
   *
   * @param lookup a lookup that sees the seam
   * @param supplier the class of the supplier
   * @param view the interface that clients see
   * @param method a method of the view
   * @return the body; null when no declaration binds it
   * @throws MalformedContract if a declaration that binds it cannot be enforced
   */
  static @Nullable Body guarded(
      MethodHandles.Lookup lookup, Class<?> supplier, Class<?> view, Method method) {
    Overriding overriding = Overriding.in(supplier);
    List<Checks> checks =
        bind(
            lookup,
            supplier,
            (declaring, operation) -> overriding.isOperation(declaring, operation, method),
            Bodies::refuse);
    MethodType erased = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    return checks.isEmpty() ? null : new Body(supplier, method.getName(), erased, view, checks);
  }

  private static List<Checks> bind(
      MethodHandles.Lookup lookup,
      Class<?> type,
      BiPredicate<Class<?>, Operation> binds,
      BiConsumer<Class<?>, String> unenforceable) {
    List<Checks> checks = new ArrayList<>();
    for (Declaration declaration : Declarations.binding(type)) {
      if (declaration instanceof Declaration.Compiled compiled) {
        checks.addAll(link(lookup, compiled, binds, unenforceable));
      } else if (declaration instanceof Declaration.Unenforceable not) {
        unenforceable.accept(not.type(), not.reason());
      }
    }
    return checks;
  }

  private static void refuse(Class<?> type, String reason) {
    throw new MalformedContract(type.getName() + " is not enforced: " + reason);
  }

  private static List<Checks> link(
      MethodHandles.Lookup lookup,
      Declaration.Compiled declaration,
      BiPredicate<Class<?>, Operation> binds,
      BiConsumer<Class<?>, String> unenforceable) {
    List<Checks> checks = new ArrayList<>();
    List<Operation> operations = declaration.contract().operations();
    for (int i = 0; i < operations.size(); i++) {
      if (binds.test(declaration.type(), operations.get(i))) {
        try {
          checks.add(Companion.checks(lookup, declaration, i));
        } catch (ReflectiveOperationException | LinkageError e) {
          unenforceable.accept(declaration.type(), Companion.fault(lookup, declaration, e));
        }
      }
    }
    return checks;
  }
}
