package dev.tenon.scenario;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import java.util.ArrayList;
import java.util.List;

/** Changes modes for one scenario. */
final class Modes {

  private static final List<String> CHANGED = new ArrayList<>();

  private Modes() {}

  static void set(String target, Mode mode) {
    String pattern = "dev.tenon.scenario." + target;
    Seams.policy().mode(pattern, mode);
    CHANGED.add(pattern);
  }

  static void reset() {
    CHANGED.forEach(Seams.policy()::reset);
    CHANGED.clear();
  }
}
