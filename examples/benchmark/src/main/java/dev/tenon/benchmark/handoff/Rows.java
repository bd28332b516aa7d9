package dev.tenon.benchmark.handoff;

import java.util.List;
import java.util.stream.Stream;

/** All rows, in the order of the table. */
public final class Rows {

  private static final List<Row> ALL =
      Stream.of(
              Peers.holding(),
              Clauses.rows(),
              Megamorphic.rows(),
              Sized.rows(),
              Peers.broken(),
              Peers.in(Phase.FIRST_COMPILER, "first compiler"),
              Peers.in(Phase.INTERPRETED, "interpreter"))
          .flatMap(List::stream)
          .toList();

  private Rows() {}

  /** All of them. */
  public static List<Row> all() {
    return ALL;
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Row named(String name) {
    return ALL.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no row " + name + "; there are " + ALL.stream().map(Row::name).toList()));
  }
}
