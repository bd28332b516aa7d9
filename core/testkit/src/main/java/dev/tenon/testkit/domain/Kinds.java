package dev.tenon.testkit.domain;

import dev.tenon.testkit.domain.Made.Depth;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Finds how the values of a place are made. */
final class Kinds {

  private static final Map<Class<?>, Class<?>> OPTIONAL_NUMBERS =
      Map.of(
          OptionalInt.class, Integer.class,
          OptionalLong.class, Long.class,
          OptionalDouble.class, Double.class);

  private final Map<Type, Arbitrary<?>> provided;
  private final Moments moments;
  private final Joint joint;

  Kinds(Map<Type, Arbitrary<?>> provided, Moments moments, Joint joint) {
    this.provided = provided;
    this.moments = moments;
    this.joint = joint;
  }

  /** The domain of a place, with its constraints. */
  Values domain(Place place) {
    Class<?> raw = place.typed().raw();
    Class<?> number = OPTIONAL_NUMBERS.get(raw);
    if (number != null && provided(place.typed()) == null) {
      Values content = domain(place.as(new Typed(number, number, List.of(), List.of())), true);
      return Values.of(
          place.name(),
          new Held(raw, content),
          Nullness.isNullable(place.all()),
          List.of(),
          List.of());
    }
    return domain(place, place.isNullable());
  }

  private Values domain(Place place, boolean isNullable) {
    Class<?> raw = place.typed().raw();
    Demands seen = Demands.of(place.annotations(), raw, place.name(), moments, true);
    List<Annotation> others = new ArrayList<>(place.unseen());
    others.removeAll(place.annotations());
    Demands unseen = Demands.of(others, raw, place.name(), moments, false);
    List<Demand> demands = new ArrayList<>(seen.known());
    demands.addAll(unseen.known());
    List<String> opaque = new ArrayList<>(seen.opaque());
    opaque.addAll(unseen.opaque());
    return Values.of(place.name(), kind(place), isNullable, demands, opaque);
  }

  private @Nullable Arbitrary<?> provided(Typed typed) {
    Arbitrary<?> exact = provided.get(typed.type());
    return exact == null ? provided.get(typed.raw()) : exact;
  }

  Kind kind(Place place) {
    Class<?> raw = place.typed().raw();
    Arbitrary<?> arbitrary = provided(place.typed());
    if (arbitrary != null) {
      return new Provided(raw, arbitrary, knownBesides(place));
    }
    Kind known = simple(place);
    if (known == null) {
      known = new Containers(this).kind(place);
    }
    return known == null ? object(place) : known;
  }

  private @Nullable Kind knownBesides(Place place) {
    try {
      Kind simple = simple(place);
      return simple == null ? new Containers(this).kind(place) : simple;
    } catch (NoValueException e) {
      return null;
    }
  }

  private @Nullable Kind simple(Place place) {
    Class<?> raw = place.typed().raw();
    Scale scale = Scale.number(raw);
    if (scale != null) {
      return Whole.of(scale);
    }
    if (Numbers.isFloating(raw) || raw == BigDecimal.class) {
      return Decimal.of(raw);
    }
    if (raw == Number.class) {
      return number();
    }
    if (CharSequence.class.isAssignableFrom(raw) && raw.isAssignableFrom(String.class)) {
      return new Text(raw);
    }
    Times times = Times.of(raw, moments.clock().getZone());
    return times == null ? new Constants(this).kind(place) : Whole.of(times.scale());
  }

  private static Kind number() {
    List<Kind> numbers = new ArrayList<>();
    for (Class<?> each : List.of(Integer.class, Long.class, BigInteger.class)) {
      Scale scale = Scale.number(each);
      if (scale != null) {
        numbers.add(Whole.of(scale));
      }
    }
    numbers.add(Decimal.of(BigDecimal.class));
    numbers.add(Decimal.of(Double.class));
    return Either.of(Number.class, () -> numbers, false);
  }

  private Kind object(Place place) {
    Class<?> raw = place.typed().raw();
    if (raw.isSealed()) {
      return Either.of(raw, once(() -> permitted(place)), place.isMadeTerse());
    }
    if (place.isEndless()) {
      throw Missing.of(raw, place.name(), ", which needs another one without end");
    }
    Maker maker = raw.isPrimitive() || raw.isAnnotation() ? null : Makers.of(place.typed());
    if (maker == null) {
      throw Missing.of(raw, place.name(), "");
    }
    return new Made(raw, maker, once(() -> parts(place, maker)), joint, depth(place));
  }

  private static Depth depth(Place place) {
    List<String> opaque = new ArrayList<>();
    Constraint.of(Arrays.asList(place.typed().raw().getAnnotations()))
        .forEach(each -> opaque.add(each.shown() + " on " + place.name()));
    return new Depth(place.isMadeTerse(), place.isShallow(), place.isCascaded(), opaque);
  }

  private Map<String, Domain> parts(Place place, Maker maker) {
    Map<String, Domain> parts = new LinkedHashMap<>();
    for (Part each : maker.parts()) {
      parts.put(each.name(), domain(place.part(each)));
    }
    return parts;
  }

  /** Those that mention the sealed type are the last: they nest. */
  private List<Kind> permitted(Place place) {
    Class<?> sealed = place.typed().raw();
    List<Class<?>> classes = new ArrayList<>(Arrays.asList(sealed.getPermittedSubclasses()));
    classes.sort(Comparator.comparingInt((Class<?> each) -> complexity(sealed, each)));
    List<Kind> kinds = new ArrayList<>();
    if (!Modifier.isAbstract(sealed.getModifiers())) {
      Maker own = Makers.of(place.typed());
      if (own != null) {
        kinds.add(new Made(sealed, own, once(() -> parts(place, own)), joint, depth(place)));
      }
    }
    for (Class<?> each : classes) {
      Place below = place.as(place.typed().below(each));
      if (!below.isEndless()) {
        kinds.add(kind(below));
      }
    }
    return kinds;
  }

  private static int complexity(Class<?> sealed, Class<?> one) {
    if (one.isEnum()) {
      return 0;
    }
    long nested =
        Arrays.stream(one.getDeclaredFields())
            .filter(each -> !Modifier.isStatic(each.getModifiers()))
            .filter(
                each ->
                    each.getType().isAssignableFrom(sealed)
                        || sealed.isAssignableFrom(each.getType()))
            .count();
    return (int)
        Math.min(Integer.MAX_VALUE / 2, nested * 1_000 + one.getDeclaredFields().length + 1);
  }

  /** Parts are found when they are needed, since they may be nested without end. */
  private static <T> Supplier<T> once(Supplier<T> made) {
    return new Supplier<>() {
      private @Nullable T known;

      @Override
      public synchronized T get() {
        T its = known;
        if (its == null) {
          its = made.get();
          known = its;
        }
        return its;
      }
    };
  }
}
