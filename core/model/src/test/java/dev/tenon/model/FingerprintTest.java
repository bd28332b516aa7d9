package dev.tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Clause.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A companion is stale exactly when the declaration says something else. */
class FingerprintTest {

  private static final Written PLAIN =
      new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "positive", "it is a payment");

  @Test
  void it_is_thirty_two_hexadecimal_digits() {
    assertThat(digest("bank.Vault", PLAIN)).matches("[0-9a-f]{32}");
  }

  @Test
  void the_same_declaration_gives_the_same() {
    assertThat(digest("bank.Vault", PLAIN)).isEqualTo(digest("bank.Vault", PLAIN));
  }

  @Test
  void the_type_counts() {
    assertThat(digest("bank.Vault", PLAIN)).isNotEqualTo(digest("bank.Till", PLAIN));
  }

  @Test
  void everything_that_is_written_counts() {
    List<Written> changed =
        List.of(
            new Written("paid", "(J)V", Role.REQUIRES, 0, "n > 0", "positive", "it is a payment"),
            new Written("pay", "(I)V", Role.REQUIRES, 0, "n > 0", "positive", "it is a payment"),
            new Written("pay", "(J)V", Role.ENSURES, 0, "n > 0", "positive", "it is a payment"),
            new Written("pay", "(J)V", Role.REQUIRES, 1, "n > 0", "positive", "it is a payment"),
            new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 1", "positive", "it is a payment"),
            new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "Positive", "it is a payment"),
            new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "positive", "it is a debt"));

    assertThat(changed)
        .extracting(one -> digest("bank.Vault", one))
        .doesNotHaveDuplicates()
        .doesNotContain(digest("bank.Vault", PLAIN));
  }

  @Test
  void white_space_counts_since_the_report_quotes_it() {
    assertThat(digest("bank.Vault", PLAIN.saying("n  > 0")))
        .isNotEqualTo(digest("bank.Vault", PLAIN));
  }

  @Test
  void a_further_clause_counts() {
    Written further = new Written("pay", "(J)V", Role.REQUIRES, 1, "n < 9", "", "");

    assertThat(digest("bank.Vault", PLAIN, further)).isNotEqualTo(digest("bank.Vault", PLAIN));
  }

  @Test
  void the_order_of_the_clauses_of_a_role_counts() {
    Written other = PLAIN.saying("n < 9");

    assertThat(digest("bank.Vault", PLAIN, other.at(1)))
        .isNotEqualTo(digest("bank.Vault", other, PLAIN.at(1)));
  }

  @Test
  void the_order_of_methods_and_of_roles_does_not_count() {
    Written guarantee = new Written("pay", "(J)V", Role.ENSURES, 0, "true", "", "");
    Written other = new Written("get", "()J", Role.ENSURES, 0, "result > 0", "", "");

    assertThat(digest("bank.Vault", PLAIN, guarantee, other))
        .isEqualTo(digest("bank.Vault", other, guarantee, PLAIN));
  }

  @Test
  void what_ends_one_part_does_not_begin_the_next() {
    Written one = new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "a", "bc");
    Written other = new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "ab", "c");

    assertThat(digest("bank.Vault", one)).isNotEqualTo(digest("bank.Vault", other));
  }

  @Test
  void a_control_character_in_a_text_ends_no_part() {
    Written one = new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "a\u0001", "b");
    Written other = new Written("pay", "(J)V", Role.REQUIRES, 0, "n > 0", "a", "\u0001b");

    assertThat(digest("bank.Vault", one)).isNotEqualTo(digest("bank.Vault", other));
  }

  @Test
  void a_line_end_in_a_text_begins_no_clause() {
    String second = "\nget\u0001()J\u0001ENSURES\u00010\u0001true\u0001\u0001";
    Written two = new Written("get", "()J", Role.ENSURES, 0, "true", "", "");
    Written first = new Written("a", "()J", Role.ENSURES, 0, "true", "", "");

    assertThat(digest("bank.Vault", first.because(second)))
        .isNotEqualTo(digest("bank.Vault", first, two));
  }

  @Test
  void half_a_character_is_not_taken_for_another() {
    assertThat(digest("bank.Vault", PLAIN.saying("\ud83d")))
        .isNotEqualTo(digest("bank.Vault", PLAIN.saying("?")))
        .isNotEqualTo(digest("bank.Vault", PLAIN.saying("\ud83e")));
  }

  @Test
  void every_part_of_an_exception_clause_counts() {
    List<String> digests =
        List.of(
            exception("a.E", "n > 0", "", "", ""),
            exception("a.F", "n > 0", "", "", ""),
            exception("a.E", "", "n > 0", "", ""),
            exception("a.E", "n > 0", "n > 0", "", ""),
            exception("a.E", "n > 0", "", "n", ""),
            exception("a.E", "n > 0", "", "", "n"));

    assertThat(digests).doesNotHaveDuplicates();
  }

  private static String exception(String... written) {
    Fingerprint fingerprint = new Fingerprint("bank.Vault");
    fingerprint.add("pay", "(J)V", Role.THROWS, 0, written);
    return fingerprint.digest();
  }

  private static String digest(String type, Written... clauses) {
    Fingerprint fingerprint = new Fingerprint(type);
    for (Written clause : clauses) {
      fingerprint.add(
          clause.method(),
          clause.descriptor(),
          clause.role(),
          clause.ordinal(),
          clause.value(),
          clause.name(),
          clause.because());
    }
    return fingerprint.digest();
  }

  /** A clause as its annotation states it. */
  private record Written(
      String method,
      String descriptor,
      Role role,
      int ordinal,
      String value,
      String name,
      String because) {

    Written saying(String text) {
      return new Written(method, descriptor, role, ordinal, text, name, because);
    }

    Written at(int position) {
      return new Written(method, descriptor, role, position, value, name, because);
    }

    Written because(String reason) {
      return new Written(method, descriptor, role, ordinal, value, name, reason);
    }
  }
}
