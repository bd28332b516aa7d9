package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are made of parts.
 *
 * @param type their class
 * @param maker how one is made
 * @param parts the domains of the parts
 * @param joint what draws them together
 * @param depth how it is nested
 */
record Made(
    Class<?> type, Maker maker, Supplier<Map<String, Domain>> parts, Joint joint, Depth depth)
    implements Kind {

  /**
   * How objects are nested.
   *
   * @param isTerse whether it would not end otherwise
   * @param isShallow whether its parts are looked at for variants
   * @param isCascaded whether a validator of the outermost looks into it
   * @param opaque constraints of the class
   */
  record Depth(boolean isTerse, boolean isShallow, boolean isCascaded, List<String> opaque) {}

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    Map<String, Domain> domains = parts.get();
    AtomicReference<@Nullable Throwable> last = new AtomicReference<>();
    Object made =
        Tries.until(
            choices,
            from -> {
              try {
                return maker.how().of(joint.draw(type, domains, from));
              } catch (InvocationTargetException e) {
                last.set(e.getCause());
                return null;
              } catch (ReflectiveOperationException e) {
                throw new NoValueException("cannot make " + Types.name(type) + ": " + e);
              }
            },
            each -> !bounds.isExcepted(each) && joint.accepts(each));
    if (made == null) {
      throw new NoValueException(
          "no parts drawn in two hundred tries made a "
              + Types.name(type)
              + "; the last was refused with "
              + last.get()
              + ": add constraints to the parts, an invariant to the class, or to the suite  "
              + Missing.method(type));
    }
    return made;
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return Types.isInstance(type, value) && (depth.isTerse() || hasParts(value));
  }

  private boolean hasParts(Object value) {
    Map<String, Domain> domains = parts.get();
    for (Part each : maker.parts()) {
      Domain domain = domains.get(each.name());
      if (domain != null && each.isReadable() && !domain.holds(each.read(value))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    return false;
  }

  @Override
  public boolean isTerse() {
    return depth.isTerse();
  }

  @Override
  public @Nullable Domain part(String accessor) {
    Map<String, Domain> domains = parts.get();
    Domain exact = domains.get(accessor);
    return exact == null ? domains.get(Types.property(accessor)) : exact;
  }

  @Override
  public Made with(String accessor, Domain part) {
    Map<String, Domain> domains = new LinkedHashMap<>(parts.get());
    String name = domains.containsKey(accessor) ? accessor : Types.property(accessor);
    if (!domains.containsKey(name)) {
      throw new IllegalArgumentException(accessor + " is no part of " + Types.name(type));
    }
    domains.put(name, part);
    return new Made(type, maker, () -> domains, joint, depth);
  }

  @Override
  public List<String> opaque() {
    if (!depth.isShallow()) {
      return depth.opaque();
    }
    List<String> opaque = new ArrayList<>(depth.opaque());
    parts.get().values().forEach(each -> opaque.addAll(each.opaque()));
    return opaque;
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>();
    if (depth.isShallow()) {
      parts.get().forEach((name, part) -> add(name, part.edges(), edges));
    }
    return edges;
  }

  @Override
  public List<Change> outside() {
    List<Change> outside = new ArrayList<>();
    if (depth.isShallow() && depth.isCascaded()) {
      parts.get().forEach((name, part) -> add(name, part.outside(), outside));
    }
    return outside;
  }

  private void add(String name, List<Variant> variants, List<Change> changes) {
    for (Variant each : variants) {
      changes.add(new Change(each.what(), with(name, each.domain()), Bounds.NONE));
    }
  }

  @Override
  public String text(Bounds bounds) {
    return type.getSimpleName();
  }
}
