package dev.tenon.internal.guard;

import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.verdict.Rendering;
import dev.tenon.verdict.ValidatorAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the application's validator says of the constraints that are false.
 *
 * @param engine where it is counted when it says that they hold
 * @param operands those of a finding
 */
record Quoting(Engine engine, Function<Finding, @Nullable Object[]> operands) {

  List<ValidatorAnswer> of(Finding primary, List<Finding> findings) {
    List<ValidatorAnswer> answers = new ArrayList<>();
    if (primary.is(Answer.FALSE)) {
      answers.addAll(of(primary));
    }
    for (Finding finding : findings) {
      if (!finding.equals(primary) && finding.judged(Answer.FALSE)) {
        answers.addAll(of(finding));
      }
    }
    return answers;
  }

  private List<ValidatorAnswer> of(Finding finding) {
    ConstraintSide constraints = finding.term().checks().constraints(finding.clause().role());
    if (constraints == null || !finding.isConstraint()) {
      return List.of();
    }
    try {
      List<ConstraintSide.Answer> said =
          constraints.answers(finding.number(), operands.apply(finding));
      if (said == null) {
        return List.of();
      }
      if (said.isEmpty()) {
        disagree(finding);
      }
      return said.stream().map(each -> quoted(finding, each)).toList();
    } catch (RuntimeException unable) {
      // A validator of the application that fails: its words are missing, the verdict stands.
      return List.of();
    } catch (LinkageError failure) {
      engine.ledger().error("the validator's message", failure);
      return List.of();
    }
  }

  /** A message may quote the value. */
  private static ValidatorAnswer quoted(Finding finding, ConstraintSide.Answer answer) {
    String message = finding.isSensitive() ? Rendering.SENSITIVE : answer.message();
    return new ValidatorAnswer(finding.clause().name(), message, answer.path());
  }

  /** What was compiled must answer as the validator does: a defect of ours, and counted. */
  private void disagree(Finding finding) {
    engine
        .ledger()
        .error(
            "constraint",
            new IllegalStateException(
                "the validator disagrees with the compiled constraint "
                    + finding.clause().text()
                    + " of "
                    + finding.term().checks().declaring().getName()));
  }
}
