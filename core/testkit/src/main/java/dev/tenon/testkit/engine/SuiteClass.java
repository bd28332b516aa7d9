package dev.tenon.testkit.engine;

import dev.tenon.testkit.ContractSuite;
import dev.tenon.testkit.suite.ContractRun;
import dev.tenon.testkit.suite.Plan;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test class that is made from a contract: what it gives, and what it wants. */
final class SuiteClass {

  private static final List<Class<? extends Annotation>> AROUND =
      List.of(BeforeEach.class, AfterEach.class, BeforeAll.class, AfterAll.class);
  private static final List<String> GIVING = List.of("fresh", "suppliers");

  private final Class<?> type;
  private final ContractSuite wanted;
  private final Object instance;

  SuiteClass(Class<?> type) {
    this.type = type;
    this.wanted = type.getAnnotation(ContractSuite.class);
    requireNoneInVain();
    this.instance = instance(type);
  }

  /** What JUnit calls around its own tests nobody calls here. */
  private void requireNoneInVain() {
    boolean hasTests =
        methods().stream().anyMatch(each -> AnnotationSupport.isAnnotated(each, Testable.class));
    for (Method each : hasTests ? List.<Method>of() : methods()) {
      for (Class<? extends Annotation> around : AROUND) {
        if (each.isAnnotationPresent(around)) {
          throw new IllegalStateException(
              "@"
                  + around.getSimpleName()
                  + " "
                  + each.getName()
                  + "() is not called in a suite: do in fresh() what a new supplier needs");
        }
      }
    }
  }

  ContractRun<?> run() {
    return run(wanted.value());
  }

  private <S> ContractRun<S> run(Class<S> seam) {
    long seed = wanted.seed() == 0 ? 1 + (System.nanoTime() & 0xffff_ffffL) : wanted.seed();
    ContractRun<S> run =
        ContractRun.of(seam)
            .plan(
                new Plan(
                    seed,
                    wanted.tries(),
                    wanted.sequences(),
                    wanted.steps(),
                    wanted.minimum(),
                    wanted.undeclared(),
                    wanted.meddling(),
                    wanted.patience()));
    int given = 0;
    for (Method each : methods()) {
      if (each.isAnnotationPresent(Provide.class)) {
        provide(run, each);
      } else if (GIVING.contains(each.getName()) && each.getParameterCount() == 0) {
        given += supply(run, seam, each);
      }
    }
    if (given == 0) {
      throw new IllegalStateException(
          type.getName()
              + " gives no supplier: add a method  "
              + seam.getSimpleName()
              + " fresh()  that returns a new one at each call");
    }
    return run;
  }

  private List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        boolean isOverridden =
            methods.stream()
                .anyMatch(
                    known ->
                        known.getName().equals(method.getName())
                            && known.getParameterCount() == method.getParameterCount());
        if (!method.isSynthetic() && !isOverridden) {
          method.setAccessible(true);
          methods.add(method);
        }
      }
    }
    return methods;
  }

  private void provide(ContractRun<?> run, Method method) {
    boolean isRight =
        method.getParameterCount() == 0
            && method.getGenericReturnType() instanceof ParameterizedType
            && Arbitrary.class.isAssignableFrom(method.getReturnType());
    if (!isRight) {
      throw new IllegalStateException(
          method + " must take nothing and return an Arbitrary<…> of the type that it provides");
    }
    Type of = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    if (call(method) instanceof Arbitrary<?> values) {
      run.provide(of, values);
    }
  }

  /** Gives the number of suppliers. */
  private <S> int supply(ContractRun<S> run, Class<S> seam, Method method) {
    if (seam.isAssignableFrom(method.getReturnType())) {
      run.supplier(method.getName() + "()", () -> seam.cast(call(method)));
      return 1;
    }
    List<String> names = named(call(method), method).keySet().stream().toList();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      run.supplier(names.get(i), () -> made(seam, method, index));
    }
    return names.size();
  }

  private <S> S made(Class<S> seam, Method method, int index) {
    Object given = new ArrayList<>(named(call(method), method).values()).get(index);
    Object made = given instanceof Supplier<?> fresh ? fresh.get() : given;
    if (!seam.isInstance(made)) {
      throw new IllegalStateException(
          method.getName() + "() gives " + made + ", which is no " + seam.getName());
    }
    return seam.cast(made);
  }

  /** What a method gives, by name: of elements that is their class, else their number. */
  private static Map<String, Object> named(@Nullable Object given, Method method) {
    Map<String, Object> named = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((name, each) -> named.put(String.valueOf(name), each));
      return named;
    }
    List<?> all = List.of();
    if (given instanceof Stream<?> stream) {
      all = stream.toList();
    } else if (given instanceof Collection<?> collection) {
      all = List.copyOf(collection);
    } else {
      throw new IllegalStateException(
          method + " must return the seam, or a stream, collection or map of its suppliers");
    }
    for (Object each : all) {
      String simple = each.getClass().getSimpleName();
      boolean isPlain = each instanceof Supplier || simple.isEmpty() || named.containsKey(simple);
      named.put(isPlain ? "supplier " + (named.size() + 1) : simple, each);
    }
    return named;
  }

  private @Nullable Object call(Method method) {
    try {
      return method.invoke(instance);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(method.getName() + "() failed", thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object instance(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException(
          type.getName() + " needs a constructor without parameters that does not fail", absent);
    }
  }
}
