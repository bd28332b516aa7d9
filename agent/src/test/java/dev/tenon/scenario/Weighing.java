package dev.tenon.scenario;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import dev.tenon.model.Mode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import net.sf.cglib.proxy.Enhancer;
import net.sf.cglib.proxy.MethodInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * A seam of which every clause may be false, its suppliers, and what may stand in front of them.
 */
final class Weighing {

  private static final String HEAVY = "load.weight() > 0";
  private static final String FEW = "load.count() < 8";
  private static final String KEPT = "result.weight() >= load.weight()";
  private static final String FRAGILE = "load.isFragile()";

  /** The clauses of the seam. */
  static final Set<String> OF_SEAM = Set.of(HEAVY, FEW, KEPT, FRAGILE);

  private Weighing() {}

  static void observe() {
    Modes.set("Weighing$*", Mode.OBSERVE);
  }

  static void enforce() {
    Modes.set("Weighing$*", Mode.ENFORCE);
  }

  /** One of each sort: with and without clauses of their own. */
  static List<Scales> suppliers() {
    return List.of(
        new Plain(),
        new Silent(),
        new Superior(),
        new Repeating(),
        new Weakening(),
        new Strengthening(),
        new Demanding(),
        new Deep(),
        load -> ended(load));
  }

  /** What puts something in front of a guarded supplier. */
  static List<Front> fronts() {
    BinaryOperator<Scales> jdk = (supplier, guarded) -> jdkProxy(guarded);
    return List.of(
        new Front("a JDK proxy", jdk),
        new Front("two JDK proxies", (supplier, guarded) -> jdkProxy(jdkProxy(guarded))),
        new Front("a checking proxy", (supplier, guarded) -> Seams.guard(Scales.class, guarded)),
        new Front("a generated subclass", Weighing::generated));
  }

  private static Scales jdkProxy(Scales behind) {
    return (Scales)
        Proxy.newProxyInstance(
            Scales.class.getClassLoader(),
            new Class<?>[] {Scales.class},
            (proxy, method, arguments) -> passed(method, behind, arguments));
  }

  /** As Spring does: a subclass of the supplier's class, and the supplier another object. */
  private static Scales generated(Scales supplier, Scales guarded) {
    if (supplier != guarded || supplier.getClass().isSynthetic()) {
      return guarded;
    }
    MethodInterceptor interceptor =
        (self, method, arguments, original) -> original.invoke(guarded, arguments);
    return (Scales) Enhancer.create(supplier.getClass(), interceptor);
  }

  /** A checking proxy there sees a JDK proxy in place of the supplier's class. */
  static Scales behindJdkProxy(Scales guarded) {
    return Seams.guard(Scales.class, jdkProxy(guarded));
  }

  /** An object of a generated subclass of its class; itself where there can be none. */
  static Scales subclassed(Scales supplier) {
    if (supplier.getClass().isSynthetic()) {
      return supplier;
    }
    MethodInterceptor interceptor =
        (self, method, arguments, original) -> original.invokeSuper(self, arguments);
    return (Scales) Enhancer.create(supplier.getClass(), interceptor);
  }

  private static Object passed(Method method, Scales behind, Object[] arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Load ended(Load load) {
    if (load.thrown() != null) {
      throw load.thrown();
    }
    return load.result();
  }

  /** A way to stand in front of a supplier. */
  record Front(String name, BinaryOperator<Scales> way) {
    Scales of(Scales supplier, Scales guarded) {
      return way.apply(supplier, guarded);
    }
  }

  /**
   * What crosses, and how its call ends.
   *
   * @param thrown what the call throws; null when it returns
   * @param result what it returns else
   */
  public record Load(
      int weight,
      int count,
      boolean isFragile,
      @Nullable RuntimeException thrown,
      @Nullable Load result) {

    /** The clauses of the seam that its call breaks. */
    Set<String> broken() {
      Set<String> broken = new TreeSet<>();
      if (weight <= 0) {
        broken.add(HEAVY);
      }
      if (count >= 8) {
        broken.add(FEW);
      }
      if (!broken.isEmpty()) {
        return broken;
      }
      if (isFragile != thrown instanceof IllegalStateException
          || thrown instanceof IllegalArgumentException) {
        broken.add(FRAGILE);
      }
      if (thrown == null && result.weight < weight) {
        broken.add(KEPT);
      }
      return broken;
    }
  }

  /** The seam. */
  public interface Scales {
    @Requires(HEAVY)
    @Requires(FEW)
    @Ensures(KEPT)
    @Throws(value = IllegalStateException.class, when = FRAGILE)
    Load weigh(Load load);
  }

  static class Plain implements Scales {

    final List<Load> received = new ArrayList<>();

    @Override
    public Load weigh(Load load) {
      received.add(load);
      return ended(load);
    }
  }

  static class Silent extends Plain {
    @Override
    public Load weigh(Load load) {
      return ended(load);
    }
  }

  static class Superior extends Plain {
    @Override
    public Load weigh(Load load) {
      return super.weigh(load);
    }
  }

  static class Repeating extends Plain {
    @Override
    @Requires(HEAVY)
    public Load weigh(Load load) {
      return ended(load);
    }
  }

  static class Weakening extends Plain {
    @Override
    @Requires("load.weight() > -5")
    public Load weigh(Load load) {
      return super.weigh(load);
    }
  }

  static class Strengthening extends Plain {
    @Override
    @Ensures("result.count() < 6")
    public Load weigh(Load load) {
      return ended(load);
    }
  }

  static class Demanding extends Plain {
    @SuppressWarnings("tenon") // an override that asks too much removes nothing either
    @Override
    @Requires("load.count() < 4")
    public Load weigh(Load load) {
      return ended(load);
    }
  }

  abstract static class Between extends Repeating {
    @Override
    @Ensures("result.count() < 9")
    public abstract Load weigh(Load load);
  }

  static class Deep extends Between {
    @Override
    public Load weigh(Load load) {
      return ended(load);
    }
  }
}
