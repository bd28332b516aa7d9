package dev.tenon.testkit;

import static dev.tenon.testkit.TenonAssertions.assertThatRecordedViolation;
import static dev.tenon.testkit.TenonAssertions.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.tenon.Seams;
import dev.tenon.model.Party;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.MockMakers;
import org.mockito.Mockito;

/** Tests with mocks that are not run as tests of this module but by its tests. */
final class MockExamples {

  static volatile String maker = MockMakers.INLINE;
  static volatile boolean isGuarded;

  private MockExamples() {}

  static <T> T mocked(Class<T> type) {
    return mock(type, withSettings().mockMaker(maker));
  }

  static Purse spied(HonestPurse instance) {
    return mock(
        HonestPurse.class,
        withSettings()
            .mockMaker(maker)
            .spiedInstance(instance)
            .defaultAnswer(Mockito.CALLS_REAL_METHODS));
  }

  /** What the client is given. */
  static Purse given(Purse mock) {
    return isGuarded ? Seams.guard(Purse.class, mock) : mock;
  }

  @RequiresTenon(seams = Purse.class)
  static class Checked {

    private final Purse purse = mocked(Purse.class);
    private final Buyer buyer = new Buyer(given(purse));

    @Test
    void stubs_with_matchers_and_is_verified() {
      when(purse.take(anyLong())).thenAnswer(call -> call.getArgument(0));

      assertThat(buyer.pay(5)).isEqualTo(5);

      verify(purse).take(5);
      verify(purse).take(anyLong());
      verify(purse, never()).take(-1);
      verifyNoMoreInteractions(purse);
    }

    @Test
    void stubs_calls_that_no_client_may_make() {
      when(purse.take(-1)).thenThrow(new IllegalArgumentException());
      doReturn(0L).when(purse).take(0);
      doThrow(new IllegalStateException()).when(purse).take(-2);
    }

    @Test
    void leaves_answers_to_mockito() {
      assertThat(buyer.pay(5)).isZero();
      assertThat(given(purse).pour(new HonestPurse())).isNull();
    }

    @Test
    void stubs_anew_what_was_wrong() {
      when(purse.balance()).thenReturn(-5L);
      when(purse.balance()).thenReturn(5L);
      assertThat(given(purse).balance()).isEqualTo(5);
    }

    @Test
    void passes_and_gives_mocks_that_are_stubbed_meanwhile() {
      Purse to = mocked(Purse.class);
      when(to.balance()).thenReturn(3L);
      when(purse.pour(to)).thenReturn(to);
      when(purse.pour(any())).thenReturn(to);

      assertThat(given(purse).pour(to)).isSameAs(to);

      verify(purse).pour(to);
      verifyNoMoreInteractions(purse, to);
    }

    @Test
    void fails_to_verify() {
      buyer.pay(5);
      assertThatThrownBy(() -> verify(purse, never()).take(anyLong()))
          .hasMessageContaining("Never wanted");
    }

    @Test
    void client_asks_too_little() {
      buyer.pay(-1);
    }

    @Test
    void client_asks_too_little_of_a_stub() {
      when(purse.take(anyLong())).thenReturn(7L);
      buyer.pay(-1);
    }

    @Test
    void client_asks_too_little_and_it_is_verified() {
      buyer.pay(-1);
      verify(purse).take(-1);
    }

    @Test
    void stub_answers_too_little() {
      when(purse.balance()).thenReturn(-5L);
      given(purse).balance();
    }

    @Test
    void stub_of_do_return_answers_too_little() {
      doReturn(-5L).when(purse).balance();
      given(purse).balance();
    }

    @Test
    void stub_throws_what_is_not_on_the_list() {
      doThrow(new IllegalArgumentException()).when(purse).close();
      assertThatThrownBy(given(purse)::close).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @RequiresTenon(seams = Purse.class)
  static class Asserted {

    private final Purse purse = mocked(Purse.class);
    private final Buyer buyer = new Buyer(given(purse));

    @Test
    void asserts_the_record() {
      assertThatRecordedViolation(() -> buyer.pay(-1)).blames(Party.CLIENT).seen("amount", "-1");
    }

    @Test
    void takes_it_out(Violations violations) {
      buyer.pay(-1);
      TenonAssertions.assertThat(violations.takeOnly())
          .blames(Party.CLIENT)
          .client(Buyer.class, "pay");
    }
  }

  @RequiresTenon(seams = Purse.class, mocks = Mocks.CLIENTS_ONLY)
  static class ClientsOnly extends Checked {}

  @RequiresTenon(seams = Purse.class, mocks = Mocks.UNCHECKED)
  static class Unchecked extends Checked {}

  @RequiresTenon(seams = Purse.class)
  static class Suppliers {

    @Test
    void spy_is_called_as_agreed() {
      Purse spy = spied(new HonestPurse());
      assertThat(spy.take(5)).isEqualTo(5);
      verify(spy).take(anyLong());
    }

    @Test
    void spy_is_stubbed() {
      Purse spy = spied(new HonestPurse());
      doReturn(-5L).when(spy).take(0);
      assertThat(spy.take(0)).isEqualTo(-5);
      assertThat(spy.take(5)).isEqualTo(5);
    }

    @Test
    void spy_throws_at_the_client() {
      Buyer buyer = new Buyer(spied(new HonestPurse()));
      assertThatViolation(() -> buyer.pay(-1)).blames(Party.CLIENT).client(Buyer.class, "pay");
    }

    @Test
    void mock_of_a_class_answers_unasked() {
      Purse mock = mocked(HonestPurse.class);
      assertThat(mock.take(-1)).isZero();
    }

    @Test
    void mock_passes_on_to_a_supplier() {
      Purse delegate =
          mock(
              Purse.class,
              withSettings()
                  .mockMaker(maker)
                  .defaultAnswer(AdditionalAnswers.delegatesTo(new HonestPurse())));
      Buyer buyer = new Buyer(delegate);
      assertThatViolation(() -> buyer.pay(-1)).blames(Party.CLIENT).client(Buyer.class, "pay");
    }
  }
}
