package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Kind.Change;
import dev.tenon.testkit.domain.Limits.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A domain: a kind of values, null or not, and what is demanded of them. */
final class Values implements Domain {

  private static final int ONE_NULL_IN = 8;

  private final String name;
  private final Kind kind;
  private final Bounds base;
  private final List<Demand> demands;
  private final List<String> opaque;
  private final Bounds bounds;
  private final boolean isKindEmpty;

  private Values(String name, Kind kind, Bounds base, List<Demand> demands, List<String> opaque) {
    this.name = name;
    this.kind = kind;
    this.base = base;
    this.demands = demands;
    this.opaque = opaque;
    Bounds all = base;
    for (Demand each : demands) {
      all = all.and(each.in());
    }
    this.bounds = all.ofType(kind.type());
    this.isKindEmpty = !all.isOnlyNull() && kind.isEmpty(bounds);
  }

  /**
   * The values of a place.
   *
   * @throws EmptyDomainException if the demands leave nothing, or nothing but null
   */
  static Values of(
      String name, Kind kind, boolean isNullable, List<Demand> demands, List<String> opaque) {
    boolean isAbsent = demands.stream().anyMatch(each -> each.in().isOnlyNull());
    Bounds base = isNullable || isAbsent ? Bounds.NONE : Bounds.PRESENT;
    Values values = new Values(name, kind, base, List.copyOf(demands), opaque);
    if (values.isKindEmpty || isEmpty(kind, values.bounds)) {
      throw empty(kind, base, demands);
    }
    return values;
  }

  /** Names the fewest demands that leave nothing together. */
  private static EmptyDomainException empty(Kind kind, Bounds base, List<Demand> demands) {
    List<Demand> needed = new ArrayList<>(demands);
    for (Demand each : demands) {
      List<Demand> fewer = new ArrayList<>(needed);
      fewer.remove(each);
      Values rest = new Values("", kind, base, fewer, List.of());
      if (rest.isKindEmpty || isEmpty(kind, rest.bounds)) {
        needed = fewer;
      }
    }
    return new EmptyDomainException(
        Origins.text(needed.stream().map(Demand::origin).toList())
            + " leave nothing of "
            + kind.text(Bounds.NONE));
  }

  private static boolean isEmpty(Kind kind, Bounds bounds) {
    Limits limits = bounds.limits();
    List<@Nullable Object> only = limits.only();
    if (only != null) {
      return only.stream().noneMatch(each -> holds(kind, bounds, each));
    }
    return switch (limits.presence()) {
      case IMPOSSIBLE -> true;
      case ABSENT -> bounds.isExcepted(null);
      case PRESENT -> kind.isEmpty(bounds);
      case ANY -> bounds.isExcepted(null) && kind.isEmpty(bounds);
    };
  }

  private static boolean holds(Kind kind, Bounds bounds, @Nullable Object value) {
    if (bounds.isExcepted(value) || !bounds.isAmong(value)) {
      return false;
    }
    Presence presence = bounds.limits().presence();
    if (value == null) {
      return presence == Presence.ANY || presence == Presence.ABSENT;
    }
    return (presence == Presence.ANY || presence == Presence.PRESENT) && kind.holds(value, bounds);
  }

  @Override
  public Class<?> type() {
    return kind.type();
  }

  @Override
  public Limits limits() {
    return bounds.limits();
  }

  @Override
  public Values narrow(Limits further) {
    List<Demand> more = new ArrayList<>(demands);
    more.add(Demand.of(further));
    Values narrower = new Values(name, kind, base, List.copyOf(more), opaque);
    if (isEmpty(kind, narrower.bounds)) {
      throw empty(kind, base, more);
    }
    return narrower;
  }

  @Override
  public @Nullable Object draw(Choices choices) {
    List<@Nullable Object> only = limits().only();
    if (only != null) {
      return choices.pick(only.stream().filter(this::holds).toList());
    }
    return isNull(choices) ? null : drawPresent(choices);
  }

  /** Draws one that is not null, although it might be. */
  Object drawPresent(Choices choices) {
    Object drawn =
        Tries.until(choices, from -> kind.draw(bounds, from), each -> !bounds.isExcepted(each));
    if (drawn == null) {
      throw new NoValueException("found no " + text() + " for " + name);
    }
    return drawn;
  }

  private boolean isNull(Choices choices) {
    return switch (limits().presence()) {
      case ABSENT -> true;
      case ANY ->
          !bounds.isExcepted(null)
              && (kind.isTerse() || isKindEmpty || choices.isOneIn(ONE_NULL_IN));
      case PRESENT, IMPOSSIBLE -> false;
    };
  }

  @Override
  public boolean holds(@Nullable Object value) {
    return holds(kind, bounds, value);
  }

  /** The same without null, which whatever holds them does not take. */
  Values present() {
    return new Values(name, kind, base.and(Bounds.PRESENT), demands, opaque);
  }

  boolean isTerse() {
    return kind.isTerse();
  }

  @Nullable List<Object> all(int most) {
    List<Object> all = kind.all(bounds, most);
    return all == null ? null : all.stream().filter(this::holds).toList();
  }

  @Override
  public @Nullable Domain part(String accessor) {
    return kind.part(accessor);
  }

  @Override
  public Values with(String accessor, Domain part) {
    return of(kind.with(accessor, part));
  }

  @Override
  public @Nullable Domain element() {
    return kind.element();
  }

  @Override
  public Values withElement(Domain element) {
    return of(kind.withElement(element));
  }

  private Values of(Kind other) {
    return new Values(name, other, base, demands, opaque);
  }

  private Values of(Kind other, Bounds further) {
    return new Values(name, other, further, List.of(), opaque);
  }

  @Override
  public List<String> opaque() {
    List<String> all = new ArrayList<>(opaque);
    all.addAll(kind.opaque());
    return all;
  }

  @Override
  public List<Variant> edges() {
    List<Variant> edges = new ArrayList<>();
    if (holds(null)) {
      add(name + ": null", kind, bounds.and(Bounds.of(Limits.absent())), edges);
    }
    if (limits().presence() == Presence.ABSENT || limits().only() != null) {
      return edges;
    }
    for (Change each : kind.edges(bounds)) {
      add(named(each), each.kind(), bounds.and(each.bounds()).and(Bounds.PRESENT), edges);
    }
    return edges;
  }

  @Override
  public List<Variant> outside() {
    Map<Bounds, String> broken = new LinkedHashMap<>();
    for (Demand each : demands) {
      for (Bounds out : each.isSeen() ? each.out() : List.<Bounds>of()) {
        Bounds outside = outside(each, out);
        if (outside != null) {
          broken.merge(
              outside, Origins.text(List.of(each.origin())), (one, other) -> one + " and " + other);
        }
      }
    }
    List<Variant> variants = new ArrayList<>();
    broken.forEach((out, what) -> add(what + ": " + kind.said(out), kind, out, variants));
    if (limits().presence() != Presence.ABSENT) {
      for (Change each : kind.outside()) {
        add(named(each), each.kind(), bounds.and(each.bounds()).and(Bounds.PRESENT), variants);
      }
    }
    return variants;
  }

  /** What is inside names its own place. */
  private String named(Change change) {
    return change.what().startsWith(":") ? name + change.what() : change.what();
  }

  /** What breaks one demand and keeps the others as far as that can be. */
  private @Nullable Bounds outside(Demand broken, Bounds out) {
    if (out.isOnlyNull() && kind.type().isPrimitive()) {
      return null;
    }
    Bounds others = Bounds.NONE;
    for (Demand each : demands) {
      others = each.equals(broken) ? others : others.and(each.in());
    }
    Bounds wrong = out.isOnlyNull() ? out : out.and(Bounds.PRESENT);
    Bounds outside = unnamed(others.and(wrong));
    if (isEmpty(kind, outside)) {
      outside = unnamed(others.without(wrong).and(wrong));
    }
    if (isEmpty(kind, outside)) {
      outside = unnamed(wrong);
    }
    return isEmpty(kind, outside) ? null : outside;
  }

  private static Bounds unnamed(Bounds bounds) {
    Limits all = bounds.limits();
    return new Bounds(
        new Limits(
            all.presence(),
            all.number(),
            all.steps(),
            all.size(),
            all.matching(),
            all.notMatching(),
            all.only(),
            all.except(),
            List.of()),
        bounds.traits());
  }

  /** Leaves out what cannot be made, such as a text of a size that its pattern never has. */
  private void add(String what, Kind other, Bounds further, List<Variant> variants) {
    if (isEmpty(other, further)) {
      return;
    }
    Values values = of(other, further);
    boolean isNew = variants.stream().noneMatch(each -> each.what().equals(what));
    if (isNew && values.isDrawable()) {
      variants.add(new Variant(what, values));
    }
  }

  private boolean isDrawable() {
    try {
      return holds(draw(Choices.of(List.of())));
    } catch (NoValueException e) {
      return false;
    }
  }

  @Override
  public String text() {
    boolean mayBeNull = limits().presence() == Presence.ANY && !kind.type().isPrimitive();
    return bounds.isOnlyNull() ? "null" : kind.text(bounds) + (mayBeNull ? " or null" : "");
  }

  @Override
  public String toString() {
    return text();
  }
}
