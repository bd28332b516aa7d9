package dev.tenon.spring.boot;

import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import jakarta.validation.constraints.NotNull;

/** A seam with a clause, and with constraints that are compiled and that are not. */
@Seam(owner = "desk")
public interface Desk {
  /** Takes a code. */
  @Requires(value = "times > 0", name = "some")
  String take(@NotNull @KnownCode String code, int times);
}
