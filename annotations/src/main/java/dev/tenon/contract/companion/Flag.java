package dev.tenon.contract.companion;

/**
 * Whether the thread it belongs to is evaluating a clause.
 *
 * <p>A mutable field, not an accessor: it must be released by a plain field write in a {@code
 * finally}, because a call there may itself overflow the stack and leave the thread unchecked for
 * ever. The run time's own flags extend it by what finds them.
 */
public class Flag {

  /** True while the thread evaluates a clause, captures an old value or renders evidence. */
  public boolean on;

  /** A flag that is off. */
  public Flag() {}
}
