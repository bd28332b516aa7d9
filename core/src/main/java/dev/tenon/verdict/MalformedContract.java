package dev.tenon.verdict;

import java.io.Serial;

/**
 * A contract that cannot be used as it is written: a misuse of the library, raised when the
 * contract is read.
 *
 * <p>Its message names the file, the clause and the nearest valid form.
 */
public class MalformedContract extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A contract that cannot be used.
   *
   * @param message what is wrong, where, and what would be right
   */
  public MalformedContract(String message) {
    super(message);
  }

  /**
   * A contract that cannot be used because something failed.
   *
   * @param message what is wrong, where, and what would be right
   * @param cause what failed
   */
  public MalformedContract(String message, Throwable cause) {
    super(message, cause);
  }
}
