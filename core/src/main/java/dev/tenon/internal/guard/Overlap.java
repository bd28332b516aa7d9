package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.guard.Finding.Answer;
import dev.tenon.verdict.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a clause over state is false by the doing of another handoff: then nobody is to blame for
 * it.
 */
final class Overlap {

  private Overlap() {}

  /** The findings, where those that another handoff may have made false decide nothing. */
  static List<Finding> judged(List<Finding> findings, Ending ending) {
    Object self = ending.self();
    if (self == null
        || ending.plan().implementation().isOwn()
        || findings.stream().noneMatch(Overlap::isConcerned)) {
      return findings;
    }
    Cause cause = cause(ending.plan(), self);
    if (cause == null) {
      return findings;
    }
    List<Finding> judged = new ArrayList<>();
    for (Finding finding : findings) {
      judged.add(isConcerned(finding) ? finding.undecided(cause) : finding);
    }
    return judged;
  }

  private static boolean isConcerned(Finding finding) {
    return finding.judged(Answer.FALSE)
        && Sharing.isShared(finding.clause())
        && !Declarations.isConfined(finding.term().checks().declaring());
  }

  /** Why it may be the doing of another; null when it is not. */
  private static @Nullable Cause cause(Plan plan, Object self) {
    Set<Sharing> sharings = new LinkedHashSet<>(plan.body().sharings());
    sharings.addAll(Sharing.of(Declarations.binding(self.getClass())));
    if (sharings.stream().noneMatch(Sharing::isShared)) {
      return null;
    }
    if (!plan.isCounted()) {
      sharings.forEach(Sharing::count);
      return Cause.shared(0);
    }
    int most = Traffic.most(self);
    if (most == 1) {
      for (Sharing each : sharings) {
        if (each.mayHaveStragglers(self)) {
          return Cause.shared(0);
        }
      }
      // A straggler that has ended since has told those that were under way.
      most = Traffic.most(self);
    }
    return most == 1 ? null : Cause.shared(most);
  }
}
