package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Trait.Form;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collections and arrays.
 *
 * @param type their type
 * @param elements the domain of the elements
 * @param isSet whether no two elements are equal
 * @param packed makes one of its elements
 */
record Sequence(
    Class<?> type, Domain elements, boolean isSet, Function<List<@Nullable Object>, Object> packed)
    implements Kind {

  private static final int LARGEST_EDGE = 300;
  private static final int FEW = 500;
  private static final int SHAPES = 8;

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    List<@Nullable Object> drawn =
        isDistinct(bounds) ? distinct(bounds, choices) : free(bounds, choices);
    return packed.apply(drawn);
  }

  private boolean isDistinct(Bounds bounds) {
    return isSet || bounds.has(Form.DISTINCT);
  }

  private int most(Bounds bounds) {
    return elements instanceof Values values && values.isTerse()
        ? bounds.smallest()
        : bounds.largest();
  }

  private List<@Nullable Object> free(Bounds bounds, Choices choices) {
    boolean isTwin = bounds.refused(Form.DISTINCT) != null;
    int most = most(bounds);
    int shape = most > 1 ? choices.next(SHAPES) : 0;
    List<@Nullable Object> drawn = new ArrayList<>();
    Size size =
        Size.draw(isTwin ? Math.max(2, bounds.smallest()) : bounds.smallest(), most, choices);
    int begun = choices.begin();
    while (size.isMore(drawn.size())) {
      drawn.add(elements.draw(choices));
      choices.end(begun);
      begun = choices.begin();
    }
    if (shape == SHAPES - 1 || isTwin) {
      Collections.fill(drawn, drawn.isEmpty() ? null : drawn.get(0));
    } else if (shape == SHAPES - 2) {
      sort(drawn);
    }
    return drawn;
  }

  @SuppressWarnings("unchecked")
  private static void sort(List<@Nullable Object> drawn) {
    if (drawn.stream().allMatch(Comparable.class::isInstance)
        && drawn.stream().map(each -> each.getClass()).distinct().count() == 1) {
      drawn.sort((one, other) -> ((Comparable<@Nullable Object>) one).compareTo(other));
    }
  }

  private List<@Nullable Object> distinct(Bounds bounds, Choices choices) {
    List<Object> all = all(elements);
    Set<@Nullable Object> drawn = new java.util.LinkedHashSet<>();
    Size size = Size.draw(bounds.smallest(), most(bounds), choices);
    int begun = choices.begin();
    while (size.isMore(drawn.size())) {
      if (!(all == null ? addAny(drawn, choices) : addOf(all, drawn, choices))) {
        break;
      }
      choices.end(begun);
      begun = choices.begin();
    }
    if (drawn.size() < bounds.smallest()) {
      throw new NoValueException(
          "found only " + drawn.size() + " different " + elements.text() + " for " + text(bounds));
    }
    return new ArrayList<>(drawn);
  }

  static @Nullable List<Object> all(Domain elements) {
    return elements instanceof Values values ? values.all(FEW) : null;
  }

  private boolean addAny(Set<@Nullable Object> drawn, Choices choices) {
    Object[] one =
        Tries.until(
            choices, from -> new Object[] {elements.draw(from)}, each -> drawn.add(each[0]));
    return one != null;
  }

  private static boolean addOf(List<Object> all, Set<@Nullable Object> drawn, Choices choices) {
    List<Object> left = all.stream().filter(each -> !drawn.contains(each)).toList();
    return !left.isEmpty() && drawn.add(choices.pick(left));
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    List<@Nullable Object> unpacked = Types.isInstance(type, value) ? unpacked(value) : null;
    if (unpacked == null) {
      return type.isInstance(value);
    }
    Trait twin = bounds.refused(Form.DISTINCT);
    boolean isDistinct = new HashSet<>(unpacked).size() == unpacked.size();
    return bounds.isSize(unpacked.size())
        && (isDistinct || !isDistinct(bounds))
        && (twin == null || !isDistinct)
        && unpacked.stream().allMatch(elements::holds);
  }

  private static @Nullable List<@Nullable Object> unpacked(Object value) {
    if (value instanceof Iterable<?> iterable) {
      List<@Nullable Object> unpacked = new ArrayList<>();
      iterable.forEach(unpacked::add);
      return unpacked;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    if (!value.getClass().isArray()) {
      return null;
    }
    List<@Nullable Object> unpacked = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      unpacked.add(Array.get(value, i));
    }
    return unpacked;
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    if (bounds.smallest() > bounds.largest() || bounds.limits().size().whole().isEmpty()) {
      return true;
    }
    boolean isTwin = bounds.refused(Form.DISTINCT) != null;
    if (isTwin && (isSet || bounds.largest() < 2)) {
      return true;
    }
    List<Object> all = isDistinct(bounds) && bounds.smallest() > 0 ? all(elements) : null;
    return all != null && all.size() + (elements.holds(null) ? 1 : 0) < bounds.smallest();
  }

  @Override
  public Domain element() {
    return elements;
  }

  @Override
  public Kind withElement(Domain element) {
    return new Sequence(type, element, isSet, packed);
  }

  @Override
  public List<String> opaque() {
    return elements.opaque();
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>();
    List<Object> all = isDistinct(bounds) ? all(elements) : null;
    for (Change each : Text.sizes(this, bounds, LARGEST_EDGE)) {
      if (all == null || all.size() >= each.bounds().smallest()) {
        edges.add(each);
      }
    }
    if (bounds.largest() > 0 && most(bounds) > 0) {
      edges.addAll(some(elements.edges(), bounds));
    }
    return edges;
  }

  @Override
  public List<Change> outside() {
    return some(elements.outside(), Bounds.NONE);
  }

  /** At least one of the elements: all of them are, and there is one. */
  private List<Change> some(List<Variant> variants, Bounds bounds) {
    List<Change> some = new ArrayList<>();
    for (Variant each : variants) {
      int least = Math.max(1, bounds.smallest());
      List<Object> all = isDistinct(bounds) ? all(each.domain()) : null;
      if (all == null || all.size() + (each.domain().holds(null) ? 1 : 0) >= least) {
        some.add(
            new Change(
                each.what(),
                withElement(each.domain()),
                Bounds.sizes(isDistinct(bounds) ? least : 1, isSet ? least : null)));
      }
    }
    return some;
  }

  @Override
  public String text(Bounds bounds) {
    return Kind.super.text(bounds) + " of (" + elements.text() + ")";
  }
}
