package dev.tenon.internal.declaration;

import dev.tenon.model.Contract;
import dev.tenon.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one type says about its operations, and whether that can be enforced. */
public sealed interface Declaration {

  /** A type without clauses of its own. */
  record Silent() implements Declaration {}

  /**
   * A type whose clauses were compiled.
   *
   * @param type the type that they are about: the declaring one, or the target of a holder or view
   * @param contract its contract
   * @param companion the class that holds the compiled clauses
   * @param view the client's view that states them; null when they bind the suppliers
   */
  record Compiled(Class<?> type, Contract contract, Class<?> companion, @Nullable Class<?> view)
      implements Declaration {

    /**
     * The type by whose name it is announced.
     *
     * @return the view, or what it is about where it is none
     */
    public Class<?> stating() {
      return view == null ? type : view;
    }
  }

  /**
   * A type whose clauses cannot be enforced.
   *
   * @param type the type that they are about: the declaring one, or the target of a holder
   * @param reason why, and what to do
   * @param operations the operations that have clauses, without these; null when that is not known
   */
  record Unenforceable(Class<?> type, String reason, @Nullable List<Operation> operations)
      implements Declaration {}
}
