package dev.tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void a_misspelt_name_is_taken_for_the_one_it_differs_least_from() {
    assertThat(Nearest.of("enforced", List.of("off", "observe", "enforce"))).isEqualTo("enforce");
  }

  @Test
  void letter_case_does_not_count() {
    assertThat(Nearest.of("OBSERV", List.of("off", "observe"))).isEqualTo("observe");
  }

  @Test
  void of_equally_near_names_the_first_is_meant() {
    assertThat(Nearest.of("moat", List.of("moan", "goat"))).isEqualTo("moan");
  }

  @Test
  void a_name_that_has_little_in_common_with_any_is_none() {
    assertThat(Nearest.of("colour", List.of("off", "banner"))).isNull();
  }
}
