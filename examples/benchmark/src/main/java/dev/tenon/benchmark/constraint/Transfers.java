package dev.tenon.benchmark.constraint;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Seam;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import net.sf.oval.constraint.Min;
import net.sf.oval.guard.Guarded;
import org.springframework.validation.annotation.Validated;

/** Simple constraints on three parameters. */
@Seam
public interface Transfers {

  long transfer(@NotNull Account from, @NotNull Account to, @Positive long amount);

  static Suppliers<Transfers> suppliers() {
    return new Suppliers<>(
        Transfers.class, new Supplier(), new HandWritten(), new Validates(), new Guards());
  }

  /** The supplier. */
  class Supplier implements Transfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      // Without a look at the accounts, so that null gets through where nobody checks.
      return 1_000 - amount;
    }
  }

  /** The constraints by hand. */
  final class HandWritten implements Transfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      if (from == null) {
        throw new IllegalArgumentException("from is null");
      }
      if (to == null) {
        throw new IllegalArgumentException("to is null");
      }
      if (amount <= 0) {
        throw new IllegalArgumentException("amount is " + amount);
      }
      return 1_000 - amount;
    }
  }

  /** With Spring's mark. */
  @Validated
  class Validates extends Supplier {}

  /** With OVal's constraints. */
  @Guarded(checkInvariants = false)
  final class Guards implements Transfers {
    @Override
    public long transfer(
        @net.sf.oval.constraint.NotNull Account from,
        @net.sf.oval.constraint.NotNull Account to,
        @Min(value = 0, inclusive = false) long amount) {
      return 1_000 - amount;
    }
  }
}
