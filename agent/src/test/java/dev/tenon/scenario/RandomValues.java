package dev.tenon.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a {@link RandomSeam} takes and gives. */
final class RandomValues {

  /** The types of values: as written, with a place for what is inside, and what stands there. */
  enum Kind {
    TEXT("String"),
    INT("int"),
    WHOLE("Integer"),
    LONG("Long"),
    DOUBLE("double"),
    DECIMAL("java.math.BigDecimal"),
    TRUTH("Boolean"),
    TEXTS("java.util.List<%sString>"),
    NUMBERS("java.util.Set<%sInteger>"),
    COUNTS("java.util.Map<%sString, %sInteger>"),
    PERHAPS("java.util.Optional<%sInteger>"),
    NESTED("java.util.List<java.util.List<%sString>>"),
    ARRAY("int[]"),
    BEAN("Bean"),
    STAGED("Staged"),
    BEANS("java.util.List<%sBean>");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  private static final List<String> TEXTS =
      Arrays.asList(
          null, "", " ", "a", "ab", "abc", "a@b", "12", "-1", "1e3", "\u2003", "\uD83D\uDE00");

  private RandomValues() {}

  static @Nullable Object of(Kind kind, Random random) {
    boolean isNull = random.nextInt(6) == 0;
    return switch (kind) {
      case TEXT -> text(random);
      case INT -> random.nextInt(7) - 3;
      case WHOLE -> isNull ? null : whole(random);
      case LONG ->
          isNull
              ? null
              : (Object) (random.nextInt(4) == 0 ? Long.MIN_VALUE : random.nextInt(5) - 2L);
      case DOUBLE -> List.of(0.0, -0.0, 1e300, 0.5, 1.0, 2.0, -1.5).get(random.nextInt(7));
      case DECIMAL ->
          isNull
              ? null
              : new BigDecimal(List.of("0", "0.5", "1.10", "2", "-3").get(random.nextInt(5)));
      case TRUTH -> isNull ? null : (Object) random.nextBoolean();
      case TEXTS -> isNull ? null : texts(random);
      case NUMBERS -> isNull ? null : Set.of(whole(random));
      case COUNTS -> isNull ? null : Collections.singletonMap(text(random), whole(random));
      case PERHAPS ->
          isNull
              ? null
              : (Object) (random.nextBoolean() ? Optional.empty() : Optional.of(whole(random)));
      case NESTED -> isNull ? null : (Object) List.of(texts(random), texts(random));
      case ARRAY -> isNull ? null : new int[random.nextInt(3)];
      case BEAN -> isNull ? null : bean("Bean", random);
      case STAGED -> isNull ? null : bean("Staged", random);
      case BEANS -> isNull ? null : beans(random);
    };
  }

  private static Integer whole(Random random) {
    return random.nextInt(7) - 3;
  }

  private static @Nullable String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static List<String> texts(Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> text(random))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object bean(String type, Random random) {
    return Beans.of(type, text(random), whole(random));
  }

  private static List<Object> beans(Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> random.nextInt(6) == 0 ? null : bean("Bean", random))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Where the classes of the beans are found. */
  static void useBeans(ClassLoader loader) {
    Beans.loader = loader;
  }

  /** Makes the beans of the generated code. */
  private static final class Beans {

    private static @Nullable ClassLoader loader;

    static Object of(String type, @Nullable String name, Integer count) {
      try {
        return Class.forName("constrained." + type, true, loader)
            .getConstructor(String.class, int.class)
            .newInstance(name, count);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }
}
