package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps.
 *
 * @param type their type
 * @param keys as a set
 * @param values the domain of the values
 * @param packed makes one of its entries
 */
record Mapping(
    Class<?> type,
    Sequence keys,
    Domain values,
    Function<Map<@Nullable Object, @Nullable Object>, Object> packed)
    implements Kind {

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    boolean isTerse = values instanceof Values some && some.isTerse();
    Bounds kept = isTerse ? bounds.and(Bounds.sizes(null, bounds.smallest())) : bounds;
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Object each : (Iterable<?>) keys.draw(kept, choices)) {
      map.put(each, values.draw(choices));
    }
    return packed.apply(map);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return Types.isInstance(type, value)
        && value instanceof Map<?, ?> map
        && bounds.isSize(map.size())
        && map.keySet().stream().allMatch(keys.elements()::holds)
        && map.values().stream().allMatch(values::holds);
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    return keys.isEmpty(bounds);
  }

  @Override
  public List<String> opaque() {
    List<String> opaque = new ArrayList<>(keys.opaque());
    opaque.addAll(values.opaque());
    return opaque;
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>();
    for (Change each : keys.edges(bounds)) {
      edges.add(new Change(each.what(), ofKeys((Sequence) each.kind()), each.bounds()));
    }
    if (bounds.largest() > 0) {
      edges.addAll(ofValues(values.edges()));
    }
    return edges;
  }

  @Override
  public List<Change> outside() {
    List<Change> outside = new ArrayList<>();
    for (Change each : keys.outside()) {
      outside.add(new Change(each.what(), ofKeys((Sequence) each.kind()), each.bounds()));
    }
    outside.addAll(ofValues(values.outside()));
    return outside;
  }

  private Mapping ofKeys(Sequence other) {
    return new Mapping(type, other, values, packed);
  }

  private List<Change> ofValues(List<Variant> variants) {
    return variants.stream()
        .map(
            each ->
                new Change(
                    each.what(),
                    new Mapping(type, keys, each.domain(), packed),
                    Bounds.sizes(1, null)))
        .toList();
  }

  @Override
  public String text(Bounds bounds) {
    return Kind.super.text(bounds)
        + " of ("
        + keys.elements().text()
        + ") to ("
        + values.text()
        + ")";
  }
}
