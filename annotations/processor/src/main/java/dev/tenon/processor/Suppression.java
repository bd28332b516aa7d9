package dev.tenon.processor;

import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Tells where {@code @SuppressWarnings("tenon")} stands. */
final class Suppression {

  private Suppression() {}

  static boolean isSuppressed(@Nullable Element element) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && List.of(suppressed.value()).contains("tenon")) {
        return true;
      }
    }
    return false;
  }
}
