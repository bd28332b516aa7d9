package dev.tenon.testkit.suite;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.choice.Shrinker;
import dev.tenon.testkit.suite.Cases.Ended;
import dev.tenon.testkit.suite.Finding.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Looks for a case that goes wrong, and for the simplest that goes wrong in the same way. */
final class Hunt {

  private static final int SHRINKS = 600;
  private static final int LOOSE_TRIES = 200;

  private final String supplier;
  private final Subject subject;
  private final SplittableRandom seeds;
  private int tries;
  private @Nullable Try latest;

  /**
   * A hunt.
   *
   * @param name what is looked for: the same name and seed give the same cases
   */
  Hunt(String supplier, Subject subject, String name) {
    this.supplier = supplier;
    this.subject = subject;
    this.seeds = new SplittableRandom(subject.plan().seed() * 31 + name.hashCode());
  }

  /** How a case is run. */
  interface Case {

    /**
     * Runs it.
     *
     * @param choices what it is made of
     * @param isCounted whether it counts for what was seen
     * @param narration writes down what it does
     */
    Ended run(Choices choices, boolean isCounted, Narration narration);
  }

  /** What one case found, and why the call in question was not made. */
  record Caught(Optional<Finding> finding, @Nullable RuntimeException missed) {}

  /**
   * Tries one case.
   *
   * @param one the case
   * @param loose the same without what it is to show, which ties its values; may be the same
   */
  Caught next(Case one, Case loose) {
    tries++;
    Choices choices = Choices.random(seeds.nextLong());
    latest = new Try(one, choices, null);
    Ended ended = one.run(choices, true, Narration.SILENT);
    if (ended.trouble() != null && ended.trouble().isUncounted()) {
      // Calls in flight are counted from the first failure on: now it can be told.
      ended = one.run(Choices.of(choices.made()), true, Narration.SILENT);
    }
    Trouble trouble = ended.trouble();
    if (trouble == null) {
      return new Caught(Optional.empty(), ended.missed());
    }
    latest = new Try(one, choices, trouble);
    return new Caught(Optional.of(simplest(one, loose, choices, trouble)), ended.missed());
  }

  /**
   * What to report where a call did not return: that, or else what was being made simpler. It is
   * done once more to be written down; to look for a simpler one would take too long.
   */
  Finding stuck(Patience.Blocked stuck) {
    Try last = Objects.requireNonNull(latest);
    Trouble known = last.trouble();
    Trouble trouble = known == null ? Trouble.of(Kind.BLOCKED, stuck.what(), stuck.text()) : known;
    Narration.Written written = new Narration.Written();
    boolean isAgain;
    try {
      Choices same = Choices.of(last.choices().made());
      isAgain =
          subject
              .patience()
              .run(() -> trouble.isLike(last.one().run(same, false, written).trouble()));
    } catch (Patience.Blocked again) {
      isAgain = known == null;
    }
    return finding(new Told(isAgain ? trouble : trouble.unrepeated(), written));
  }

  private Finding simplest(Case one, Case loose, Choices choices, Trouble trouble) {
    Told told = shrunk(one, choices, trouble);
    for (int i = 0; i < LOOSE_TRIES; i++) {
      Choices other = Choices.random(i);
      if (isLike(loose, other, trouble)) {
        Told looser = shrunk(loose, other, trouble);
        told = looser.calls() <= told.calls() ? looser : told;
        break;
      }
    }
    return finding(told);
  }

  private Finding finding(Told told) {
    Trouble shown = told.trouble();
    return new Finding(
        shown.kind(),
        supplier,
        shown.operation(),
        shown.message(),
        Optional.ofNullable(shown.violation()),
        told.written().calls(),
        tries,
        subject.plan().seed(),
        Pasted.test(subject, shown, told.written().lines()));
  }

  private static Told shrunk(Case one, Choices choices, Trouble trouble) {
    List<BigInteger> made = Shrinker.shrink(choices, SHRINKS, other -> isLike(one, other, trouble));
    Narration.Written written = new Narration.Written();
    Trouble shown = one.run(Choices.of(made), false, written).trouble();
    return shown != null && trouble.isLike(shown)
        ? new Told(shown, written)
        : new Told(trouble.unrepeated(), written);
  }

  private static boolean isLike(Case one, Choices choices, Trouble trouble) {
    try {
      return trouble.isLike(one.run(choices, false, Narration.SILENT).trouble());
    } catch (RuntimeException other) {
      // Something else goes wrong there.
      return false;
    }
  }

  /** The case that is tried, and the trouble that it showed, if any yet. */
  private record Try(Case one, Choices choices, @Nullable Trouble trouble) {}

  /** A case that was written down. */
  private record Told(Trouble trouble, Narration.Written written) {

    int calls() {
      return written.calls().size();
    }
  }
}
