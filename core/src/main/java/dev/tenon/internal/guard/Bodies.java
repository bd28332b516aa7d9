package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.Overriding;
import dev.tenon.model.Operation;
import dev.tenon.verdict.MalformedContract;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
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
    Class<?> type = implementor.lookupClass();
    Map<String, Body> known = WOVEN.get(type);
    String key = method + descriptor;
    Body found = known.get(key);
    if (found == null) {
      Body made = make(implementor, type, null, method, descriptor, Presence::notEnforced);
      // No computeIfAbsent: linking may load classes, which must not happen under a lock.
      Body raced = known.putIfAbsent(key, made);
      found = raced == null ? made : raced;
    }
    return found.isBound() || found.isRefused() ? found : null;
  }

  /**
   * What stands behind one method of a checking proxy.
   *
   * @param lookup a lookup that sees the seam
   * @param supplier the class of the supplier
   * @param view the interface that clients see
   * @param method the name of the method
   * @param descriptor its erased descriptor in the view
   * @return the body; null when no declaration binds it
   * @throws MalformedContract if a declaration that binds it cannot be enforced
   */
  static @Nullable Body guarded(
      MethodHandles.Lookup lookup,
      Class<?> supplier,
      Class<?> view,
      String method,
      String descriptor) {
    Body made = make(lookup, supplier, view, method, descriptor, Bodies::refuse);
    return made.isBound() ? made : null;
  }

  private static Body make(
      MethodHandles.Lookup lookup,
      Class<?> type,
      @Nullable Class<?> view,
      String method,
      String descriptor,
      BiConsumer<Class<?>, String> unenforceable) {
    List<Checks> checks = new ArrayList<>();
    List<Hole> holes = new ArrayList<>();
    Class<?> seenFrom = view == null ? type : view;
    Overriding overriding = Overriding.in(seenFrom);
    for (Declaration declaration : Declarations.binding(type)) {
      if (declaration instanceof Declaration.Compiled compiled) {
        checks.addAll(link(lookup, overriding, compiled, method, descriptor, holes));
      } else if (declaration instanceof Declaration.Unenforceable not) {
        unenforceable.accept(not.type(), not.reason());
        if (not.mayBind(overriding, method, descriptor)) {
          holes.add(new Hole(not.type(), not.reason()));
        }
      }
    }
    holes.forEach(hole -> unenforceable.accept(hole.type(), hole.reason()));
    MethodType erased = MethodType.fromMethodDescriptorString(descriptor, type.getClassLoader());
    return new Body(type, method, erased, view, checks, holes);
  }

  private static void refuse(Class<?> type, String reason) {
    throw new MalformedContract(type.getName() + " is not enforced: " + reason);
  }

  private static List<Checks> link(
      MethodHandles.Lookup lookup,
      Overriding overriding,
      Declaration.Compiled declaration,
      String method,
      String descriptor,
      List<Hole> holes) {
    List<Checks> checks = new ArrayList<>();
    List<Operation> operations = declaration.contract().operations();
    for (int i = 0; i < operations.size(); i++) {
      if (overriding.implementsOperation(
          declaration.type(), operations.get(i), method, descriptor)) {
        try {
          checks.add(Companion.checks(lookup, declaration, i));
        } catch (ReflectiveOperationException | LinkageError e) {
          holes.add(
              new Hole(
                  declaration.type(),
                  "its companion is not accessible from "
                      + lookup.lookupClass().getName()
                      + ": "
                      + e));
        }
      }
    }
    return checks;
  }
}
