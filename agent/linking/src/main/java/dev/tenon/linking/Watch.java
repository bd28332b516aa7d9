package dev.tenon.linking;

/**
 * Who is told of what goes wrong while sites are linked. Implementations are thread-safe and throw
 * nothing.
 */
public interface Watch {

  /**
   * Whether a call that cannot be checked is refused.
   *
   * @return false when it passes
   */
  boolean isStrict();

  /**
   * Counts an error of Tenon's own that was kept from the application.
   *
   * @param where what was being done
   * @param error what was thrown
   */
  void count(String where, Throwable error);
}
