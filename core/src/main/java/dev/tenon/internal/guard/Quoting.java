package dev.tenon.internal.guard;

import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.verdict.Cause;
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

  /**
   * The findings, where those that the validator says to hold blame nobody: what was compiled must
   * answer as the validator does, so that is a defect of ours.
   */
  List<Finding> confirmed(List<Finding> findings) {
    return findings.stream().noneMatch(Quoting::isBrokenConstraint)
        ? findings
        : findings.stream().map(this::confirmed).toList();
  }

  private Finding confirmed(Finding finding) {
    List<ConstraintSide.Answer> said = isBrokenConstraint(finding) ? said(finding) : null;
    if (said == null || !said.isEmpty()) {
      return finding;
    }
    count(finding);
    return finding.undecided(
        Cause.unclear(
            "is false as it was compiled, while the validator says that it holds: a defect of"
                + " Tenon",
            "please report the constraint and the value to Tenon; observe or switch off the"
                + " clause meanwhile"));
  }

  private static boolean isBrokenConstraint(Finding finding) {
    return finding.judged(Answer.FALSE) && finding.isConstraint();
  }

  private List<ValidatorAnswer> of(Finding finding) {
    List<ConstraintSide.Answer> said = finding.isConstraint() ? said(finding) : null;
    return said == null ? List.of() : said.stream().map(each -> quoted(finding, each)).toList();
  }

  /** What the validator says of a constraint; null when it cannot tell. */
  private @Nullable List<ConstraintSide.Answer> said(Finding finding) {
    ConstraintSide constraints = finding.term().checks().constraints(finding.clause().role());
    if (constraints == null) {
      return null;
    }
    try {
      return constraints.answers(finding.number(), operands.apply(finding));
    } catch (RuntimeException unable) {
      // A validator of the application that fails: its words are missing, the verdict stands.
      return null;
    } catch (LinkageError failure) {
      engine.ledger().error("the validator's message", failure);
      return null;
    }
  }

  /** A message may quote the value. */
  private static ValidatorAnswer quoted(Finding finding, ConstraintSide.Answer answer) {
    String message = finding.isSensitive() ? Rendering.SENSITIVE : answer.message();
    return new ValidatorAnswer(finding.clause().name(), message, answer.path());
  }

  private void count(Finding finding) {
    engine
        .ledger()
        .error(
            "constraint",
            new IllegalStateException(
                "the validator disagrees with the compiled constraint "
                    + finding.clause().text()
                    + " of "
                    + finding.term().checks().stating().getName()));
  }
}
