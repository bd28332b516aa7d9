package dev.tenon.processor;

import com.sun.source.util.Trees;
import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds javac behind the environment that a processor is given. */
final class Environments {

  private Environments() {}

  /** The trees of javac; null under another compiler or behind an unknown wrapper. */
  static @Nullable Trees trees(ProcessingEnvironment environment) {
    try {
      return Trees.instance(unwrapped(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return null;
    }
  }

  /** IntelliJ IDEA wraps the environment and offers this way in. */
  private static ProcessingEnvironment unwrapped(ProcessingEnvironment environment) {
    try {
      ClassLoader loader = environment.getClass().getClassLoader();
      if (loader == null) {
        return environment;
      }
      Class<?> wrappers = loader.loadClass("org.jetbrains.jps.javac.APIWrappers");
      Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
      Object inside = unwrap.invoke(null, ProcessingEnvironment.class, environment);
      return inside instanceof ProcessingEnvironment found ? found : environment;
    } catch (ReflectiveOperationException e) {
      return environment;
    }
  }
}
