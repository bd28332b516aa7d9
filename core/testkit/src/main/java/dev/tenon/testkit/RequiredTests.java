package dev.tenon.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Treats every test class as if it carried {@link RequiresTenon}. JUnit finds it when {@code
 * junit.jupiter.extensions.autodetection.enabled} is {@code true}, and it does nothing unless
 * {@value RequiredRun#KEY} is so as well. Not for use by name.
 *
 * <p>Thread-safe.
 */
public final class RequiredTests
    implements BeforeAllCallback,
        AfterAllCallback,
        TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  private final TenonExtension extension = new TenonExtension();

  /** Made by JUnit. */
  public RequiredTests() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isRequired(context)) {
      extension.beforeAll(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (isRequired(context)) {
      extension.afterAll(context);
    }
  }

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    if (isRequired(context)) {
      extension.preConstructTestInstance(factory, context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (isRequired(context)) {
      extension.beforeEach(context);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (isRequired(context)) {
      extension.afterEach(context);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return isRequired(context) && extension.supportsParameter(parameter, context);
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return extension.resolveParameter(parameter, context);
  }

  /** Not where the annotation does the same already. */
  private static boolean isRequired(ExtensionContext context) {
    return context
            .getConfigurationParameter(RequiredRun.KEY)
            .map(Boolean::parseBoolean)
            .orElse(false)
        && !TenonExtension.isAnnotated(context);
  }
}
