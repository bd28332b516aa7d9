package dev.tenon.testkit.suite;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that have been passed or returned before: whoever passes one again sees what became of it.
 *
 * @param like what values of that place may be
 * @param values the values, at least one
 */
record Reused(Domain like, List<Object> values) implements Domain {

  Reused {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new EmptyDomainException("nothing to use again for " + like.text());
    }
  }

  @Override
  public Class<?> type() {
    return like.type();
  }

  @Override
  public Limits limits() {
    return like.limits();
  }

  @Override
  public Domain narrow(Limits further) {
    Domain narrower = like.narrow(further);
    return new Reused(narrower, values.stream().filter(narrower::holds).toList());
  }

  @Override
  public Object draw(Choices choices) {
    return choices.pick(values);
  }

  @Override
  public boolean holds(@Nullable Object value) {
    return value != null && values.contains(value) && like.holds(value);
  }

  @Override
  public String text() {
    return like.text() + ", used before";
  }
}
