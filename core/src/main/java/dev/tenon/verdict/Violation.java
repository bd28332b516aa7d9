package dev.tenon.verdict;

import dev.tenon.model.Party;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that somebody has to hear of: which clause of which seam, who is to blame, who met
 * there, and with which values.
 *
 * <p>Immutable and serialisable. The same violation has the same text and the same fingerprint.
 */
public final class Violation implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** What the clause states. */
  private final ClauseKind kind;

  /** Whose fault it is. */
  private final Party blamed;

  /** What was called. */
  private final Operation operation;

  /** The clause. */
  private final Citation clause;

  /** Who called. */
  private final Site client;

  /** Who was called. */
  private final Site supplier;

  /** What was found. */
  private final Evidence evidence;

  /** Why the clause has no truth; null when it was false. */
  private final @Nullable Cause cause;

  /** Whether another declaration accepted the call. */
  private final boolean latent;

  /** What the clause contradicts. */
  @SuppressWarnings("serial") // An unmodifiable copy, which is serialisable as its elements are.
  private final List<Citation> against;

  /** The identity under which it is counted. */
  private final String fingerprint;

  private Violation(
      ClauseKind kind,
      Party blamed,
      Operation operation,
      Citation clause,
      Site client,
      Site supplier,
      Evidence evidence,
      @Nullable Cause cause,
      boolean latent,
      List<Citation> against) {
    this.kind = kind;
    this.blamed = blamed;
    this.operation = operation;
    this.clause = clause;
    this.client = client;
    this.supplier = supplier;
    this.evidence = evidence;
    this.cause = cause;
    this.latent = latent;
    this.against = against;
    this.fingerprint = ViolationFingerprint.of(this);
  }

  /**
   * The violation for a broken clause.
   *
   * @param broken the verdict
   * @param operation what was called
   * @param client who called
   * @param supplier who was called
   * @return the violation
   */
  public static Violation of(Broken broken, Operation operation, Site client, Site supplier) {
    return new Violation(
        broken.kind(),
        broken.blamed(),
        operation,
        broken.clause(),
        client,
        supplier,
        broken.evidence(),
        null,
        broken.isLatent(),
        broken.against());
  }

  /**
   * The violation for a clause that failed: the contract is to blame.
   *
   * @param undecided the verdict
   * @param operation what was called
   * @param client who called
   * @param supplier who was called
   * @return the violation
   */
  public static Violation of(Undecided undecided, Operation operation, Site client, Site supplier) {
    return new Violation(
        undecided.kind(),
        Party.CONTRACT,
        operation,
        undecided.clause(),
        client,
        supplier,
        undecided.evidence(),
        undecided.cause(),
        false,
        List.of());
  }

  /**
   * Whose fault it is.
   *
   * @return the party to blame
   */
  public Party blamed() {
    return blamed;
  }

  /**
   * What sort of clause it was.
   *
   * @return the kind of the clause
   */
  public ClauseKind kind() {
    return kind;
  }

  /**
   * The clause: of several false ones, the one that decides.
   *
   * @return the clause
   */
  public Citation clause() {
    return clause;
  }

  /**
   * What was called.
   *
   * @return the operation of the seam
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Who called.
   *
   * @return the client; unknown when no application code stands between the thread's root and the
   *     operation
   */
  public Site client() {
    return client;
  }

  /**
   * Who was called.
   *
   * @return the supplier
   */
  public Site supplier() {
    return supplier;
  }

  /**
   * The values seen.
   *
   * @return the rendered values of the clause's sub-expressions by their text, in source order; may
   *     be empty
   */
  public Map<String, String> evidence() {
    return evidence.seen();
  }

  /**
   * The further false clauses of the same handoff.
   *
   * @return the clauses in order; may be empty
   */
  public List<Citation> also() {
    return evidence.also();
  }

  /**
   * The clauses of the same handoff that threw.
   *
   * @return the clauses in order; may be empty
   */
  public List<NotEvaluable> notEvaluable() {
    return evidence.notEvaluable();
  }

  /**
   * What the application's validator says of the constraints that are false.
   *
   * @return its answers in the order of the clauses; empty when none is a constraint, or there is
   *     no validator
   */
  public List<ValidatorAnswer> validatorAnswers() {
    return evidence.answers();
  }

  /**
   * The clauses of the other declaration that held, where the implementation's own contradicts it;
   * what the seam promises about the operation, where a client relies on more.
   *
   * @return the clauses in order; empty unless the override is to blame, or there is a gap
   */
  public List<Citation> against() {
    return against;
  }

  /**
   * Why the clause has no truth.
   *
   * @return what happened, as a verb phrase; empty unless the contract is to blame
   */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }

  /**
   * Whether another declaration accepted the call, so that it breaks only on the next supplier.
   *
   * @return true when this call went well all the same
   */
  public boolean isLatent() {
    return latent;
  }

  /**
   * The identity under which it is counted: seam, operation, clause, kind, blame and the two
   * components.
   *
   * @return 16 hexadecimal digits; the same whatever the values, the lines and the classes
   */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * The report for people, of several lines without a line end at the last.
   *
   * @return the text
   */
  public String text() {
    return ViolationText.of(this);
  }

  /**
   * The same as {@link #text()}.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text();
  }

  /**
   * The operation of a seam at which a violation was found.
   *
   * <p>Immutable.
   *
   * @param seam the binary name of the seam's interface
   * @param name the name of the method
   */
  public record Operation(String seam, String name) implements Serializable {}
}
