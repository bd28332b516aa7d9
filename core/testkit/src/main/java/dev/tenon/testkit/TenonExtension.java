package dev.tenon.testkit;

import dev.tenon.Seams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link RequiresTenon} does. Thread-safe. */
final class TenonExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TenonExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Seams.requireActive(seams(context));
    begin(context, false);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (isBegun(context)) {
      end(context);
      // What was met in the tests and turned out not to be enforced.
      Seams.requireActive(seams(context));
    }
  }

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    // Its fields may be mocks, and it may be made by another thread than the class was begun by.
    Recordings.listenToMocks();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin(context, true);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Violations.class && recording(context) != null;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Recording recording = recording(context);
    return recording == null ? null : new Violations(recording);
  }

  /** Whether a class or one that it is nested in carries the annotation. */
  static boolean isAnnotated(ExtensionContext context) {
    return !annotations(context).isEmpty();
  }

  /** That of the innermost annotation. */
  private static Mocks mocks(ExtensionContext context) {
    return annotations(context).stream()
        .findFirst()
        .map(RequiresTenon::mocks)
        .orElse(Mocks.CHECKED);
  }

  private static Class<?>[] seams(ExtensionContext context) {
    return annotations(context).stream()
        .flatMap(annotation -> Arrays.stream(annotation.seams()))
        .distinct()
        .toArray(Class<?>[]::new);
  }

  private static List<RequiresTenon> annotations(ExtensionContext context) {
    List<RequiresTenon> found = new ArrayList<>();
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      at.get()
          .getTestClass()
          .flatMap(type -> AnnotationSupport.findAnnotation(type, RequiresTenon.class))
          .ifPresent(found::add);
      at = at.get().getParent();
    }
    return found;
  }

  private static void begin(ExtensionContext context, boolean isOfTest) {
    context
        .getStore(NAMESPACE)
        .put(context.getUniqueId(), Recordings.installed().begin(isOfTest, mocks(context)));
  }

  private static boolean isBegun(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(context.getUniqueId()) != null;
  }

  private static void end(ExtensionContext context) {
    Recording recording =
        context.getStore(NAMESPACE).remove(context.getUniqueId(), Recording.class);
    if (recording != null) {
      long errors = Recordings.installed().end(recording);
      Throwable thrown = context.getExecutionException().orElse(null);
      Optional<AssertionError> failure = Unasked.of(recording, errors, thrown);
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private static @Nullable Recording recording(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(context.getUniqueId(), Recording.class);
  }
}
