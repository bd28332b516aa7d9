package dev.tenon.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random declarations, compiled and guarded, against what Hibernate Validator says of the same
 * calls. More of them with {@code -Dtenon.constraints.programs=2000}.
 */
@Tag("made-at-run-time")
class RandomConstraintIT implements Scenario {

  private static final int PROGRAMS = Integer.getInteger("tenon.constraints.programs", 120);
  private static final int CALLS = 40;
  private static final String NAME = "constrained.";

  @TempDir Path directory;

  @EveryDoor
  void no_call_is_judged_otherwise_than_the_validator_says(Door door) throws Exception {
    ExecutableValidator validator = relaxed().forExecutables();
    List<RandomSeam> seams = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      seams.add(new RandomSeam(i, new Random(i)));
    }
    ClassLoader loader = RandomSeam.compile(seams, directory);
    Seams.policy().mode(NAME + "*", Mode.OBSERVE);
    long errors = Seams.ledger().errors();
    Tally tally = new Tally();
    try {
      for (RandomSeam each : seams) {
        compare(each, loader, door, validator, tally);
      }
    } finally {
      Seams.policy().reset(NAME + "*");
    }

    assertThat(tally.disagreements.stream().limit(5)).isEmpty();
    assertThat(Seams.ledger().errors()).isEqualTo(errors);
    assertThat(tally.calls).isEqualTo(PROGRAMS * CALLS);
    assertThat(tally.brokenAtEntry).isGreaterThan(PROGRAMS * 5);
    assertThat(tally.brokenAtExit).isGreaterThan(PROGRAMS);
  }

  private static Validator relaxed() {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .allowOverridingMethodAlterParameterConstraint(true)
        .allowMultipleCascadedValidationOnReturnValues(true)
        .allowParallelMethodsDefineParameterConstraints(true)
        .buildValidatorFactory()
        .getValidator();
  }

  /** What was seen. */
  private static final class Tally {
    private int calls;
    private int brokenAtEntry;
    private int brokenAtExit;
    private final List<String> disagreements = new ArrayList<>();
  }

  private static void compare(
      RandomSeam seam, ClassLoader loader, Door door, ExecutableValidator validator, Tally tally)
      throws Exception {
    Class<?> type = Class.forName(NAME + seam.seam(), true, loader);
    Class<?> implementation = Class.forName(NAME + seam.implementation(), true, loader);
    Object supplier = implementation.getDeclaredConstructor().newInstance();
    Object guarded = guard(door, type, supplier);
    Method calling =
        Class.forName(NAME + seam.client(), true, loader).getMethod("call", type, Object[].class);
    Method operation =
        Arrays.stream(type.getMethods())
            .filter(each -> each.getName().equals("run"))
            .findFirst()
            .orElseThrow();
    Field field = implementation.getField("result");
    // It is declared by a class that is not public.
    field.setAccessible(true);
    Random random = new Random(seam.number());
    for (int i = 0; i < CALLS; i++) {
      Object[] arguments = seam.arguments(random);
      Object result = seam.result(random);
      field.set(supplier, result);
      Set<String> before = keys(validator.validateParameters(supplier, operation, arguments));
      Set<String> expected =
          before.isEmpty()
              ? keys(validator.validateReturnValue(supplier, operation, result))
              : before;
      List<Violation> recorded = recorded(() -> calling.invoke(null, guarded, arguments));
      Set<String> found = new HashSet<>();
      for (Violation each : recorded) {
        found.add(each.clause().text());
        each.also().stream().map(Citation::text).forEach(found::add);
      }
      tally.calls++;
      tally.brokenAtEntry += before.isEmpty() ? 0 : 1;
      tally.brokenAtExit += before.isEmpty() && !expected.isEmpty() ? 1 : 0;
      // What an override that asks less was called with may break what it promises itself as well.
      if (found.isEmpty() != expected.isEmpty()
          || (recorded.size() == 1 && found.size() != expected.size())) {
        tally.disagreements.add(
            seam.source()
                + "\n"
                + Arrays.deepToString(arguments)
                + " returns "
                + result
                + "\n  the validator: "
                + expected
                + "\n  Tenon: "
                + recorded);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Object guard(Door door, Class<?> type, Object supplier) {
    return door.guard((Class<Object>) type, supplier);
  }

  /** A call of the operation. */
  private interface Call {
    void run() throws Exception;
  }

  private static List<Violation> recorded(Call call) throws Exception {
    long before = Seams.ledger().violations() + Seams.ledger().undecided();
    call.run();
    long count = Seams.ledger().violations() + Seams.ledger().undecided() - before;
    List<Violation> recent = Seams.ledger().recent();
    return recent.subList(recent.size() - (int) count, recent.size());
  }

  /** One for each constraint that is broken, however often. */
  private static Set<String> keys(Set<? extends ConstraintViolation<?>> violations) {
    Set<String> keys = new HashSet<>();
    for (ConstraintViolation<?> each : violations) {
      StringBuilder key = new StringBuilder();
      boolean isCascaded = false;
      for (Node node : each.getPropertyPath()) {
        isCascaded |= node.getKind() == ElementKind.PROPERTY;
        if (node.getKind() == ElementKind.PARAMETER) {
          key.append(node.getName());
        } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT) {
          key.append(node.getName());
        }
      }
      Object annotation = isCascaded ? "Valid" : each.getConstraintDescriptor().getAnnotation();
      keys.add(isCascaded ? head(key) + annotation : key + " " + annotation);
    }
    return keys;
  }

  private static String head(StringBuilder key) {
    int end = key.indexOf("<");
    return end < 0 ? key.toString() : key.substring(0, end);
  }
}
