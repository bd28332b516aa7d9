package dev.tenon.processor;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suppliers of compiled seams that answer what a test says. */
final class Suppliers {

  private Suppliers() {}

  /** A supplier whose methods give the values of a map, by name. */
  static Object answering(ClassLoader loader, String seam, Map<String, ?> answers) {
    try {
      Class<?> type = loader.loadClass(seam);
      return Proxy.newProxyInstance(
          loader,
          new Class<?>[] {type},
          (proxy, method, arguments) -> answer(answers, method.getName()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable Object answer(Map<String, ?> answers, String name) {
    return answers.get(name);
  }
}
