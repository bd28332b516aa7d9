package dev.tenon.internal.declaration;

import dev.tenon.contract.Component;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the component that a class belongs to. Results live as long as the class. Thread-safe. */
public final class Components {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return find(type);
        }
      };

  private Components() {}

  /**
   * The component of a class: the nearest {@link Component} on the type, the types around it, its
   * package or the packages above, else the named module, else the code source, else the package.
   *
   * @param type a class
   * @return the component's name; never empty
   */
  public static String of(Class<?> type) {
    return NAMES.get(type);
  }

  /**
   * The nearest {@link Component} of a class alone.
   *
   * @param type a class
   * @return its name; empty when none is declared
   */
  public static Optional<String> declared(Class<?> type) {
    for (Class<?> each = type; each != null; each = around(each)) {
      Component component = each.getAnnotation(Component.class);
      if (component != null) {
        return Optional.of(component.value());
      }
    }
    return Optional.ofNullable(ofPackages(type));
  }

  private static String find(Class<?> type) {
    Optional<String> declared = declared(type);
    if (declared.isPresent()) {
      return declared.get();
    }
    if (type.getModule().isNamed()) {
      return type.getModule().getName();
    }
    String source = codeSource(type);
    if (source != null) {
      return source;
    }
    return type.getPackageName().isEmpty() ? "(unnamed package)" : type.getPackageName();
  }

  private static @Nullable Class<?> around(Class<?> type) {
    try {
      return type.getEnclosingClass();
    } catch (LinkageError e) {
      // A hidden class that was defined from the bytes of a nested one.
      return null;
    }
  }

  private static @Nullable String ofPackages(Class<?> type) {
    String name = type.getPackageName();
    while (!name.isEmpty()) {
      try {
        Class<?> info = Class.forName(name + ".package-info", false, type.getClassLoader());
        Component component = info.getAnnotation(Component.class);
        if (component != null) {
          return component.value();
        }
      } catch (ClassNotFoundException | LinkageError e) {
        // A package without package-info, or one that cannot be read, names no component.
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return null;
  }

  /** The name of the jar without its version would be a guess: the file name as it is. */
  private static @Nullable String codeSource(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    try {
      URI location = source.getLocation().toURI();
      String path = location.getPath() != null ? location.getPath() : location.toString();
      if (!path.endsWith(".jar")) {
        return null;
      }
      return path.substring(path.lastIndexOf('/') + 1);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
