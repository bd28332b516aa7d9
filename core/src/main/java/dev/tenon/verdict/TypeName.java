package dev.tenon.verdict;

import java.lang.reflect.Proxy;
import java.util.List;

/** The names of types without what a generator adds anew in every run. */
final class TypeName {

  private static final String LAMBDA = "$$Lambda";

  /** What stands in front of lambdas, numbered where it was woven at build. */
  private static final String FRONT = "$$Tenon$Lambda";

  /** What stands between the name of a class and what a generator of subclasses adds. */
  private static final List<String> MARKS =
      List.of(
          "$$SpringCGLIB$$",
          "$$EnhancerBy",
          "$$FastClassBy",
          "$Proxy$_$$_",
          "_$$_jvst",
          "$MockitoMock$",
          "$HibernateProxy$",
          "$ByteBuddy$");

  private TypeName() {}

  static String of(Class<?> type) {
    if (type.isArray()) {
      return of(type.getComponentType()) + "[]";
    }
    if (Proxy.isProxyClass(type)) {
      Class<?>[] interfaces = type.getInterfaces();
      return interfaces.length == 0 ? "a proxy" : "a proxy of " + interfaces[0].getName();
    }
    String name = type.getName();
    int front = name.indexOf(FRONT);
    if (front >= 0) {
      return name.substring(0, front + FRONT.length());
    }
    return type.isHidden() ? ofHidden(name) : withoutMark(name);
  }

  /** The name of a hidden class ends with an address: {@code bank.Till$$Lambda$14/0x0000abcd}. */
  private static String ofHidden(String name) {
    int lambda = name.indexOf(LAMBDA);
    if (lambda >= 0) {
      return name.substring(0, lambda + LAMBDA.length());
    }
    int address = name.indexOf('/');
    return address < 0 ? name : name.substring(0, address);
  }

  private static String withoutMark(String name) {
    for (String mark : MARKS) {
      int at = name.indexOf(mark);
      if (at > 0) {
        return name.substring(0, at);
      }
    }
    return name;
  }

  /** Whether its text is its own: that of {@link Object} differs in every run. */
  static boolean hasOwnText(Class<?> type) {
    try {
      return !Proxy.isProxyClass(type)
          && type.getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException impossible) {
      return false;
    }
  }
}
