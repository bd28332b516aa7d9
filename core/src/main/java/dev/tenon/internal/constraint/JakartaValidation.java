package dev.tenon.internal.constraint;

import dev.tenon.model.Clause;
import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintDefinitionException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.GroupDefinitionException;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.MethodDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A validator of Jakarta Bean Validation. Loaded only where that is present. */
final class JakartaValidation implements Validation {

  private final Validator all;
  private final ExecutableValidator validator;
  private final ClockProvider clocks;
  private final Duration tolerance;

  JakartaValidation(Validator validator, ClockProvider clocks, Duration tolerance) {
    this.all = validator;
    this.validator = validator.forExecutables();
    this.clocks = clocks;
    this.tolerance = tolerance;
  }

  @Override
  public boolean isMapped(Class<?> receiver, Constrained constrained) {
    if (!(constrained.executable() instanceof Method method)) {
      return false;
    }
    BeanDescriptor bean;
    try {
      bean = all.getConstraintsForClass(receiver);
    } catch (ValidationException declared) {
      return false;
    }
    MethodDescriptor known =
        bean.getConstraintsForMethod(method.getName(), method.getParameterTypes());
    if (known == null) {
      // Where generics come between, it is another method to the validator.
      return false;
    }
    return !areKnown(constrained.of(Clause.Role.REQUIRES), known)
        || !areKnown(constrained.of(Clause.Role.ENSURES), known);
  }

  private static boolean areKnown(List<Constraint> constraints, MethodDescriptor known) {
    for (Constraint each : constraints) {
      int root = each.position().root();
      if (each.isCascade() || root == Position.CROSS || !each.position().steps().isEmpty()) {
        continue;
      }
      ElementDescriptor at =
          root == Position.RESULT
              ? known.getReturnValueDescriptor()
              : known.getParameterDescriptors().get(root);
      boolean isKnown = false;
      for (ConstraintDescriptor<?> one : at.getConstraintDescriptors()) {
        isKnown |= one.getAnnotation().equals(each.annotation());
      }
      if (!isKnown) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Clock clock() {
    return clocks.getClock();
  }

  @Override
  public Duration tolerance() {
    return tolerance;
  }

  @Override
  public List<Breach> parameters(
      @Nullable Object self, Executable executable, @Nullable Object[] arguments) {
    return breaches(
        () ->
            executable instanceof Method method && self != null
                ? validator.validateParameters(self, method, arguments)
                : validator.validateConstructorParameters((Constructor<?>) executable, arguments));
  }

  @Override
  public List<Breach> result(
      @Nullable Object self, Executable executable, @Nullable Object result) {
    return breaches(
        () ->
            executable instanceof Method method && self != null
                ? validator.validateReturnValue(self, method, result)
                : made((Constructor<?>) executable, result));
  }

  @SuppressWarnings("unchecked")
  private Set<? extends ConstraintViolation<?>> made(
      Constructor<?> constructor, @Nullable Object made) {
    return validator.validateConstructorReturnValue((Constructor<Object>) constructor, made);
  }

  private static List<Breach> breaches(Supplier<Set<? extends ConstraintViolation<?>>> asking) {
    Set<? extends ConstraintViolation<?>> found;
    try {
      found = asking.get();
    } catch (ConstraintDeclarationException
        | ConstraintDefinitionException
        | GroupDefinitionException declared) {
      throw new DeclarationProblem(declared);
    }
    if (found.isEmpty()) {
      return List.of();
    }
    List<Breach> breaches = new ArrayList<>();
    for (ConstraintViolation<?> each : found) {
      breaches.add(breach(each));
    }
    return breaches;
  }

  private static Breach breach(ConstraintViolation<?> violation) {
    int root = Position.CROSS;
    List<Integer> arguments = new ArrayList<>();
    boolean isCascaded = false;
    for (Path.Node node : violation.getPropertyPath()) {
      ElementKind kind = node.getKind();
      if (kind == ElementKind.PARAMETER) {
        root = node.as(Path.ParameterNode.class).getParameterIndex();
      } else if (kind == ElementKind.RETURN_VALUE) {
        root = Position.RESULT;
      } else if (kind == ElementKind.CONTAINER_ELEMENT) {
        Integer argument = node.as(Path.ContainerElementNode.class).getTypeArgumentIndex();
        arguments.add(argument == null ? 0 : argument);
      } else if (kind == ElementKind.PROPERTY || kind == ElementKind.BEAN) {
        isCascaded = true;
      }
    }
    return new Breach(
        violation.getConstraintDescriptor().getAnnotation(),
        root,
        arguments,
        violation.getInvalidValue() == whole(violation, root),
        isCascaded,
        violation.getMessage(),
        violation.getPropertyPath().toString());
  }

  private static @Nullable Object whole(ConstraintViolation<?> violation, int root) {
    if (root >= 0) {
      return violation.getExecutableParameters()[root];
    }
    return root == Position.RESULT ? violation.getExecutableReturnValue() : null;
  }
}
