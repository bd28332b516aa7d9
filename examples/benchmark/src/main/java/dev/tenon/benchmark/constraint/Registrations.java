package dev.tenon.benchmark.constraint;

import dev.tenon.contract.Seam;
import jakarta.validation.Valid;
import net.sf.oval.constraint.AssertValid;
import net.sf.oval.guard.Guarded;
import org.springframework.validation.annotation.Validated;

/** A bean that is validated with what it holds. */
@Seam
public interface Registrations {

  int register(@Valid Customer customer);

  static Suppliers<Registrations> suppliers() {
    return new Suppliers<>(
        Registrations.class, new Supplier(), new HandWritten(), new Validates(), new Guards());
  }

  /** The supplier. */
  class Supplier implements Registrations {
    @Override
    public int register(Customer customer) {
      return customer.age;
    }
  }

  /** The constraints by hand. */
  final class HandWritten implements Registrations {
    @Override
    public int register(Customer customer) {
      if (customer != null) {
        demand(customer.name != null && !customer.name.isBlank(), "name");
        demand(customer.country != null, "country");
        demand(customer.city == null || customer.city.length() <= 40, "city");
        demand(customer.age >= 18, "age");
        demand(customer.limit > 0, "limit");
      }
      return customer.age;
    }

    private static void demand(boolean holds, String field) {
      if (!holds) {
        throw new IllegalArgumentException(field);
      }
    }
  }

  /** With Spring's mark. */
  @Validated
  class Validates extends Supplier {}

  /** With OVal's constraints. */
  @Guarded(checkInvariants = false)
  final class Guards implements Registrations {
    @Override
    public int register(@AssertValid Customer customer) {
      return customer.age;
    }
  }
}
