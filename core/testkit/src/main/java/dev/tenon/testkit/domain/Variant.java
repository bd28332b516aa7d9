package dev.tenon.testkit.domain;

/**
 * A domain that is narrower than another, or beside it, for a reason.
 *
 * @param what which bound or constraint it is about, such as {@code @Positive amount: 0}
 * @param domain the values
 */
public record Variant(String what, Domain domain) {

  /** The same, about a part of something. */
  Variant in(String place, Domain whole) {
    return new Variant(place + ": " + what, whole);
  }
}
