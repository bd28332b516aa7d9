package dev.tenon.testkit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testkit.choice.Choices;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path.ParameterNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A method whose parameters are drawn, and the validator that says whether they are valid. */
final class Validated {

  static final Clock NOON = Clock.fixed(Instant.parse("2024-06-15T12:00:00Z"), ZoneOffset.UTC);

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .clockProvider(() -> NOON)
          .messageInterpolator(new Templates())
          .buildValidatorFactory()
          .getValidator();

  private final Method method;
  private final Object target;
  private final List<Domain> domains = new ArrayList<>();

  Validated(Method method) {
    this.method = method;
    this.target = target(method.getDeclaringClass());
    Domains all = Domains.of(Map.of(), NOON, Joint.APART);
    for (Parameter each : method.getParameters()) {
      domains.add(all.of(each.getAnnotatedType(), List.of(each), each.getName()));
    }
  }

  private static Object target(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> null);
  }

  Domain domain(int parameter) {
    return domains.get(parameter);
  }

  Object[] drawn(long seed) {
    Choices choices = Choices.random(seed);
    return domains.stream().map(each -> each.draw(choices)).toArray();
  }

  /** One of them from a variant of its domain. */
  Object[] drawn(long seed, int parameter, Variant variant) {
    Object[] arguments = new Object[domains.size()];
    for (int i = 0; i < arguments.length; i++) {
      Choices choices = i == parameter ? Choices.random(seed) : Choices.of(List.of());
      arguments[i] = (i == parameter ? variant.domain() : domains.get(i)).draw(choices);
    }
    return arguments;
  }

  void requireValid(Object[] arguments) {
    Set<? extends ConstraintViolation<?>> violations = violations(arguments);
    if (!violations.isEmpty()) {
      assertThat(violations)
          .as("%s of %s", method.getName(), Arrays.deepToString(arguments))
          .isEmpty();
    }
  }

  void requireInvalid(Object[] arguments, int parameter, Variant variant) {
    boolean isInvalid =
        violations(arguments).stream().anyMatch(each -> parameter(each) == parameter);
    if (!isInvalid) {
      assertThat(isInvalid)
          .as("%s %s: %s", method.getName(), variant, Arrays.deepToString(arguments))
          .isTrue();
    }
  }

  private Set<? extends ConstraintViolation<?>> violations(Object[] arguments) {
    return VALIDATOR.forExecutables().validateParameters(target, method, arguments);
  }

  /** Messages as they are written, which is enough here. */
  private static final class Templates implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  private static int parameter(ConstraintViolation<?> violation) {
    Iterator<jakarta.validation.Path.Node> path = violation.getPropertyPath().iterator();
    path.next();
    return path.next().as(ParameterNode.class).getParameterIndex();
  }
}
