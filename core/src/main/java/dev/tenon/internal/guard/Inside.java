package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import dev.tenon.model.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a stack is inside the suppliers of one class, as far as names tell: more than is.
 *
 * @param owners the types whose methods its bodies may be
 * @param operations the names of the methods that are handoffs
 */
record Inside(Set<String> owners, Set<String> operations) {

  private static final String[] MACHINERY = {"dev.tenon.internal.", "java.", "jdk."};

  static Inside of(Class<?> type) {
    // Of a checking proxy, the frame stands there also before and after the body does.
    Set<String> owners = new HashSet<>(GuardedSupplier.proxies(type));
    addOwners(type, owners);
    return new Inside(owners, operations(type));
  }

  /** The types that may hold bodies: those of the JDK have no door, and are on many stacks. */
  private static void addOwners(@Nullable Class<?> type, Set<String> found) {
    if (type != null && type.getClassLoader() != null && found.add(type.getName())) {
      addOwners(type.getSuperclass(), found);
      for (Class<?> each : type.getInterfaces()) {
        addOwners(each, found);
      }
    }
  }

  /** Under an invariant all that are public. */
  private static Set<String> operations(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Declaration declaration : Declarations.binding(type)) {
      if (declaration instanceof Declaration.Compiled compiled) {
        for (Operation operation : compiled.contract().operations()) {
          names.add(operation.name());
          if (operation.clauses().stream().anyMatch(each -> each.role() == Clause.Role.INVARIANT)) {
            Arrays.stream(type.getMethods()).map(Method::getName).forEach(names::add);
          }
        }
      }
    }
    return names;
  }

  /**
   * How many frames of the application are below the outermost one of a handoff.
   *
   * @param stack from the innermost frame outwards
   * @return negative when there is none
   */
  int outermost(StackTraceElement[] stack) {
    int below = 0;
    for (int i = stack.length - 1; i >= 0; i--) {
      if (isInside(stack[i])) {
        return below;
      }
      below += isApplication(stack[i].getClassName()) ? 1 : 0;
    }
    return -1;
  }

  private boolean isInside(StackTraceElement frame) {
    return owners.contains(frame.getClassName()) && operations.contains(frame.getMethodName());
  }

  /**
   * Not every way to look at a stack shows the same frames of the JDK and of hidden classes. A JDK
   * proxy counts: it stands there before the body does.
   */
  static boolean isApplication(String type) {
    if (type.contains(".$Proxy")) {
      return true;
    }
    if (type.indexOf('/') >= 0) {
      return false;
    }
    for (String each : MACHINERY) {
      if (type.startsWith(each)) {
        return false;
      }
    }
    return true;
  }
}
