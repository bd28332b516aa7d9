package dev.tenon.testkit.domain;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collections, maps, arrays and optionals, which can be changed where the JDK's own can.
 *
 * @param kinds what finds how elements are made
 */
record Containers(Kinds kinds) {

  @Nullable Kind kind(Place place) {
    Class<?> raw = place.typed().raw();
    if (raw.isArray()) {
      Domain elements = kinds.domain(place.component(place.typed().arguments().get(0)));
      Class<?> component = raw.getComponentType();
      return new Sequence(raw, elements, false, drawn -> array(component, drawn));
    }
    if (raw == Optional.class) {
      return new Held(
          raw, kinds.domain(nullable(place.element("?", place.typed().argument(raw, 0)))));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(place);
    }
    if (raw == Iterator.class) {
      return sequence(place, raw, false, List::iterator);
    }
    if (raw == Stream.class) {
      return sequence(place, raw, false, List::stream);
    }
    return Iterable.class.isAssignableFrom(raw) ? collection(place) : null;
  }

  /** An empty one has null in it, as a validator sees it: so that is allowed unless forbidden. */
  private static Place nullable(Place element) {
    return new Place(
        element.name(),
        element.typed(),
        element.seen(),
        element.unseen(),
        false,
        element.isCascaded(),
        element.nested(),
        element.isTerse());
  }

  private static Object array(Class<?> component, List<@Nullable Object> drawn) {
    Object array = Array.newInstance(component, drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      Array.set(array, i, drawn.get(i));
    }
    return array;
  }

  private @Nullable Kind collection(Place place) {
    Class<?> raw = place.typed().raw();
    if (SortedSet.class.isAssignableFrom(raw) && raw.isAssignableFrom(TreeSet.class)) {
      return sequence(place, Iterable.class, true, TreeSet::new);
    }
    if (raw.isAssignableFrom(ArrayList.class)) {
      return sequence(place, Iterable.class, false, ArrayList::new);
    }
    if (raw.isAssignableFrom(LinkedHashSet.class)) {
      return sequence(place, Iterable.class, true, LinkedHashSet::new);
    }
    if (raw.isInterface() && raw.isAssignableFrom(ArrayDeque.class)) {
      return sequence(place, Iterable.class, false, ArrayDeque::new);
    }
    Constructor<?> constructor = noArguments(raw);
    return constructor == null || !Collection.class.isAssignableFrom(raw)
        ? null
        : sequence(
            place,
            Iterable.class,
            Set.class.isAssignableFrom(raw),
            drawn -> filled(constructor, drawn));
  }

  private Kind sequence(
      Place place,
      Class<?> declaring,
      boolean isSet,
      Function<List<@Nullable Object>, Object> packed) {
    Class<?> raw = place.typed().raw();
    Typed argument = place.typed().argument(declaring, 0);
    Typed element = SortedSet.class.isAssignableFrom(raw) ? comparable(argument, place) : argument;
    Values elements = kinds.domain(place.element("[]", element));
    boolean refusesNull =
        SortedSet.class.isAssignableFrom(raw)
            || (Queue.class.isAssignableFrom(raw) && !List.class.isAssignableFrom(raw));
    return new Sequence(raw, refusesNull ? elements.present() : elements, isSet, packed);
  }

  /** What is sorted is compared; what is said to be anything is a text. */
  private static Typed comparable(Typed element, Place place) {
    if (element.raw() == Object.class) {
      return Typed.of(String.class, Map.of());
    }
    if (!Comparable.class.isAssignableFrom(Types.boxed(element.raw()))) {
      throw Missing.of(
          place.typed().raw(),
          place.name(),
          ", since " + Types.name(element.raw()) + " is not Comparable");
    }
    return element;
  }

  @SuppressWarnings("unchecked")
  private static Object filled(Constructor<?> constructor, List<@Nullable Object> drawn) {
    Collection<@Nullable Object> collection = (Collection<@Nullable Object>) made(constructor);
    collection.addAll(drawn);
    return collection;
  }

  private static Object made(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new NoValueException("cannot make " + constructor + ": " + e);
    }
  }

  private static @Nullable Constructor<?> noArguments(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return null;
    }
    try {
      Constructor<?> constructor = type.getConstructor();
      return constructor.trySetAccessible() || Modifier.isPublic(type.getModifiers())
          ? constructor
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private @Nullable Kind map(Place place) {
    Class<?> raw = place.typed().raw();
    Function<Map<@Nullable Object, @Nullable Object>, Object> packed = packed(raw);
    if (packed == null) {
      return null;
    }
    Typed argument = place.typed().argument(Map.class, 0);
    Typed key = SortedMap.class.isAssignableFrom(raw) ? comparable(argument, place) : argument;
    Values keys = kinds.domain(place.element("{}", key));
    boolean mayBeNull =
        Nullness.isNullable(key.annotations()) && !SortedMap.class.isAssignableFrom(raw);
    Domain some =
        mayBeNull || keys.limits().presence() == Limits.Presence.ABSENT ? keys : keys.present();
    Values values = kinds.domain(place.element("{=}", place.typed().argument(Map.class, 1)));
    boolean refusesNull = ConcurrentMap.class.isAssignableFrom(raw);
    return new Mapping(
        raw,
        new Sequence(Set.class, some, true, LinkedHashSet::new),
        refusesNull ? values.present() : values,
        packed);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Function<Map<@Nullable Object, @Nullable Object>, Object> packed(
      Class<?> raw) {
    if (raw.isAssignableFrom(LinkedHashMap.class)) {
      return LinkedHashMap::new;
    }
    if (raw.isAssignableFrom(HashMap.class)) {
      return HashMap::new;
    }
    if (raw.isAssignableFrom(TreeMap.class)) {
      return TreeMap::new;
    }
    if (raw.isAssignableFrom(ConcurrentSkipListMap.class)) {
      return ConcurrentSkipListMap::new;
    }
    Constructor<?> constructor = noArguments(raw);
    return constructor == null
        ? null
        : entries -> {
          Map<@Nullable Object, @Nullable Object> map =
              (Map<@Nullable Object, @Nullable Object>) made(constructor);
          map.putAll(entries);
          return map;
        };
  }
}
