package dev.tenon;

import dev.tenon.internal.guard.Questions;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What binds one operation of a seam, inheritance resolved.
 *
 * <p>Thread-safe.
 */
public final class OperationTerms {

  private final Method method;
  private final Questions questions;

  OperationTerms(Method method, Questions questions) {
    this.method = method;
    this.questions = questions;
  }

  /**
   * The operation.
   *
   * @return the method of the seam, or of the supertype that it has it from
   */
  public Method method() {
    return method;
  }

  /**
   * The names of the parameters: as declared where the operation has clauses or constraints, else
   * those of the class file.
   *
   * @return a name for each parameter
   */
  public List<String> parameters() {
    List<String> names = questions.parameters();
    return names.size() == method.getParameterCount()
        ? names
        : Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
  }

  /**
   * All clauses that bind it, constraints and invariants among them.
   *
   * @return the clauses, the most general declaration first, those of one declaration in source
   *     order within their kind; empty when nothing binds it
   */
  public List<StatedClause> clauses() {
    return questions.all().stream().map(OperationTerms::stated).toList();
  }

  /**
   * Thinks of a call.
   *
   * @param supplier whom it would go to; null where no clause asks anything of the supplier
   * @param arguments the arguments, boxed
   * @return the call
   * @throws IllegalArgumentException if the number of arguments is another
   */
  public ThoughtCall call(@Nullable Object supplier, @Nullable Object... arguments) {
    if (arguments.length != method.getParameterCount()) {
      throw new IllegalArgumentException(
          method + " has another number of parameters than " + arguments.length);
    }
    return new ThoughtCall(questions.call(supplier, arguments));
  }

  /**
   * Asks one precondition alone.
   *
   * @param precondition one of {@link #clauses}
   * @param supplier whom it is asked of; null where it asks nothing of the supplier
   * @param arguments the arguments, boxed; what the clause does not read may be anything of the
   *     type
   * @return what it says
   * @throws IllegalArgumentException if it is no precondition of this operation
   */
  public Truth ask(
      StatedClause precondition, @Nullable Object supplier, @Nullable Object... arguments) {
    return ThoughtCall.truth(
        questions.ask(
            new Questions.Question(
                precondition.declaring(),
                precondition.source(),
                precondition.parameters(),
                precondition.clause(),
                precondition.isConstraint()),
            supplier,
            arguments));
  }

  static StatedClause stated(Questions.Question question) {
    return new StatedClause(
        question.declaring(),
        question.source(),
        question.parameters(),
        question.clause(),
        question.isConstraint());
  }
}
