package dev.tenon.testkit.suite;

import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Something that a suite found.
 *
 * <p>Immutable.
 *
 * @param kind what sort of thing
 * @param supplier the name of the supplier
 * @param operation the name of the operation; empty where it is about none
 * @param message what is wrong, in one line
 * @param violation what was recorded; empty where it was no violation
 * @param calls the calls that show it, the fewest and simplest that were found, as Java writes them
 * @param tries how many cases of this property were tried until it was found, from 1; 0 where it
 *     was no single case
 * @param seed the seed that finds it again
 * @param test a test of JUnit that shows it, ready to be pasted; empty where there are no calls
 */
public record Finding(
    Kind kind,
    String supplier,
    String operation,
    String message,
    Optional<Violation> violation,
    List<String> calls,
    int tries,
    long seed,
    String test) {

  /**
   * Keeps copies.
   *
   * @param kind what sort of thing
   * @param supplier the name of the supplier
   * @param operation the name of the operation
   * @param message what is wrong, in one line
   * @param violation what was recorded
   * @param calls the calls that show it
   * @param tries how many cases were tried until it was found
   * @param seed the seed that finds it again
   * @param test a test that shows it
   */
  public Finding {
    calls = List.copyOf(calls);
  }

  /** What sort of thing a suite finds. */
  public enum Kind {
    /** The supplier broke a guarantee, an invariant or an exception clause. */
    SUPPLIER,
    /** The implementation's own contract contradicts that of the seam. */
    OVERRIDE,
    /** A clause could not be evaluated. */
    CONTRACT,
    /** An unchecked exception although all preconditions held, which nothing declares. */
    UNDECLARED,
    /** A call that the contract forbids was not refused. */
    NOT_REFUSED,
    /** A call was refused, and the supplier is another afterwards. */
    TOUCHED,
    /** What is recorded at another seam while the supplier works. */
    NESTED,
    /** A call that the contract allows was refused: a defect of the generator. */
    GENERATOR,
    /** Too few calls were accepted, or a clause was never exercised. */
    VACUOUS,
    /** A call did not return in time. */
    BLOCKED,
    /** The suite itself failed, or what gives its suppliers and values. */
    ERROR
  }

  /**
   * The report for people, of several lines.
   *
   * @return the text
   */
  public String text() {
    StringBuilder text = new StringBuilder(message);
    if (!calls.isEmpty()) {
      text.append("\n\n  calls     ").append(String.join("\n            ", calls));
    }
    if (tries > 0) {
      text.append("\n  found     after ").append(tries).append(" tries; seed ").append(seed);
    }
    violation.ifPresent(each -> text.append("\n\n").append(each.text()));
    if (!test.isEmpty()) {
      text.append("\n\nAs a test:\n\n").append(test);
    }
    return text.toString();
  }
}
