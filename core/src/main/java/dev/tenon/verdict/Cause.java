package dev.tenon.verdict;

import java.io.Serializable;

/**
 * Why a clause has no truth.
 *
 * <p>Immutable.
 *
 * @param isMoved whether the clause gave two answers when asked twice
 * @param text what happened, as a verb phrase
 */
public record Cause(boolean isMoved, String text) implements Serializable {

  /** The JDK's explanation of a null pointer is longer than a value. */
  private static final int MESSAGE_WIDTH = 300;

  /**
   * The clause threw.
   *
   * @param thrown what it threw
   * @param isSensitive whether the clause reads values that must not be shown, so that the message
   *     of what it threw must not be shown either
   * @return the cause; it quotes the messages of the JDK's own exceptions alone, since another
   *     {@code getMessage} is application code
   */
  public static Cause threw(Throwable thrown, boolean isSensitive) {
    String text = "threw " + Rendering.typeName(thrown.getClass());
    if (isSensitive || thrown.getClass().getClassLoader() != null) {
      return new Cause(false, text);
    }
    String message = thrown.getMessage();
    return new Cause(false, message == null ? text : text + ": " + Line.of(message, MESSAGE_WIDTH));
  }

  /**
   * The clause was false, and true when asked again.
   *
   * @return the cause
   */
  public static Cause moved() {
    return new Cause(true, "moved: it was false, and true when asked again");
  }
}
