package dev.tenon.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.testkit.suite.Adversaries.One;
import dev.tenon.verdict.ContractViolation;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AdversariesTest {

  private final Adversaries<Rates> adversaries = Adversaries.of(Rates.class, null, Map.of(), 1);

  @Test
  void bounds_of_guarantees_are_answered_first() {
    Set<Integer> seen = new TreeSet<>();
    for (int i = 0; i < adversaries.moves(); i++) {
      seen.add(adversaries.one(i).supplier().rate("EUR"));
    }

    assertThat(seen).contains(0, 1, 99, 100).allMatch(rate -> rate >= 0 && rate <= 100);
  }

  @Test
  void answers_at_random_keep_every_guarantee() {
    Set<Integer> rates = new TreeSet<>();
    Set<Integer> sizes = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      Rates any = adversaries.one(adversaries.moves() + i).supplier();
      rates.add(any.rate("EUR"));
      sizes.add(any.currencies().size());
    }

    assertThat(rates).hasSizeGreaterThan(20).allMatch(rate -> rate >= 0 && rate <= 100);
    assertThat(sizes).containsExactly(0, 1, 2, 3);
  }

  @Test
  void a_query_says_what_guarantees_say_of_it() {
    int asked = 0;
    for (int i = 0; i < adversaries.moves() + 20; i++) {
      Rates rates = adversaries.one(i).supplier();
      int before = rates.booked();
      if (before < 1_000_000) {
        asked++;
        rates.book(7);
        rates.book(5);

        assertThat(rates.booked()).isEqualTo(before + 12);
      }
    }
    assertThat(asked).isGreaterThan(10);
  }

  @Test
  void where_nothing_keeps_the_guarantees_that_is_said() {
    Rates full = null;
    for (int i = 0; i < adversaries.moves() && full == null; i++) {
      Rates rates = adversaries.one(i).supplier();
      full = rates.booked() == Integer.MAX_VALUE ? rates : null;
    }
    Rates supplier = Objects.requireNonNull(full);

    assertThatThrownBy(() -> supplier.book(1))
        .hasMessageContaining("no answer of book was found that keeps its guarantees");
  }

  @Test
  void an_exception_that_may_be_thrown_is_thrown() {
    boolean isThrown = false;
    for (int i = 0; i < adversaries.moves(); i++) {
      One<Rates> one = adversaries.one(i);
      try {
        assertThat(one.supplier().above(3)).isGreaterThan(3);
      } catch (Rates.Unknown allowed) {
        isThrown = true;
        assertThat(one.answers())
            .singleElement()
            .extracting(Answer::text)
            .asString()
            .startsWith("above(3) threw ")
            .contains("Unknown");
      }
    }
    assertThat(isThrown).isTrue();
  }

  @Test
  void what_the_client_owes_is_judged() {
    Rates rates = adversaries.one(0).supplier();

    assertThatThrownBy(() -> rates.book(0)).isInstanceOf(ContractViolation.class);
  }

  @Test
  void answers_keep_within_the_view_of_the_client() {
    Adversaries<Rates> kind = Adversaries.of(Rates.class, RatesView.class, Map.of(), 1);
    Set<Integer> seen = new TreeSet<>();
    for (int i = 0; i < kind.moves() + 50; i++) {
      seen.add(kind.one(i).supplier().rate("EUR"));
    }

    assertThat(seen).contains(1, 100).doesNotContain(0);
  }
}
