package dev.tenon.scenario.pricing;

/** A generic operation, which the seam below it inherits. */
public interface Box<T> {

  /** Puts something in, and gives what was in. */
  T put(T thing);

  /** The seam. */
  interface OfText extends Box<String> {}
}
