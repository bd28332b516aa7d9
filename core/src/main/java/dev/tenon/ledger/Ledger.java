package dev.tenon.ledger;

import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import dev.tenon.verdict.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What has been seen at the seams since start-up: counts by fingerprint, the last violations, and
 * what was not judged.
 *
 * <p>Thread-safe, takes no lock, and its memory is bounded. Of a violation seen before it keeps a
 * count and the violation itself among the last ones, and renders nothing.
 */
public final class Ledger {

  private static final int FINGERPRINTS = 1_000;
  private static final int RECENT = 256;
  private static final int MOST_WARNINGS = 1_000;

  private final Tallies tallies;
  private final Recent recent;
  private final Journal journal;
  private final Consumer<Runnable> atExit;
  private final AtomicBoolean isExitAwaited = new AtomicBoolean();

  private final Map<Party, LongAdder> blamed = new EnumMap<>(Party.class);
  private final LongAdder moved = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final Errors errors = new Errors();
  private final Notes notes = new Notes(FINGERPRINTS);
  private final Set<String> warnings = ConcurrentHashMap.newKeySet();
  private final Listeners listeners = new Listeners(errors);

  /**
   * An empty ledger for 1,000 different violations, which writes its summary to the standard error
   * stream when the JVM ends and something was recorded.
   */
  public Ledger() {
    this(FINGERPRINTS, RECENT, Voice.ofSlf4j(), Exit::await);
  }

  Ledger(int fingerprints, int recent, Voice voice, Consumer<Runnable> atExit) {
    this.tallies = new Tallies(fingerprints);
    this.recent = new Recent(recent);
    this.journal = new Journal(voice, tallies);
    this.atExit = atExit;
    for (Party party : Party.values()) {
      blamed.put(party, new LongAdder());
    }
  }

  /**
   * Records a violation, and logs it under the name of its seam: the first of a fingerprint in
   * full, the tenth, hundredth, thousandth… as one line. What is thrown is logged as an error, all
   * else as a warning. Never throws because logging fails; that is counted as an error.
   *
   * @param violation the violation
   * @param mode the mode of its clause now; nothing is recorded when it is off
   */
  public void record(Violation violation, Mode mode) {
    if (mode == Mode.OFF || listeners.isRehearsed(violation)) {
      return;
    }
    count(violation);
    recent.add(violation);
    awaitExit();
    Tally tally = tallies.of(violation.fingerprint());
    long times = tally.next();
    listeners.tell(violation);
    if (isPowerOfTen(times)) {
      errors.attempt("logging", () -> journal.write(violation, mode, tally, times));
    }
  }

  /**
   * Asks to be told of every record, what is undecided or latent included, until {@link #forget}.
   *
   * @param listener called by the thread of the handoff, when the violation is recorded and before
   *     it is thrown; it should be quick, calls of seams that it makes are not judged, and what it
   *     throws is counted as an error and stops neither the record nor the verdict
   */
  public void onRecord(Consumer<? super Violation> listener) {
    listeners.add(listener);
  }

  /**
   * Ends what {@link #onRecord} began.
   *
   * @param listener the same object; nothing happens when it is not told of records
   */
  public void forget(Consumer<? super Violation> listener) {
    listeners.forget(listener);
  }

  /**
   * Does something that is to break contracts, as tests do: what the calling thread records
   * meanwhile is given to the listener alone, and neither counted nor logged here. What other
   * threads record is not part of it.
   *
   * @param <T> what it gives
   * @param listener told of each record, as by {@link #onRecord}
   * @param work what is done
   * @return what the work gives
   */
  public <T> T rehearse(Consumer<? super Violation> listener, Supplier<T> work) {
    return listeners.rehearse(listener, work);
  }

  private void count(Violation violation) {
    adder(violation.blamed()).increment();
    if (violation.cause().isPresent() && violation.cause().get().isMoved()) {
      moved.increment();
    }
  }

  private LongAdder adder(Party party) {
    return blamed.computeIfAbsent(party, absent -> new LongAdder());
  }

  private static boolean isPowerOfTen(long number) {
    long rest = number;
    while (rest >= 10 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  /** Counts a verdict that fell inside another clause, and was dropped. */
  public void countDropped() {
    dropped.increment();
  }

  /** Counts a handoff that was not judged because a clause was being evaluated. */
  public void countSkipped() {
    skipped.increment();
  }

  /**
   * Counts an error of Tenon itself, which the application does not see, and logs the first ones.
   *
   * @param where what was being done, as a noun phrase
   * @param error the error
   */
  public void error(String where, Throwable error) {
    if (errors.keep(where, error) <= Errors.TEXTS) {
      errors.attempt("logging", () -> journal.write(where, error));
    }
  }

  /**
   * Logs something that somebody should know and that is no violation, such as a seam that is not
   * enforced. The same text is logged once.
   *
   * @param text one line
   */
  public void warning(String text) {
    if (warnings.size() < MOST_WARNINGS && warnings.add(text)) {
      errors.attempt("logging", () -> journal.write(text));
    }
  }

  /**
   * Takes note of an unchecked exception that was thrown although every precondition held, and
   * about which no contract says anything: perhaps a precondition that nobody declared. It is no
   * violation and names no party.
   *
   * @param operation what was called
   * @param exception the binary name of the exception's class
   */
  public void note(Violation.Operation operation, String exception) {
    notes.add(operation, exception);
  }

  /**
   * The unchecked exceptions thrown although every precondition held.
   *
   * @return one note for each operation and type of exception, at most 1,000, sorted by seam,
   *     operation and exception
   */
  public List<Note> notes() {
    return notes.list();
  }

  private void awaitExit() {
    if (!isExitAwaited.get() && isExitAwaited.compareAndSet(false, true)) {
      // At the end its classes may be out of reach: a server may have closed their jar by then.
      errors.attempt("summary", this::summary);
      errors.attempt("shutdown hook", () -> atExit.accept(this::printSummary));
    }
  }

  private void printSummary() {
    String summary = summary();
    if (!summary.isEmpty()) {
      System.err.println(summary);
    }
  }

  /**
   * The last violations.
   *
   * @return at most 256 violations, the oldest first
   */
  public List<Violation> recent() {
    return recent.list();
  }

  /**
   * The violations recorded so far.
   *
   * @return how many, without those that blame the contract
   */
  public long violations() {
    long all = 0;
    for (Party party : Party.values()) {
      all += party == Party.CONTRACT ? 0 : violations(party);
    }
    return all;
  }

  /**
   * The violations recorded so far that blame one party.
   *
   * @param party the party
   * @return how many
   */
  public long violations(Party party) {
    return adder(party).sum();
  }

  /**
   * How often a violation was recorded.
   *
   * @param fingerprint its fingerprint
   * @return how often; 0 when never, or when there were too many different ones before it
   */
  public long count(String fingerprint) {
    return tallies.count(fingerprint);
  }

  /**
   * The different violations recorded.
   *
   * @return how many fingerprints are counted one by one; at most 1,000
   */
  public int different() {
    return tallies.size();
  }

  /**
   * The violations recorded after there were too many different ones, which are counted together.
   *
   * @return how many
   */
  public long overflown() {
    return tallies.overflow().count();
  }

  /**
   * The verdicts that blame the contract, because a clause threw or changed its mind.
   *
   * @return how many
   */
  public long undecided() {
    return violations(Party.CONTRACT);
  }

  /**
   * The clauses that were false, and true when asked again.
   *
   * @return how many; each is also undecided
   */
  public long moved() {
    return moved.sum();
  }

  /**
   * The verdicts dropped because they fell inside another clause.
   *
   * @return how many
   */
  public long dropped() {
    return dropped.sum();
  }

  /**
   * The handoffs that were not judged because a clause was being evaluated.
   *
   * @return how many
   */
  public long skipped() {
    return skipped.sum();
  }

  /**
   * The errors of Tenon itself, failures of a logger among them.
   *
   * @return how many
   */
  public long errors() {
    return errors.count();
  }

  /**
   * The first errors of Tenon itself.
   *
   * @return what each was, in order; at most five
   */
  public List<String> errorTexts() {
    return errors.texts();
  }

  /**
   * What has been seen, on one line.
   *
   * @return the line; empty when nothing was recorded
   */
  public String summary() {
    return Summary.of(this);
  }
}
