package dev.tenon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import dev.tenon.model.Mode;
import jakarta.validation.constraints.Max;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The terms of a seam, read and asked without a call. */
class SeamTermsTest {

  private static final String TAKE = "take";

  private static OperationTerms operation(String name) {
    return SeamTerms.of(Bin.class).operations().stream()
        .filter(each -> each.method().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(List<ClauseAnswer> answers, Truth truth) {
    return answers.stream()
        .filter(each -> each.truth() == truth)
        .map(each -> each.stated().clause().text())
        .toList();
  }

  @Test
  void operations_are_listed_by_name_with_those_that_nothing_binds() {
    assertThat(SeamTerms.of(Bin.class).operations())
        .extracting(each -> each.method().getName())
        .containsExactly("isLocked", "size", TAKE);
  }

  @Test
  void parameters_have_the_names_of_the_declaration() {
    assertThat(operation(TAKE).parameters()).containsExactly("count");
  }

  @Test
  void inherited_clauses_are_listed_the_most_general_first() {
    assertThat(operation(TAKE).clauses())
        .filteredOn(each -> !each.isConstraint())
        .extracting(each -> each.declaring().getSimpleName() + ": " + each.clause().text())
        .startsWith("Measured: count < 100", "Bin: count > 0", "Bin: count <= size()")
        .endsWith("Measured: size() >= 0");
  }

  @Test
  void constraints_are_clauses_that_are_marked() {
    assertThat(operation(TAKE).clauses())
        .filteredOn(StatedClause::isConstraint)
        .extracting(each -> each.clause().text())
        .containsExactly("@Max(50) count");
  }

  @Test
  void preconditions_answer_without_a_call() {
    Box box = new Box(3);

    ThoughtCall call = operation(TAKE).call(box, 4);

    assertThat(texts(call.entry(), Truth.FALSE)).containsExactly("count <= size()", "isLocked()");
    assertThat(call.isAllowed()).isFalse();
    assertThat(operation(TAKE).call(box, 3).isAllowed()).isTrue();
    assertThat(box.size()).isEqualTo(3);
  }

  @Test
  void an_exception_clause_answers_with_its_condition() {
    Box box = new Box(3);
    box.isLocked = true;

    ThoughtCall call = operation(TAKE).call(box, 1);

    assertThat(texts(call.entry(), Truth.TRUE)).contains("isLocked()");
    assertThat(call.isAllowed()).isTrue();
  }

  @Test
  void a_clause_that_throws_is_undecided() {
    ThoughtCall call = operation(TAKE).call(null, 1);

    assertThat(call.entry())
        .filteredOn(each -> each.stated().clause().text().equals("count <= size()"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.truth()).isEqualTo(Truth.UNDECIDED);
              assertThat(each.failure()).containsInstanceOf(NullPointerException.class);
            });
    assertThat(call.isAllowed()).isFalse();
  }

  @Test
  void old_is_what_was_there_when_the_call_was_begun() {
    Box box = new Box(3);
    ThoughtCall call = operation(TAKE).call(box, 2);

    box.size = 1;

    assertThat(texts(call.returning("xx"), Truth.FALSE)).isEmpty();
    box.size = 2;
    assertThat(texts(call.returning("xx"), Truth.FALSE))
        .containsExactly("size() == old(size()) - count");
  }

  @Test
  void guarantees_answer_for_any_result() {
    ThoughtCall call = operation(TAKE).call(new Box(3), 2);

    assertThat(texts(call.returning("x"), Truth.FALSE)).contains("result.length() == count");
    assertThat(texts(call.returning("xx"), Truth.TRUE)).contains("result.length() == count");
  }

  @Test
  void what_holds_after_an_exception_answers_for_its_type_alone() {
    Box box = new Box(3);
    ThoughtCall call = operation(TAKE).call(box, 2);

    box.size = 1;

    assertThat(texts(call.throwing(new IllegalStateException()), Truth.FALSE))
        .containsExactly("size() == old(size())");
    assertThat(call.throwing(new IllegalArgumentException())).isEmpty();
  }

  @Test
  void nothing_is_recorded_by_asking() {
    long before = Seams.ledger().violations();
    long undecided = Seams.ledger().undecided();

    operation(TAKE).call(new Box(0), -1).entry();
    operation(TAKE).call(null, -1).entry();
    operation(TAKE).call(new Box(0), -1).returning("x");

    assertThat(Seams.ledger().violations()).isEqualTo(before);
    assertThat(Seams.ledger().undecided()).isEqualTo(undecided);
  }

  @Test
  void modes_do_not_matter() {
    String pattern = Bin.class.getName();
    Seams.policy().mode(pattern, Mode.OFF);
    try {
      assertThat(operation(TAKE).call(new Box(3), -1).isAllowed()).isFalse();
    } finally {
      Seams.policy().reset(pattern);
    }
  }

  @Test
  void a_call_has_as_many_arguments_as_the_operation() {
    assertThatThrownBy(() -> operation(TAKE).call(new Box(3), 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another number of parameters than 2");
  }

  /** What the bin inherits. */
  @Invariant("size() >= 0")
  interface Measured {

    @Pure
    int size();

    @Requires("count < 100")
    String take(@Max(50) int count);
  }

  /** A seam. */
  interface Bin extends Measured {

    @Pure
    boolean isLocked();

    @Override
    @Requires("count > 0")
    @Requires("count <= size()")
    @Ensures("result.length() == count")
    @Ensures("size() == old(size()) - count")
    @Throws(
        value = IllegalStateException.class,
        when = "isLocked()",
        ensures = "size() == old(size())")
    String take(int count);
  }

  /** A supplier whose state a test sets. */
  private static final class Box implements Bin {

    private int size;
    private boolean isLocked;

    Box(int size) {
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean isLocked() {
      return isLocked;
    }

    @Override
    public String take(int count) {
      throw new AssertionError("nobody calls it");
    }
  }
}
