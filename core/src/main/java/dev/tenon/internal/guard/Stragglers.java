package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.Kept;
import dev.tenon.model.Clause;
import dev.tenon.model.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The calls that began before the calls of a contract were counted, and have not ended: they change
 * suppliers, and nothing was noted of them. What tells of them is the stacks of their threads. Once
 * none was found on the suppliers of a class there is none any more.
 *
 * <p>Thread-safe. One for each contract.
 */
final class Stragglers {

  /** All stacks are looked at for this, which stops the JVM: for so much less of the time. */
  private static final int REST = 10;

  /** Nobody shows the stacks of virtual threads; one that waits longer in a supplier is missed. */
  private static final long VIRTUAL_NS = TimeUnit.MINUTES.toNanos(1);

  /** What a thread needs to get from a body that has ended to where the end is noted. */
  private static final long LEAVING_NS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  /** Of a checking proxy, a frame stands on the stack also while the body is not there any more. */
  private static final String PROXY = GuardedSupplier.class.getName();

  private final long countedSince = System.nanoTime();
  private final Classes classes = new Classes();

  /**
   * Whether such a call may be under way on a supplier; likely to be asked once or twice.
   *
   * @param self the supplier
   */
  boolean mayBeIn(Object self) {
    Known known = classes.of(self.getClass());
    if (known.hasNone) {
      return false;
    }
    long now = System.nanoTime();
    if (!known.mayAsk(now)) {
      return true;
    }
    Set<Thread> inside;
    try {
      inside = threadsInside(self.getClass(), now);
    } finally {
      known.rest(now);
    }
    if (inside.isEmpty()) {
      LockSupport.parkNanos(LEAVING_NS);
      known.hasNone = true;
    }
    // What this thread does itself overlaps with nothing that it does.
    inside.remove(Thread.currentThread());
    return !inside.isEmpty();
  }

  private Set<Thread> threadsInside(Class<?> type, long now) {
    Set<String> bodies = new HashSet<>();
    Set<String> operations = operations(type);
    for (String owner : owners(type, new HashSet<>())) {
      operations.forEach(operation -> bodies.add(owner + "." + operation));
    }
    Set<Thread> inside = new HashSet<>();
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      Thread thread = each.getKey();
      boolean isCarrier = thread.getClass().getName().equals(CARRIER);
      if ((isCarrier && now - countedSince < VIRTUAL_NS)
          || calls(each.getValue(), bodies) > Traffic.calls(thread, type)) {
        inside.add(thread);
      }
    }
    return inside;
  }

  /** How many calls a stack may have, by their bodies or by the proxies in front of them. */
  private static int calls(StackTraceElement[] stack, Set<String> bodies) {
    int found = 0;
    int proxies = 0;
    for (StackTraceElement frame : stack) {
      found += bodies.contains(frame.getClassName() + "." + frame.getMethodName()) ? 1 : 0;
      proxies += frame.getClassName().equals(PROXY) ? 1 : 0;
    }
    return Math.max(found, proxies);
  }

  /** The types that may hold bodies: those of the JDK have no door, and are on many stacks. */
  private static Set<String> owners(@Nullable Class<?> type, Set<String> found) {
    if (type != null && type.getClassLoader() != null && found.add(type.getName())) {
      owners(type.getSuperclass(), found);
      for (Class<?> each : type.getInterfaces()) {
        owners(each, found);
      }
    }
    return found;
  }

  /** The names of the methods that are handoffs: under an invariant, of all that are public. */
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

  /** What is known of the suppliers of one class. */
  private static final class Known {

    private volatile boolean hasNone;
    private boolean isAsking;
    private long rests;

    Known(long now) {
      this.rests = now;
    }

    synchronized boolean mayAsk(long now) {
      if (isAsking || now - rests < 0) {
        return false;
      }
      isAsking = true;
      return true;
    }

    synchronized void rest(long since) {
      long now = System.nanoTime();
      rests = now + REST * (now - since);
      isAsking = false;
    }
  }

  private static final class Classes extends Kept<Known> {

    @Override
    protected Known compute(Class<?> type) {
      return new Known(System.nanoTime());
    }
  }
}
