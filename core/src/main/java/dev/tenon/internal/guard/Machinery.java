package dev.tenon.internal.guard;

import dev.tenon.linking.Joints;
import dev.tenon.model.StandIn;
import dev.tenon.model.settings.TypePattern;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Tells what merely stands between the parties of a handoff: the JDK, proxies, generated
 * subclasses, and the packages of the option {@code infrastructure}.
 *
 * <p>Thread-safe; asked once for each class.
 */
final class Machinery {

  /** What generators of subclasses put into the names of their classes. */
  private static final List<String> GENERATED =
      List.of("$$", "_ClientProxy", "_Subclass", "$HibernateProxy", "$MockitoMock$", "$ByteBuddy$");

  private static final String OWN = Machinery.class.getPackageName();

  private final ClassValue<Boolean> known;

  Machinery(TypePattern infrastructure) {
    this.known =
        new ClassValue<>() {
          @Override
          protected Boolean computeValue(Class<?> type) {
            return isOwn(type)
                || isGenerated(type)
                || isOfTheJdk(type)
                || infrastructure.matches(type.getName());
          }
        };
  }

  /** Whether a class is never a party. */
  boolean includes(Class<?> type) {
    return known.get(type);
  }

  /** Whether a class belongs to this package: the guard itself. */
  static boolean isOwn(Class<?> type) {
    return type.getPackageName().equals(OWN)
        && type.getClassLoader() == Machinery.class.getClassLoader();
  }

  /** Whether a class was made at run time, to stand in front of another or in its place. */
  static boolean isGenerated(Class<?> type) {
    if (Proxy.isProxyClass(type) || type.isHidden()) {
      return true;
    }
    String name = type.getName();
    for (String mark : GENERATED) {
      if (name.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class stands for lambdas, or is otherwise one that the JVM shows to nobody. */
  static boolean isHidden(Class<?> type) {
    return type.isHidden() || type.getName().contains(Joints.FRONT);
  }

  /** The class that made one which was made at run time, as far as its name tells; else itself. */
  static Class<?> creator(Class<?> type) {
    String name = type.getName();
    int end = name.indexOf("$$");
    if (end <= 0 || !isHidden(type)) {
      return type;
    }
    try {
      return Class.forName(name.substring(0, end), false, type.getClassLoader());
    } catch (ClassNotFoundException | LinkageError unknown) {
      return type;
    }
  }

  /**
   * The name of a class, without the address that the JVM adds to that of a hidden one and the
   * number that a mock library adds to that of a stand-in.
   */
  static String name(Class<?> type) {
    String name = type.getName();
    int end = StandIn.isNamed(name) ? name.lastIndexOf('$') : name.indexOf('/');
    return end < 0 ? name : name.substring(0, end);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
