package warehouse;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every kind of argument. */
@Seam
public interface Sorting {

  int MOST = 50;

  @Requires("low <= high && low <= value")
  @Ensures("result >= low && result <= high")
  int clamp(int value, int low, int high);

  @Requires("part < MOST")
  void fill(int part);

  @Requires("n < names.size()")
  @Requires("n >= 0")
  @Requires("names.stream().noneMatch(name -> name.equals(\"none\"))")
  @Ensures("result.equals(names.get(n))")
  String nth(@Size(min = 2, max = 9) List<@NotBlank @Size(max = 5) String> names, int n);

  @Ensures("result.startsWith(code)")
  String label(
      @NotNull @Pattern(regexp = "[A-Z]{2}-\\d{3,5}") String code,
      Kind kind,
      @AssertTrue boolean isUrgent);

  @Requires("weight > 0.5 && times != 0 && !note.isEmpty()")
  @Ensures("result == weight * times")
  double weigh(double weight, @Max(100) long times, String note);

  @Ensures("result.signum() > 0")
  BigDecimal price(
      @NotNull @DecimalMin("0.001") @DecimalMax(value = "99.5", inclusive = false) BigDecimal net,
      @NotNull @Digits(integer = 3, fraction = 1) BigDecimal tax);

  @Ensures("result == numbers.length + known.size() + map.size()")
  int count(
      @NotEmpty int[] numbers,
      @NotNull @Size(max = 3) Set<Kind> known,
      @NotNull Map<String, Integer> map,
      Optional<String> comment);

  int count(short few, Byte bits, char letter);

  @Requires("parcel.grams() > least")
  void accept(Parcel parcel, int least);

  @Ensures("result == thing")
  <T> T same(T thing);

  /** A kind. */
  enum Kind {
    SMALL,
    LARGE
  }

  /** What cannot be guessed. */
  record Parcel(int grams) {}
}
