package dev.tenon.testkit.engine;

import dev.tenon.testkit.ContractSuite;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Finds suites by class, and by the identity of one or of a property of it: then all of it runs.
 */
final class ClassResolver implements SelectorResolver {

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return resolve(selector.getJavaClass(), context);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    for (UniqueId.Segment each : selector.getUniqueId().getSegments()) {
      if (each.getType().equals("class")) {
        return ReflectionSupport.tryToLoadClass(each.getValue())
            .toOptional()
            .map(type -> resolve(type, context))
            .orElse(Resolution.unresolved());
      }
    }
    return Resolution.unresolved();
  }

  /** An abstract class is what others extend. */
  static boolean isSuite(Class<?> type) {
    return type.isAnnotationPresent(ContractSuite.class)
        && !Modifier.isAbstract(type.getModifiers());
  }

  private static Resolution resolve(Class<?> type, Context context) {
    if (!isSuite(type)) {
      return Resolution.unresolved();
    }
    return context
        .addToParent(parent -> Optional.of(new Descriptors.OfClass(parent, type)))
        .map(found -> Resolution.match(Match.exact(found)))
        .orElse(Resolution.unresolved());
  }
}
