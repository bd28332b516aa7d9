package dev.tenon.scenario;

import dev.tenon.Seams;
import java.util.List;

/** A way in which a supplier is guarded. */
enum Door {
  /** A checking proxy, without an agent. */
  PROXY,
  /** The supplier's class woven, by the agent or at build. */
  WOVEN,
  /** A checking proxy in front of a woven supplier: still one handoff. */
  PROXY_BEFORE_WOVEN;

  /** The doors of this JVM. */
  static List<Door> open() {
    return Seams.status().isAgentAttached() || isAtBuild()
        ? List.of(WOVEN, PROXY_BEFORE_WOVEN)
        : List.of(PROXY);
  }

  /** Whether the classes of the tests were woven at build. */
  static boolean isAtBuild() {
    return Boolean.getBoolean("tenon.at-build");
  }

  <S> S guard(Class<S> seam, S supplier) {
    return this == WOVEN ? supplier : Seams.guard(seam, supplier);
  }
}
