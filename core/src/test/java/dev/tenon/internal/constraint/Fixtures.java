package dev.tenon.internal.constraint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes with a method for each type, whose one parameter has a constraint as it was written. */
final class Fixtures {

  private Fixtures() {}

  /**
   * Compiles one class for each constraint.
   *
   * @return the methods of each, in the order of the types
   */
  static Map<String, List<Method>> of(List<String> constraints, List<Class<?>> types, Path folder) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-cp", classPath(), "-d", folder.toString()));
    for (int i = 0; i < constraints.size(); i++) {
      Path file = folder.resolve("Fixture" + i + ".java");
      write(file, source("Fixture" + i, constraints.get(i), types));
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result = compiler.run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new AssertionError("the fixtures do not compile");
    }
    ClassLoader loader = loader(folder);
    Map<String, List<Method>> methods = new LinkedHashMap<>();
    for (int i = 0; i < constraints.size(); i++) {
      methods.put(constraints.get(i), methods(loader, "Fixture" + i, types));
    }
    return methods;
  }

  private static List<Method> methods(ClassLoader loader, String name, List<Class<?>> types) {
    try {
      Class<?> fixture = loader.loadClass(name);
      List<Method> methods = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        methods.add(fixture.getMethod("m" + i, types.get(i)));
      }
      return methods;
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(name, missing);
    }
  }

  private static String source(String name, String constraint, List<Class<?>> types) {
    StringBuilder source =
        new StringBuilder("import jakarta.validation.constraints.*;\n")
            .append("import org.hibernate.validator.constraints.Range;\n")
            .append("import org.hibernate.validator.constraints.Length;\n")
            .append("import org.hibernate.validator.constraints.time.*;\n")
            .append("@SuppressWarnings(\"rawtypes\")\npublic class ")
            .append(name)
            .append(" {\n");
    for (int i = 0; i < types.size(); i++) {
      source
          .append("  public void m")
          .append(i)
          .append("(")
          .append(constraint)
          .append(" ")
          .append(types.get(i).getCanonicalName())
          .append(" value) {}\n");
    }
    return source.append("}\n").toString();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ClassLoader loader(Path folder) {
    try {
      return new URLClassLoader(
          new URL[] {folder.toUri().toURL()}, Fixtures.class.getClassLoader());
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
