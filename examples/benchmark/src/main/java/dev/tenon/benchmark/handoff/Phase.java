package dev.tenon.benchmark.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the JVM runs what is measured. */
public enum Phase {
  /** By all its compilers. */
  COMPILED(null),
  /** By the first compiler alone, as while an application gets warm. */
  FIRST_COMPILER("-XX:TieredStopAtLevel=1"),
  /** By the interpreter. */
  INTERPRETED("-Xint");

  private final @Nullable String option;

  Phase(@Nullable String option) {
    this.option = option;
  }

  /** The options of the JVM. */
  public List<String> options() {
    return option == null ? List.of() : List.of(option);
  }
}
