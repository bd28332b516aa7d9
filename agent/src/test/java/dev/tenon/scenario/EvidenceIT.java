package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a report says of the values: all that the clause met, in the order of its text. */
class EvidenceIT implements Scenario {

  @EveryDoor
  void values_stand_in_the_order_of_the_text_with_calls_and_fields(Door door) {
    Desk desk = door.guard(Desk.class, new Clerk());

    Map<String, String> seen = seen(() -> desk.serve(new Order(3, "tea"), 2));

    assertThat(seen.keySet())
        .containsExactly("order.amount", "most", "order.what()", "order.what().isEmpty()");
    assertThat(seen.values()).containsExactly("3", "2", "\"tea\"", "false");
  }

  @EveryDoor
  void what_was_not_evaluated_is_left_out(Door door) {
    Desk desk = door.guard(Desk.class, new Clerk());

    assertThat(seen(() -> desk.open(null, 1)).keySet()).containsExactly("name");
    assertThat(seen(() -> desk.open("a", 9)).keySet())
        .containsExactly("name", "name.length()", "day");
  }

  @EveryDoor
  void the_inside_of_a_lambda_is_not_shown(Door door) {
    Desk desk = door.guard(Desk.class, new Clerk());

    assertThat(seen(() -> desk.all(List.of(1, -2), 0)).keySet())
        .containsExactly("numbers.stream()");
  }

  @EveryDoor
  void old_and_new_stand_side_by_side(Door door) {
    Desk desk = door.guard(Desk.class, new Clerk());

    Map<String, String> seen = seen(() -> desk.add(5));

    assertThat(seen.keySet()).containsExactly("count()", "old(count()) + n", "old(count())", "n");
    assertThat(seen.values()).containsExactly("1", "5", "0", "5");
    assertThat(seen(() -> desk.twice(3)))
        .containsExactly(Map.entry("result", "3"), Map.entry("n * 2", "6"), Map.entry("n", "3"));
  }

  @EveryDoor
  void texts_are_quoted_and_cut_visibly(Door door) {
    Desk desk = door.guard(Desk.class, new Clerk());

    assertThatViolation(() -> desk.note("a\"\n" + "x".repeat(200)))
        .blames(CLIENT)
        .seeing("text", "\"a\\\"\\n" + "x".repeat(115) + "\"…(+85)");
  }

  @EveryDoor
  void arrays_and_collections_have_a_type_and_a_size(Door door) {
    Desk desk = door.guard(Desk.class, new Clerk());
    Map<String, String> seen =
        seen(() -> desk.keep(new int[] {1, 2}, new ArrayList<>(List.of(new Order(1, "a")))));

    assertThat(seen.get("numbers")).isEqualTo("int[] (size 2)");
    assertThat(seen.get("orders")).isEqualTo("java.util.ArrayList (size 1)");
  }

  private static Map<String, String> seen(ThrowingCallable call) {
    return assertThatViolation(call).violation().evidence();
  }

  /** A seam. */
  public interface Desk {
    @Requires("order.amount <= most && order.what().length() > 0 || order.what().isEmpty()")
    void serve(Order order, int most);

    @Requires("name != null && name.length() > 0 && day < 7")
    @Requires(value = "name == null || day < 7", name = "early")
    void open(String name, int day);

    @Requires("numbers.stream().allMatch(n -> n > least)")
    void all(List<Integer> numbers, int least);

    int count();

    @Ensures("count() == old(count()) + n && result == count()")
    int add(int n);

    @Ensures("result == n * 2")
    int twice(int n);

    @Requires("text == null")
    void note(String text);

    @Requires("numbers == null || orders == null")
    void keep(int[] numbers, List<Order> orders);
  }

  /** Is neither of the JDK nor a record. */
  public static final class Order {
    public final int amount;
    private final String what;

    Order(int amount, String what) {
      this.amount = amount;
      this.what = what;
    }

    public String what() {
      return what;
    }
  }

  private static final class Clerk implements Desk {
    private int count;

    @Override
    public void serve(Order order, int most) {}

    @Override
    public void open(String name, int day) {}

    @Override
    public void all(List<Integer> numbers, int least) {}

    @Override
    public int count() {
      return count;
    }

    @Override
    public int add(int n) {
      return ++count;
    }

    @Override
    public int twice(int n) {
      return n;
    }

    @Override
    public void note(String text) {}

    @Override
    public void keep(int[] numbers, List<Order> orders) {}
  }
}
