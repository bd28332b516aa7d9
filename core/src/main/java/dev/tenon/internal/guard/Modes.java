package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import dev.tenon.model.Mode;
import dev.tenon.model.settings.ModeRule;

/**
 * The mode of a clause for one implementation.
 *
 * <p>Where a framework answers for constraints it keeps its answer: they are observed unless a rule
 * is for them. Nobody but Tenon answers for what stands in a client's view.
 */
final class Modes {

  private Modes() {}

  static Mode of(Engine engine, Checks checks, Implementation implementation, Clause clause) {
    String stating = checks.stating().getName();
    ModeRule rule = engine.policy().ruleFor(stating, checks.operation().name(), clause.name());
    boolean isByDefault = rule.pattern().isDefault() && rule.mode() == Mode.ENFORCE;
    return isByDefault
            && engine.keepsFrameworksAnswer()
            && !checks.isOfView()
            && isConstraint(checks, clause)
            && (isSelectedAlone(engine, checks.declaring())
                || Frameworks.validate(implementation.type()))
        ? Mode.OBSERVE
        : rule.mode();
  }

  static boolean isConstraint(Checks checks, Clause clause) {
    ConstraintSide constraints = checks.constraints(clause.role());
    return constraints != null && constraints.clauses().contains(clause);
  }

  /** Whether the option {@code seams} alone makes it a seam: it says nothing itself, nor above. */
  static boolean isSelectedAlone(Engine engine, Class<?> type) {
    boolean isSelected = false;
    for (Class<?> each : Declarations.supertypes(type)) {
      if (Declarations.isMarked(each) || !(Declarations.of(each) instanceof Declaration.Silent)) {
        return false;
      }
      isSelected |= engine.isSelected(each.getName());
    }
    return isSelected;
  }
}
