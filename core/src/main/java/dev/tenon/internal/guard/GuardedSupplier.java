package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Kept;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A checking proxy in front of a supplier: the same entry and exit as in woven code.
 *
 * <p>Thread-safe if the supplier is.
 */
public final class GuardedSupplier implements InvocationHandler {

  /**
   * What was linked for suppliers of a class, by seam: kept by the class, which refers to the seam
   * anyway, so that making one guard after the other costs little.
   */
  private static final Kept<Map<Class<?>, Map<Method, Handoff>>> LINKED =
      new Kept<>() {
        @Override
        protected Map<Class<?>, Map<Method, Handoff>> compute(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private static final Kept<Set<String>> PROXIES =
      new Kept<>() {
        @Override
        protected Set<String> compute(Class<?> type) {
          return ConcurrentHashMap.newKeySet();
        }
      };

  private final MethodHandles.Lookup lookup;
  private final @Nullable ClassLoader viewer;
  private final Class<?> seam;
  private final List<ClientView> assumed;
  private final Object supplier;

  /** What the clauses are asked of: behind checking proxies, the supplier that they stand for. */
  private final Object receiver;

  private final Map<Method, Handoff> handoffs;

  private GuardedSupplier(
      MethodHandles.Lookup lookup,
      @Nullable ClassLoader viewer,
      Class<?> seam,
      List<ClientView> assumed,
      Object supplier,
      Map<Method, Handoff> handoffs) {
    this.lookup = lookup;
    this.viewer = viewer;
    this.seam = seam;
    this.assumed = assumed;
    this.supplier = supplier;
    this.receiver = unwrapped(supplier);
    this.handoffs = handoffs;
  }

  /**
   * Puts a proxy in front of a supplier of a seam that the core sees: its package is exported, or
   * open to the core.
   *
   * @param <S> the seam
   * @param seam the seam
   * @param supplier the supplier
   * @param assumed what the client of the proxy assumes
   * @return the proxy
   * @throws IllegalAccessException if the core does not see a method of the seam
   */
  public static <S> S of(Class<S> seam, S supplier, List<ClientView> assumed)
      throws IllegalAccessException {
    MethodHandles.Lookup lookup = Companion.towards(seam);
    ClassLoader viewer = seam.getClassLoader();
    Class<?> type = unwrapped(supplier).getClass();
    if (!assumed.isEmpty() || !seam.isAssignableFrom(type)) {
      return of(lookup, viewer, seam, supplier, assumed);
    }
    Map<Class<?>, Map<Method, Handoff>> known = LINKED.of(type);
    Map<Method, Handoff> linked = known.getOrDefault(seam, new ConcurrentHashMap<>());
    S proxy = of(new GuardedSupplier(lookup, viewer, seam, assumed, supplier, linked), seam);
    known.put(seam, linked);
    return proxy;
  }

  /**
   * Puts a proxy in front of a supplier.
   *
   * @param <S> the seam
   * @param lookup a lookup that sees the seam and its companion
   * @param seam the seam
   * @param supplier the supplier
   * @param assumed what the client of the proxy assumes
   * @return the proxy
   * @throws IllegalAccessException if the lookup does not see a method of the seam
   */
  public static <S> S of(
      MethodHandles.Lookup lookup, Class<S> seam, S supplier, List<ClientView> assumed)
      throws IllegalAccessException {
    return of(lookup, lookup.lookupClass().getClassLoader(), seam, supplier, assumed);
  }

  private static <S> S of(
      MethodHandles.Lookup lookup,
      @Nullable ClassLoader viewer,
      Class<S> seam,
      S supplier,
      List<ClientView> assumed)
      throws IllegalAccessException {
    return of(
        new GuardedSupplier(lookup, viewer, seam, assumed, supplier, new ConcurrentHashMap<>()),
        seam);
  }

  private static <S> S of(GuardedSupplier handler, Class<S> seam) throws IllegalAccessException {
    for (Method method : seam.getMethods()) {
      // All at once: what cannot be guarded is said here, not at the first call.
      if (!Modifier.isStatic(method.getModifiers()) && !handler.handoffs.containsKey(method)) {
        handler.handoffs.put(method, handler.handoff(method));
      }
    }
    Object proxy = Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, handler);
    PROXIES.of(handler.receiver.getClass()).add(proxy.getClass().getName());
    return seam.cast(proxy);
  }

  /** The names of the classes of all proxies that were put in front of suppliers of a class. */
  static Set<String> proxies(Class<?> supplier) {
    return PROXIES.of(supplier);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    @Nullable Object[] arguments = given == null ? new Object[0] : given;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(method, arguments);
    }
    Handoff handoff = handoffs.get(method);
    if (handoff == null) {
      throw new IllegalStateException(method + " is no operation of " + seam.getName());
    }
    return handoff.pass(supplier, receiver, arguments);
  }

  private @Nullable Object ofObject(Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> supplier.equals(behind(arguments[0]));
      case "hashCode" -> supplier.hashCode();
      default -> supplier.toString();
    };
  }

  /** What a supplier stands for: itself, unless it is one of these proxies. */
  static Object unwrapped(Object supplier) {
    return Proxy.isProxyClass(supplier.getClass())
            && Proxy.getInvocationHandler(supplier) instanceof GuardedSupplier guarded
        ? guarded.receiver
        : supplier;
  }

  private static @Nullable Object behind(@Nullable Object other) {
    return other != null
            && Proxy.isProxyClass(other.getClass())
            && Proxy.getInvocationHandler(other) instanceof GuardedSupplier guarded
        ? guarded.supplier
        : other;
  }

  private Handoff handoff(Method method) throws IllegalAccessException {
    MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    // First: a seam that is not visible is the client's to mend, whatever binds it.
    MethodHandle call = Handoff.spread(find(method.getName(), type), 0);
    Body body = Bodies.guarded(lookup, receiver.getClass(), viewer, seam, assumed, method);
    return body == null ? Handoff.unguarded(call) : Handoff.guarded(call, body, type);
  }

  /** In the seam, since the type that declares the method may be hidden where the seam is not. */
  private MethodHandle find(String name, MethodType type) throws IllegalAccessException {
    try {
      return lookup.findVirtual(seam, name, type);
    } catch (NoSuchMethodException impossible) {
      throw new LinkageError(seam.getName() + "." + name, impossible);
    }
  }
}
