package dev.tenon.testkit.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** Constraints inside of others, beside others, and repeated. */
@NullUnmarked
interface NestedCases {

  /** With constraints on its components. */
  record Line(@NotBlank @Size(max = 12) String text, @Min(1) int count) {}

  /** With others inside. */
  record Order(@NotNull @Valid Line first, @NotEmpty List<@Valid @NotNull Line> rest) {}

  /** A bean with constraints on fields and getters. */
  class Account {
    @NotBlank private String owner = "nobody";
    private BigDecimal balance = BigDecimal.ZERO;

    public String getOwner() {
      return owner;
    }

    public void setOwner(String owner) {
      this.owner = owner;
    }

    @NotNull
    @PositiveOrZero
    @Digits(integer = 6, fraction = 2)
    public BigDecimal getBalance() {
      return balance;
    }

    public void setBalance(BigDecimal balance) {
      this.balance = balance;
    }
  }

  void elements(
      List<@NotBlank String> texts,
      @Size(max = 3) Set<@Min(1) @Max(3) Integer> numbers,
      Map<@NotNull @Size(min = 2) String, @Positive Integer> prices,
      Optional<@NotNull String> filled,
      Optional<@Positive Integer> positive,
      Optional<@Null String> empty,
      List<List<@NotNull @Positive Integer>> nested,
      Map<String, List<@Email @NotNull String>> mails);

  void objects(
      @Valid Line line,
      @NotNull @Valid Order order,
      @Valid Account account,
      List<@Valid @NotNull Line> lines,
      Map<String, @Valid Account> accounts,
      @NotNull Line unasked);

  void several(
      @Min(10) @Max(20) int between,
      @NotNull @Positive @DecimalMax("3.5") @Digits(integer = 1, fraction = 1) BigDecimal few,
      @NotBlank @Size(min = 3, max = 5) String visible,
      @Size(min = 3) @Pattern(regexp = "[a-c]*") String letters,
      @Pattern(regexp = "[a-f]+") @Pattern(regexp = "[d-z]{2,}") String both,
      @Email @Size(min = 20, max = 30) String mail,
      @Email @NotBlank String someMail,
      @NotNull @Past LocalDate birthday,
      @NotEmpty @Size(max = 2) List<@NotBlank String> oneOrTwo,
      @Positive @Size(max = 3) String shortNumber);
}
