package dev.tenon.testkit.relation;

import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The domains of the roots while values are drawn, narrowed step by step. */
final class Slots {

  private final Map<String, Domain> roots;

  Slots(Map<String, Domain> roots) {
    this.roots = new LinkedHashMap<>(roots);
  }

  Map<String, Domain> roots() {
    return roots;
  }

  /** The domain of a value; null when it cannot be decided. */
  @Nullable Domain at(Path path) {
    Domain domain = roots.get(path.root());
    for (String step : path.steps()) {
      domain = domain == null ? null : domain.part(step);
    }
    return domain;
  }

  /**
   * Narrows a value that can be decided.
   *
   * @throws EmptyDomainException if nothing is left
   */
  void narrow(Path path, Limits limits) {
    Domain root = roots.get(path.root());
    if (root != null) {
      roots.put(path.root(), narrowed(root, path.steps(), limits));
    }
  }

  private static Domain narrowed(Domain domain, List<String> steps, Limits limits) {
    if (steps.isEmpty()) {
      return domain.narrow(limits);
    }
    Domain present = domain.narrow(Limits.present());
    Domain part = present.part(steps.get(0));
    return part == null
        ? present
        : present.with(steps.get(0), narrowed(part, steps.subList(1, steps.size()), limits));
  }
}
