package dev.tenon.testkit.suite;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the queries of a made-up supplier may say next: its parts, drawn as a map.
 *
 * @param seam the seam
 * @param queries the values of each query, by name
 */
record State(Class<?> seam, Map<String, Domain> queries) implements Domain {

  State {
    queries = Map.copyOf(queries);
  }

  @Override
  public Class<?> type() {
    return seam;
  }

  @Override
  public Limits limits() {
    return Limits.present();
  }

  @Override
  public Domain narrow(Limits further) {
    if (further.presence() == Limits.Presence.ABSENT) {
      throw new EmptyDomainException("the supplier itself is not null");
    }
    return this;
  }

  @Override
  public @Nullable Domain part(String accessor) {
    return queries.get(accessor);
  }

  @Override
  public Domain with(String accessor, Domain part) {
    Map<String, Domain> others = new LinkedHashMap<>(queries);
    others.put(accessor, part);
    return new State(seam, others);
  }

  @Override
  public Object draw(Choices choices) {
    Map<String, @Nullable Object> drawn = new LinkedHashMap<>();
    queries.keySet().stream().sorted().forEach(name -> drawn.put(name, drawn(name, choices)));
    return drawn;
  }

  private @Nullable Object drawn(String name, Choices choices) {
    Domain domain = queries.get(name);
    return domain == null ? null : domain.draw(choices);
  }

  @Override
  public boolean holds(@Nullable Object value) {
    return value != null;
  }

  @Override
  public String text() {
    return "the state of " + seam.getName();
  }
}
