package dev.tenon.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.Flag;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares every translation with the reference implementation on the class path. The build runs it
 * with each version that is supported.
 */
@Tag("every-validator")
class SameAnswersTest {

  private static final int TRIES = 1_000_000;
  private static final long SEED = 20_260_101L;

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-29T12:00:00.123456789Z"), ZoneOffset.UTC);

  /** A clock and a tolerance. */
  private record World(Clock clock, Duration tolerance) {}

  private static final List<World> WORLDS =
      List.of(
          new World(NOON, Duration.ZERO),
          new World(NOON, Duration.ofHours(1)),
          new World(NOON, Duration.ofDays(-31)),
          new World(
              Clock.fixed(Instant.parse("2024-02-29T23:59:59.999Z"), ZoneId.of("Europe/Berlin")),
              Duration.ofSeconds(1)),
          new World(
              Clock.fixed(Instant.parse("2025-12-31T10:00:00Z"), ZoneId.of("Pacific/Apia")),
              Duration.ZERO),
          new World(
              Clock.fixed(Instant.parse("1969-12-31T23:59:59.5Z"), ZoneId.of("America/St_Johns")),
              Duration.ofNanos(1)));

  /** One constraint on one type. */
  private record Case(String constraint, Class<?> type, Method method, Translation translation) {}

  @TempDir static Path folder;

  private static Map<String, List<Method>> fixtures = Map.of();

  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<Class<?>, Object> targets = new LinkedHashMap<>();
  private final Map<Translation, MethodHandle> tests = new IdentityHashMap<>();

  @BeforeAll
  static void compile() {
    List<String> all = new ArrayList<>(Written.NO_TIMES);
    all.addAll(Written.TIMES);
    fixtures = Fixtures.of(all, Samples.types(), folder);
  }

  @Test
  void the_version_is_the_one_that_the_build_means() {
    assertThat(Hibernate.version()).startsWith(System.getProperty("tenon.validator", "9."));
  }

  @Test
  void edges_get_the_same_answer() throws Throwable {
    compareEdges(Written.NO_TIMES, WORLDS.get(0));
    report("edges");
    assertThat(disagreements).isEmpty();
    assertThat(counts.get("HOLDS")).isGreaterThan(50_000);
    assertThat(counts.get("BROKEN")).isGreaterThan(50_000);
    assertThat(counts.get("FAILED")).isGreaterThan(100);
    assertThat(counts.get("MISPLACED")).isGreaterThan(10_000);
  }

  @Test
  void times_get_the_same_answer_by_every_clock_and_tolerance() throws Throwable {
    for (World world : WORLDS) {
      compareEdges(Written.TIMES, world);
    }
    report("times");
    assertThat(disagreements).isEmpty();
    assertThat(counts.get("HOLDS")).isGreaterThan(5_000);
    assertThat(counts.get("BROKEN")).isGreaterThan(5_000);
  }

  @Test
  void a_million_random_values_get_the_same_answer() throws Throwable {
    World world = WORLDS.get(0);
    SplittableRandom random = new SplittableRandom(SEED);
    List<Case> inlined =
        cases(List.copyOf(fixtures.keySet()), world).stream()
            .filter(each -> each.translation() instanceof Translation.Inlined)
            .toList();
    int accepted = 0;
    try (Hibernate hibernate = new Hibernate(world.clock(), world.tolerance())) {
      while (accepted < TRIES) {
        Case drawn = inlined.get(random.nextInt(inlined.size()));
        Object value = Samples.random(drawn.type(), world.clock(), random);
        if (value != null) {
          accepted++;
          compare(drawn, value, hibernate);
        }
      }
    }
    report(accepted + " random values, seed " + SEED);
    assertThat(disagreements).isEmpty();
    assertThat(accepted).isEqualTo(TRIES);
    assertThat(counts.get("HOLDS")).isGreaterThan(TRIES / 5);
    assertThat(counts.get("BROKEN")).isGreaterThan(TRIES / 5);
  }

  @Test
  void the_email_constraint_alone_is_delegated() {
    List<Case> delegated =
        cases(Written.NO_TIMES, WORLDS.get(0)).stream()
            .filter(each -> each.translation() instanceof Translation.Delegated)
            .toList();
    assertThat(delegated).hasSize(Samples.types().size());
    assertThat(delegated).allMatch(each -> each.constraint().equals("@Email"));
  }

  private List<Case> cases(List<String> constraints, World world) {
    Dialect dialect =
        Dialect.of(
            SameAnswersTest.class.getClassLoader(), world::clock, world.tolerance(), Flag::new);
    List<Case> cases = new ArrayList<>();
    for (String constraint : constraints) {
      for (Method method : fixtures.get(constraint)) {
        Class<?> type = method.getParameterTypes()[0];
        Annotation annotation = method.getParameterAnnotations()[0][0];
        cases.add(new Case(constraint, type, method, Translations.of(annotation, type, dialect)));
      }
    }
    return cases;
  }

  private void compareEdges(List<String> constraints, World world) throws Throwable {
    try (Hibernate hibernate = new Hibernate(world.clock(), world.tolerance())) {
      for (Case each : cases(constraints, world)) {
        if (each.translation() instanceof Translation.Delegated) {
          continue;
        }
        List<Object> values = Samples.edges(each.type(), world.clock(), world.tolerance());
        boolean isInlined = each.translation() instanceof Translation.Inlined;
        // What is misplaced is so for each value.
        for (Object value : isInlined ? values : values.subList(0, Math.min(3, values.size()))) {
          compare(each, value, hibernate);
        }
      }
    }
  }

  private void compare(Case asked, Object value, Hibernate hibernate) throws Throwable {
    Hibernate.Answer answer = hibernate.ask(target(asked.method()), asked.method(), value);
    counts.merge(answer.kind().name(), 1, Integer::sum);
    String ours = answer(asked, value, answer);
    if (!ours.equals(answer.kind().name())) {
      disagreements.add(
          asked.constraint()
              + " "
              + asked.type().getTypeName()
              + " of "
              + Samples.show(value)
              + ": "
              + ours
              + ", but "
              + answer);
    }
  }

  private String answer(Case asked, Object value, Hibernate.Answer theirs) {
    if (asked.translation() instanceof Translation.Misplaced misplaced) {
      boolean isUnseen = value == null && asked.type().getName().startsWith("java.util.Optional");
      String code = code(misplaced, asked.type());
      return theirs.text().contains(code) || (isUnseen && theirs.kind() == Hibernate.Kind.HOLDS)
          ? theirs.kind().name()
          : misplaced.problem();
    }
    MethodHandle test =
        tests.computeIfAbsent(
            asked.translation(),
            each -> {
              MethodHandle handle = ((Translation.Inlined) each).test();
              assertThat(handle.type())
                  .isEqualTo(MethodType.methodType(boolean.class, asked.type()));
              return handle.asType(MethodType.methodType(boolean.class, Object.class));
            });
    try {
      return (boolean) test.invokeExact(value) ? "HOLDS" : "BROKEN";
    } catch (Throwable failure) {
      return "FAILED";
    }
  }

  private static String code(Translation.Misplaced misplaced, Class<?> type) {
    String code = misplaced.problem().substring(0, "HV000000".length());
    // The reference implementation mistakes the one for the other.
    return code.equals("HV000019") && Map.class.isAssignableFrom(type) ? "HV000020" : code;
  }

  private Object target(Method method) throws ReflectiveOperationException {
    Class<?> type = method.getDeclaringClass();
    Object target = targets.get(type);
    if (target == null) {
      target = type.getConstructor().newInstance();
      targets.put(type, target);
    }
    return target;
  }

  private void report(String what) {
    System.out.println(
        "Bean Validation, "
            + what
            + ", reference implementation "
            + Hibernate.version()
            + ": "
            + counts
            + ", "
            + disagreements.size()
            + " disagreements");
  }
}
