package dev.tenon.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.contract.Rendered;
import dev.tenon.contract.Sensitive;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderingOfApplicationTypesTest {

  private static final String HERE = RenderingOfApplicationTypesTest.class.getName() + "$";

  private final Rendering safe = new Rendering(false);
  private final Rendering all = new Rendering(true);

  @Test
  void a_to_string_that_may_block_is_not_called() {
    assertThat(safe.render(new Blocking())).isEqualTo(HERE + "Blocking");
  }

  @Test
  void a_rendered_type_is_shown_by_its_to_string() {
    assertThat(safe.render(new Money(3))).isEqualTo("3 EUR\\n");
    assertThat(safe.render(new Coin())).isEqualTo("coin");
  }

  @Test
  void everything_is_shown_by_its_to_string_when_asked() {
    assertThat(all.render(new Plain())).isEqualTo("plain");
    assertThat(all.render(List.of(new Plain()))).isEqualTo("java.util.List (size 1)");
  }

  @Test
  void a_text_that_differs_in_every_run_is_never_shown() {
    assertThat(all.render(new Mute())).isEqualTo(HERE + "Mute");
    assertThat(all.render(proxy())).isEqualTo("a proxy of " + HERE + "Named");
    Runnable lambda = () -> {};
    assertThat(all.render(lambda)).isEqualTo(getClass().getName() + "$$Lambda");
  }

  @Test
  void an_enum_is_its_name_whatever_its_to_string_says() {
    assertThat(safe.render(Colour.RED)).isEqualTo("RED");
    assertThat(all.render(Colour.RED)).isEqualTo("RED");
  }

  @Test
  void a_record_of_values_is_shown_from_its_fields() {
    assertThat(safe.render(new Receipt("r1", Optional.of(new Amount(3)))))
        .isEqualTo("Receipt[id=\"r1\", amount=Optional[Amount[cents=3]]]");
  }

  @Test
  void a_record_with_something_else_in_it_is_its_type() {
    assertThat(safe.render(new Holder(new Plain()))).isEqualTo(HERE + "Holder");
    assertThat(safe.render(new Holder(List.of()))).isEqualTo(HERE + "Holder");
  }

  @Test
  void a_record_that_writes_its_own_text_is_its_type() {
    assertThat(safe.render(new Masked("4111"))).isEqualTo(HERE + "Masked");
    assertThat(all.render(new Masked("4111"))).isEqualTo("****");
  }

  @Test
  void an_accessor_that_may_block_is_not_called() {
    assertThat(safe.render(new Slow(3))).isEqualTo("Slow[cents=3]");
  }

  @Test
  void a_sensitive_type_is_never_shown() {
    assertThat(List.of(safe, all))
        .allSatisfy(
            rendering -> {
              assertThat(rendering.render(new Secret())).isEqualTo("<sensitive>");
              assertThat(rendering.render(new SecretChild())).isEqualTo("<sensitive>");
              assertThat(rendering.render(Optional.of(new Secret())))
                  .isEqualTo("Optional[<sensitive>]");
            });
  }

  @Test
  void a_sensitive_component_of_a_record_is_never_shown() {
    assertThat(safe.render(new Card("4111", 3))).isEqualTo("Card[number=<sensitive>, pin=3]");
    assertThat(all.render(new Card("4111", 3))).isEqualTo("Card[number=<sensitive>, pin=3]");
  }

  @Test
  void a_record_nested_too_deep_or_too_wide_is_its_type() {
    Holder deep = new Holder(null);
    for (int i = 0; i < 100_000; i++) {
      deep = new Holder(deep);
    }
    Pair wide = new Pair(1, 1);
    for (int i = 0; i < 60; i++) {
      wide = new Pair(wide, wide);
    }

    assertThat(safe.render(deep)).isEqualTo(HERE + "Holder");
    assertThat(safe.render(wide)).isEqualTo(HERE + "Pair");
  }

  @Test
  void a_to_string_that_throws_is_told_of() {
    assertThat(all.render(new Failing(new IllegalStateException("secret"))))
        .isEqualTo(HERE + "Failing (rendering it threw java.lang.IllegalStateException)");
    assertThat(all.render(new Failing(new NoClassDefFoundError("gone"))))
        .isEqualTo(HERE + "Failing (rendering it threw java.lang.NoClassDefFoundError)");
  }

  @Test
  void a_to_string_that_recurses_for_ever_is_told_of() {
    assertThat(all.render(new Recursing()))
        .isEqualTo(HERE + "Recursing (rendering it threw java.lang.StackOverflowError)");
  }

  @Test
  void a_to_string_that_gives_nothing_is_shown_as_null() {
    assertThat(all.render(new Failing(null))).isEqualTo("null");
  }

  @Test
  void an_error_of_the_virtual_machine_passes() {
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> all.render(new Failing(new OutOfMemoryError("test"))));
  }

  private static Object proxy() {
    return Proxy.newProxyInstance(
        Named.class.getClassLoader(),
        new Class<?>[] {Named.class},
        (proxy, method, arguments) -> {
          throw new AssertionError("application code ran");
        });
  }

  interface Named {}

  static class Blocking {
    @Override
    public String toString() {
      throw new AssertionError("application code ran");
    }
  }

  static class Plain {
    @Override
    public String toString() {
      return "plain";
    }
  }

  static class Mute {}

  @Rendered
  static class Money {
    private final long euros;

    Money(long euros) {
      this.euros = euros;
    }

    @Override
    public String toString() {
      return euros + " EUR\n";
    }
  }

  @Rendered
  interface Shown {}

  static class Coin implements Shown {
    @Override
    public String toString() {
      return "coin";
    }
  }

  enum Colour {
    RED {
      @Override
      public String toString() {
        throw new AssertionError("application code ran");
      }
    }
  }

  record Amount(long cents) {}

  record Receipt(String id, Optional<Amount> amount) {}

  record Holder(Object content) {}

  record Pair(Object left, Object right) {}

  record Masked(String number) {
    @Override
    public String toString() {
      return "****";
    }
  }

  record Slow(long cents) {
    @Override
    public long cents() {
      throw new AssertionError("application code ran");
    }
  }

  record Card(@Sensitive String number, int pin) {}

  @Sensitive
  static class Secret {
    @Override
    public String toString() {
      throw new AssertionError("application code ran");
    }
  }

  static class SecretChild extends Secret {}

  static class Failing {
    private final Throwable failure;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public String toString() {
      if (failure != null) {
        Failing.<RuntimeException>sneak(failure);
      }
      return null;
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable thrown) throws X {
      throw (X) thrown;
    }
  }

  static class Recursing {
    @Override
    public String toString() {
      return "x" + this;
    }
  }
}
