package dev.tenon.benchmark.constraint;

import dev.tenon.contract.Seam;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import net.sf.oval.constraint.Length;
import net.sf.oval.constraint.MatchPattern;
import net.sf.oval.guard.Guarded;
import org.springframework.validation.annotation.Validated;

/** A size and a pattern on a text. */
@Seam
public interface Labels {

  /** What the pattern is for all. */
  String FORM = "[A-Z]{2}-[0-9]+";

  int print(@Size(min = 4, max = 20) @Pattern(regexp = FORM) String label);

  static Suppliers<Labels> suppliers() {
    return new Suppliers<>(
        Labels.class, new Supplier(), new HandWritten(), new Validates(), new Guards());
  }

  /** The supplier. */
  class Supplier implements Labels {
    @Override
    public int print(String label) {
      return label.length();
    }
  }

  /** The constraints by hand. */
  final class HandWritten implements Labels {

    private static final java.util.regex.Pattern PATTERN = java.util.regex.Pattern.compile(FORM);

    @Override
    public int print(String label) {
      if (label != null) {
        if (label.length() < 4 || label.length() > 20) {
          throw new IllegalArgumentException("the label has " + label.length() + " characters");
        }
        if (!PATTERN.matcher(label).matches()) {
          throw new IllegalArgumentException("the label is " + label);
        }
      }
      return label.length();
    }
  }

  /** With Spring's mark. */
  @Validated
  class Validates extends Supplier {}

  /** With OVal's constraints. */
  @Guarded(checkInvariants = false)
  final class Guards implements Labels {
    @Override
    public int print(@Length(min = 4, max = 20) @MatchPattern(pattern = FORM) String label) {
      return label.length();
    }
  }
}
