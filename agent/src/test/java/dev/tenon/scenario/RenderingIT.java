package dev.tenon.scenario;

import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Rendered;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Sensitive;
import java.util.List;

class RenderingIT implements Scenario {

  @EveryDoor
  void a_sensitive_value_and_what_is_derived_from_it_is_never_shown(Door door) {
    Cards cards = door.guard(Cards.class, new AnyCards());

    String text = assertThatViolation(() -> cards.pay("4111", 5)).violation().text();

    assertThat(text).doesNotContain("4111").contains("<sensitive>").contains("amount = 5");
  }

  @EveryDoor
  void the_to_string_of_an_application_type_is_not_called(Door door) {
    Cards cards = door.guard(Cards.class, new AnyCards());

    assertThatViolation(() -> cards.hold(new Slow(), List.of(new Slow())))
        .seeing("slow", Slow.class.getName())
        .seeing("several", "java.util.List (size 1)");
  }

  @EveryDoor
  void a_rendered_type_is_shown(Door door) {
    Cards cards = door.guard(Cards.class, new AnyCards());

    assertThatViolation(() -> cards.charge(new Money(5))).seeing("money", "5 cents");
  }

  /** A seam with values to hide and to show. */
  public interface Cards {
    @Requires("number.length() == 16 && amount > 0 || amount > 100")
    void pay(@Sensitive String number, int amount);

    @Requires("slow == null || several == null")
    void hold(Slow slow, List<Slow> several);

    @Requires("money == null")
    void charge(Money money);
  }

  private static final class AnyCards implements Cards {
    @Override
    public void pay(String number, int amount) {}

    @Override
    public void hold(Slow slow, List<Slow> several) {}

    @Override
    public void charge(Money money) {}
  }

  /** Never comes back from toString. */
  public static final class Slow {
    @Override
    public String toString() {
      throw new AssertionError("rendered without leave");
    }
  }

  /** May be shown. */
  @Rendered
  public static final class Money {
    private final int cents;

    Money(int cents) {
      this.cents = cents;
    }

    @Override
    public String toString() {
      return cents + " cents";
    }
  }
}
