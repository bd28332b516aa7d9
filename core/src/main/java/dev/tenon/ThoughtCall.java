package dev.tenon;

import dev.tenon.internal.guard.Questions;
import dev.tenon.model.Clause.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that is thought of and not made: what its contract would say of it.
 *
 * <p>Nothing is judged or recorded by asking, and modes do not matter. What guarantees compare with
 * ({@code old}) was captured when it was begun. Confined to one thread.
 */
public final class ThoughtCall {

  private final Questions.Call call;

  ThoughtCall(Questions.Call call) {
    this.call = call;
  }

  /**
   * Asks the preconditions and the conditions of exception clauses. The truth of the latter is that
   * of the condition: the exception must be thrown where it is true.
   *
   * @return the answers, the most general declaration first
   */
  public List<ClauseAnswer> entry() {
    return answers(call.entry());
  }

  /**
   * Whether a client may make it.
   *
   * @return true if every precondition is true
   */
  public boolean isAllowed() {
    return entry().stream()
        .filter(each -> each.stated().clause().role() == Role.REQUIRES)
        .allMatch(each -> each.truth() == Truth.TRUE);
  }

  /**
   * Asks the guarantees and invariants, as if it had returned now.
   *
   * @param result what it returns; null also for nothing
   * @return the answers, the most general declaration first
   */
  public List<ClauseAnswer> returning(@Nullable Object result) {
    return answers(call.returning(result));
  }

  /**
   * Asks what holds after an exception, as if it had been thrown now.
   *
   * @param thrown the exception
   * @return the answers of the clauses about this type of exception
   */
  public List<ClauseAnswer> throwing(Throwable thrown) {
    return answers(call.throwing(thrown));
  }

  private static List<ClauseAnswer> answers(List<Questions.Reply> replies) {
    return replies.stream().map(ThoughtCall::answer).toList();
  }

  private static ClauseAnswer answer(Questions.Reply reply) {
    return new ClauseAnswer(
        OperationTerms.stated(reply.question()), truth(reply), Optional.ofNullable(reply.thrown()));
  }

  static Truth truth(Questions.Reply reply) {
    if (reply.thrown() != null) {
      return Truth.UNDECIDED;
    }
    return reply.isTrue() ? Truth.TRUE : Truth.FALSE;
  }
}
