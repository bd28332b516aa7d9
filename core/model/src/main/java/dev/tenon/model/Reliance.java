package dev.tenon.model;

import java.util.List;

/**
 * One thing that a client's view relies on: a guarantee, an exception clause, or a constraint on
 * what is returned.
 *
 * <p>Immutable.
 *
 * @param operation the name of the operation
 * @param descriptor its erased descriptor, as in a class file
 * @param text what is relied on, as written: {@code result > 0}, {@code @NotEmpty result}
 * @param promisedBy what visibly promises it, as written; empty if nothing does
 */
public record Reliance(String operation, String descriptor, String text, List<String> promisedBy) {

  /**
   * Keeps a copy.
   *
   * @param operation the name of the operation
   * @param descriptor its erased descriptor, as in a class file
   * @param text what is relied on, as written
   * @param promisedBy what visibly promises it, as written; empty if nothing does
   */
  public Reliance {
    promisedBy = List.copyOf(promisedBy);
  }

  /**
   * Whether it visibly follows from what is promised to whoever keeps the preconditions.
   *
   * @return false also where their structure does not show it
   */
  public boolean isPromised() {
    return !promisedBy.isEmpty();
  }
}
