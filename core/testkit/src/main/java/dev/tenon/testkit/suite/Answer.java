package dev.tenon.testkit.suite;

/**
 * What an adversary answered.
 *
 * <p>Immutable.
 *
 * @param call the call, as Java writes it
 * @param answer the value, or the exception that it threw
 * @param because what it shows of which clause; empty for an answer like any other
 */
public record Answer(String call, String answer, String because) {

  /**
   * The line for people.
   *
   * @return the line
   */
  public String text() {
    return call + " " + answer + (because.isEmpty() ? "" : "   (allowed: " + because + ")");
  }
}
