package dev.tenon.testkit.relation;

import dev.tenon.testkit.domain.Limits;

/** What a part of a clause demands, in a form that values can be drawn by. */
sealed interface Demand {

  /**
   * A relation of a sum to 0.
   *
   * @param form the sum
   * @param relation how it is to 0
   * @param origin the clause, as messages name it
   */
  record Linear(LinearForm form, Relation relation, String origin) implements Demand {}

  /** How a sum is to 0. */
  enum Relation {
    /** At most 0. */
    AT_MOST,
    /** Less than 0. */
    BELOW,
    /** 0. */
    EQUAL,
    /** Not 0. */
    UNEQUAL
  }

  /**
   * Limits of one value.
   *
   * @param path the value
   * @param limits its limits
   */
  record Alone(Path path, Limits limits) implements Demand {}

  /**
   * Two values are equal, or not.
   *
   * @param one the value that is drawn first
   * @param other the other
   * @param isEqual whether they are equal
   */
  record Same(Path one, Path other, boolean isEqual) implements Demand {}

  /**
   * A value is among the elements of a collection, or the keys of a map, or not.
   *
   * @param element the value
   * @param of the collection or map
   * @param isIn whether it is there
   */
  record Member(Path element, Path of, boolean isIn) implements Demand {}
}
