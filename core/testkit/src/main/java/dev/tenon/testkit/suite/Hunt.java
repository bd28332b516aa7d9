package dev.tenon.testkit.suite;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.choice.Shrinker;
import dev.tenon.testkit.suite.Cases.Ended;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Looks for a case that goes wrong, and for the simplest that goes wrong in the same way. */
final class Hunt {

  private static final int SHRINKS = 600;

  private final String supplier;
  private final Subject subject;
  private final SplittableRandom seeds;
  private int tries;

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

  Caught next(Case one) {
    tries++;
    Choices choices = Choices.random(seeds.nextLong());
    Ended ended = one.run(choices, true, Narration.SILENT);
    Trouble trouble = ended.trouble();
    return new Caught(
        trouble == null ? Optional.empty() : Optional.of(simplest(one, choices, trouble)),
        ended.missed());
  }

  private Finding simplest(Case one, Choices choices, Trouble trouble) {
    List<BigInteger> made =
        Shrinker.shrink(
            choices,
            SHRINKS,
            other -> trouble.isLike(one.run(other, false, Narration.SILENT).trouble()));
    Narration.Written written = new Narration.Written();
    Trouble shown = one.run(Choices.of(made), false, written).trouble();
    Trouble told = trouble.isLike(shown) && shown != null ? shown : trouble;
    return new Finding(
        told.kind(),
        supplier,
        told.operation(),
        told.message(),
        Optional.ofNullable(told.violation()),
        written.calls(),
        tries,
        subject.plan().seed(),
        Pasted.test(subject, told, written.lines()));
  }
}
