package dev.tenon.testkit.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to make objects of a class.
 *
 * @param parts what it takes
 * @param how makes one of them
 */
record Maker(List<Part> parts, How how) {

  /** Makes an object. */
  interface How {
    Object of(Map<String, @Nullable Object> parts) throws ReflectiveOperationException;
  }
}
