package dev.tenon.verdict;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found at a handoff beside the verdict itself.
 *
 * <p>Immutable.
 *
 * @param seen the rendered values of the clause's sub-expressions by their text, in source order;
 *     may be empty
 * @param also the further false clauses of the same handoff, in order
 * @param notEvaluable the clauses of the same handoff that threw, in order
 * @param answers what the application's validator says of the constraints that are false
 */
public record Evidence(
    Map<String, String> seen,
    List<Citation> also,
    List<NotEvaluable> notEvaluable,
    List<ValidatorAnswer> answers)
    implements Serializable {

  private static final Evidence NONE = new Evidence(Map.of(), List.of(), List.of(), List.of());

  /**
   * Keeps copies.
   *
   * @param seen the rendered values by expression, in order
   * @param also the further false clauses
   * @param notEvaluable the clauses that threw
   * @param answers what the validator says
   */
  public Evidence {
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    also = List.copyOf(also);
    notEvaluable = List.copyOf(notEvaluable);
    answers = List.copyOf(answers);
  }

  /**
   * Evidence without constraints.
   *
   * @param seen the rendered values by expression, in order
   * @param also the further false clauses
   * @param notEvaluable the clauses that threw
   */
  public Evidence(Map<String, String> seen, List<Citation> also, List<NotEvaluable> notEvaluable) {
    this(seen, also, notEvaluable, List.of());
  }

  /**
   * Evidence of nothing.
   *
   * @return evidence without values and without further clauses
   */
  public static Evidence none() {
    return NONE;
  }

  /**
   * Evidence of one clause alone.
   *
   * @param seen the rendered values of its sub-expressions by their text, in order
   * @return the evidence
   */
  public static Evidence of(Map<String, String> seen) {
    return new Evidence(seen, List.of(), List.of());
  }
}
