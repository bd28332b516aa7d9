package dev.tenon.benchmark.constraint;

import dev.tenon.contract.Seam;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import net.sf.oval.ConstraintTarget;
import net.sf.oval.guard.Guarded;
import org.springframework.validation.annotation.Validated;

/** A constraint on what is in a list. */
@Seam
public interface Notices {

  int send(List<@NotBlank String> receivers);

  static Suppliers<Notices> suppliers() {
    return new Suppliers<>(
        Notices.class, new Supplier(), new HandWritten(), new Validates(), new Guards());
  }

  /** The supplier. */
  class Supplier implements Notices {
    @Override
    public int send(List<String> receivers) {
      return receivers.size();
    }
  }

  /** The constraint by hand. */
  final class HandWritten implements Notices {
    @Override
    public int send(List<String> receivers) {
      if (receivers != null) {
        for (String receiver : receivers) {
          if (receiver == null || receiver.isBlank()) {
            throw new IllegalArgumentException("a receiver is blank");
          }
        }
      }
      return receivers.size();
    }
  }

  /** With Spring's mark. */
  @Validated
  class Validates extends Supplier {}

  /** With OVal's constraints. */
  @Guarded(checkInvariants = false)
  final class Guards implements Notices {
    @Override
    public int send(
        @net.sf.oval.constraint.NotNull(appliesTo = ConstraintTarget.VALUES)
            @net.sf.oval.constraint.NotBlank
            List<String> receivers) {
      return receivers.size();
    }
  }
}
