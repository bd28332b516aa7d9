package dev.tenon.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.Seams;
import dev.tenon.contract.Seam;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.MalformedContract;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;

/** As many constraints as there are bits, and more. */
class ManyConstraintsTest {

  @Test
  void so_many_as_fit_are_judged_to_the_last() {
    Full full = Seams.guard(Full.class, (a, b, c, d, e, f, g, h, i) -> {});

    full.take(1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThatThrownBy(() -> full.take(1, 1, 1, 1, 1, 1, 1, 1, 9))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining("@Max(8) arg8");
  }

  @Test
  void more_are_announced_rather_than_left_out_in_silence() {
    assertThatThrownBy(() -> Seams.guard(TooFull.class, (a, b, c, d, e, f, g, h, i) -> {}))
        .isInstanceOf(MalformedContract.class)
        .hasMessageContaining("it has 64 clauses of one kind")
        .hasMessageContaining("@Valid");
    assertThat(Presence.notEnforced()).doesNotContainKey(Full.class.getName());
  }

  /** Nine times seven. */
  @Seam
  interface Full {
    void take(
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p0,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p1,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p2,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p3,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p4,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p5,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p6,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p7,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p8);
  }

  /** And one. */
  @Seam
  interface TooFull {
    void take(
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)})
            @Max.List({@Max(10), @Max(9), @Max(8)})
            @NotNull
            Integer p0,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p1,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p2,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p3,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p4,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p5,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p6,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p7,
        @Min.List({@Min(-1), @Min(-2), @Min(-3), @Min(-4)}) @Max.List({@Max(10), @Max(9), @Max(8)})
            Integer p8);
  }
}
