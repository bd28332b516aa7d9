package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.OVERRIDE;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static dev.tenon.verdict.ClauseKind.GUARANTEE;
import static dev.tenon.verdict.ClauseKind.PRECONDITION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Sensitive;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ValidatorAnswer;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.GroupSequence;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Constraints of Bean Validation are clauses. */
class ConstraintIT implements Scenario {

  private long errors;

  @BeforeEach
  void count() {
    errors = Seams.ledger().errors();
  }

  @AfterEach
  void the_validator_never_disagrees() {
    assertThat(Seams.ledger().errors()).isEqualTo(errors);
  }

  @EveryDoor
  void one_on_a_parameter_is_owed_by_the_client(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThatViolation(() -> shop.order("pen", 0))
        .blames(CLIENT)
        .isA(PRECONDITION)
        .of("order")
        .quoting("@Positive amount")
        .seeing("amount", "0")
        .client(ConstraintIT.class, "one_on_a_parameter_is_owed_by_the_client")
        .supplier(Stocked.class);
    assertThat(recordedBy(() -> shop.order("pen", 1))).isEmpty();
  }

  @EveryDoor
  void one_on_a_method_is_owed_by_the_supplier(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("x"));

    assertThatViolation(() -> shop.order("pen", 1))
        .blames(SUPPLIER)
        .isA(GUARANTEE)
        .quoting("@Size(min = 2) result")
        .seeing("result", "\"x\"")
        .supplier(Stocked.class);
  }

  @EveryDoor
  void the_validator_is_quoted(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThat(assertThatViolation(() -> shop.order(" ", 0)).violation().validatorAnswers())
        .containsExactly(
            new ValidatorAnswer("item.NotBlank", "must not be blank", "order.item"),
            new ValidatorAnswer("amount.Positive", "must be greater than 0", "order.amount"));
  }

  @EveryDoor
  void all_that_are_false_are_one_violation(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThatViolation(() -> shop.order(null, -1))
        .quoting("@NotBlank item")
        .alsoFalse("@Positive amount");
  }

  @EveryDoor
  void what_is_in_containers_is_looked_at(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThat(recordedBy(() -> shop.pack(null, null, null))).isEmpty();
    assertThat(recordedBy(() -> shop.pack(List.of("a"), Map.of("k", 1), Optional.of(1)))).isEmpty();
    assertThatViolation(() -> shop.pack(Arrays.asList("a", null), null, null))
        .quoting("@NotBlank items.E");
    assertThatViolation(() -> shop.pack(null, Map.of("", 1), null)).quoting("@NotBlank counts.K");
    assertThatViolation(() -> shop.pack(null, Map.of("a", 0), null))
        .quoting("@Min(1) counts.V")
        .alsoFalse();
    assertThatViolation(() -> shop.pack(null, null, Optional.of(-1))).quoting("@Positive first.T");
  }

  @EveryDoor
  void what_only_the_validator_knows_is_asked_of_it(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThat(recordedBy(() -> shop.mail("a@b", new Address("Here", 12345), "even"))).isEmpty();
    assertThatViolation(() -> shop.mail("a", new Address("Here", 12345), "even"))
        .blames(CLIENT)
        .quoting("@Email mail");
    assertThat(
            assertThatViolation(() -> shop.mail("a@b", new Address(" ", 1), "even"))
                .blames(CLIENT)
                .quoting("@Valid address")
                .violation()
                .validatorAnswers())
        .extracting(ValidatorAnswer::path)
        .containsExactly("mail.address.code", "mail.address.street");
    assertThatViolation(() -> shop.mail("a@b", new Address("Here", 12345), "odd"))
        .quoting("@EvenLength word");
  }

  @EveryDoor
  void one_on_all_parameters_together_is_the_clients(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThat(recordedBy(() -> shop.between(1, 2))).isEmpty();
    assertThatViolation(() -> shop.between(2, 1))
        .blames(CLIENT)
        .isA(PRECONDITION)
        .quoting("@Ascending parameters");
  }

  @EveryDoor
  void one_of_another_group_is_not_asked(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThat(recordedBy(() -> shop.draft(null))).isEmpty();
  }

  @EveryDoor
  void they_come_before_the_clauses_of_their_declaration(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    assertThatViolation(() -> shop.discount(0)).quoting("@Min(1) percent").alsoFalse();
    assertThatViolation(() -> shop.discount(120))
        .quoting("@Max(100) percent")
        .alsoFalse("percent < 50");
    assertThatViolation(() -> shop.discount(60)).quoting("percent < 50").alsoFalse();
  }

  @EveryDoor
  void nothing_is_owed_where_one_was_false(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));
    Modes.set("ConstraintIT$Shop", Mode.OBSERVE);

    assertThatRecord(() -> shop.discount(0)).blames(CLIENT).quoting("@Min(1) percent");
    assertThatRecord(() -> shop.discount(13)).blames(SUPPLIER).quoting("result != 13");
  }

  @EveryDoor
  void each_has_a_mode(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));
    Modes.set("ConstraintIT$Shop.order#amount.Positive", Mode.OFF);

    assertThat(recordedBy(() -> shop.order("pen", 0))).isEmpty();
    assertThatViolation(() -> shop.order("", 0)).quoting("@NotBlank item").alsoFalse();
  }

  @EveryDoor
  void an_implementation_that_asks_more_is_to_blame_itself(Door door) {
    Shop shop = door.guard(Shop.class, new Choosy());

    assertThatViolation(() -> shop.order("pen", 3)).blames(OVERRIDE).quoting("@Min(5) amount");
    assertThatViolation(() -> shop.order("pen", 0)).blames(CLIENT).quoting("@Positive amount");
    assertThat(recordedBy(() -> shop.order("pen", 5))).isEmpty();
  }

  @EveryDoor
  @SuppressWarnings("unchecked")
  void those_of_a_generic_seam_are_those_of_its_implementations(Door door) {
    Keeper<String> keeper = door.guard(Keeper.class, new NameKeeper());

    assertThat(recordedBy(() -> keeper.keep("a"))).isEmpty();
    assertThatViolation(() -> keeper.keep(null)).blames(CLIENT).quoting("@NotNull value");
  }

  @EveryDoor
  void a_class_may_say_what_its_default_group_is(Door door) {
    Shop shop = door.guard(Shop.class, new Sequenced());

    assertThatViolation(() -> shop.order("pen", 0)).blames(CLIENT).quoting("@Positive amount");
    assertThat(recordedBy(() -> shop.order("pen", 1))).isEmpty();
  }

  @EveryDoor
  void the_first_of_its_groups_that_is_broken_is_the_last_asked(Door door) {
    Shop shop = door.guard(Shop.class, new Sequenced());

    // The body is that of a class without groups of its own.
    assertThat(assertThatViolation(() -> shop.mark(0, null)).violation().also()).isEmpty();
    assertThatViolation(() -> shop.mark(0, null)).quoting("@NotNull label");
    assertThatViolation(() -> shop.mark(0, "new")).quoting("@Positive amount");
  }

  @EveryDoor
  void an_optional_is_told_from_what_stands_in_it(Door door) {
    Waiting waiting = door.guard(Waiting.class, limit -> {});

    assertThatViolation(() -> waiting.until(Optional.empty())).quoting("@NotNull limit.T");
    assertThatViolation(() -> waiting.until(null)).quoting("@NotNull limit");
  }

  @EveryDoor
  void what_the_validator_refuses_is_announced_and_the_rest_judged(Door door) {
    Slow slow = door.guard(Slow.class, new Negative());

    assertThatViolation(() -> slow.keep(-1)).blames(CLIENT).quoting("@Positive amount");
    assertThat(recordedBy(slow::soon)).isEmpty();
    assertThat(Seams.status().notEnforced())
        .anySatisfy(
            each -> assertThat(each.toString()).contains("Slow").contains("soon", "HV000197"));
  }

  @EveryDoor
  void what_is_sensitive_is_not_quoted(Door door) {
    Shop shop = door.guard(Shop.class, new Stocked("fine"));

    String text = assertThatViolation(() -> shop.pay("1234")).violation().text();

    assertThat(text).contains("@Size(min = 8) card").doesNotContain("1234");
  }

  @EveryDoor
  void what_a_validator_calls_is_not_judged(Door door) {
    Asked asked = door.guard(Asked.class, value -> {});
    AskingValidator.asked = asked;
    AskingValidator.calls = 0;

    assertThat(recordedBy(() -> asked.take(1))).isEmpty();
    // Each guard that the call passes asks once: none for the call that the validator makes.
    assertThat(AskingValidator.calls).isBetween(1, door == Door.PROXY_BEFORE_WOVEN ? 3 : 1);
    assertThatViolation(() -> asked.take(-1)).blames(CLIENT).quoting("@Asking value");
  }

  @EveryDoor
  void a_lambda_is_a_supplier_as_any(Door door) {
    Sole sole = door.guard(Sole.class, value -> value - 10);

    assertThatViolation(() -> sole.apply(0)).blames(CLIENT).quoting("@Positive value");
    assertThatViolation(() -> sole.apply(1)).blames(SUPPLIER).quoting("@Positive result");
    assertThat(recordedBy(() -> sole.apply(11))).isEmpty();
  }

  /** A seam with nearly nothing else. */
  @Seam
  interface Shop {

    @Size(min = 2)
    String order(@NotBlank String item, @Positive long amount);

    void pack(
        List<@NotBlank String> items,
        Map<@NotBlank String, @Min(1) Integer> counts,
        Optional<@Positive Integer> first);

    void mail(@Email String mail, @Valid Address address, @EvenLength String word);

    @Ascending
    void between(int from, int to);

    void draft(@NotNull(groups = Complete.class) String text);

    void mark(@Positive int amount, @NotNull(groups = Complete.class) String label);

    @Requires("percent < 50")
    @Ensures("result != 13")
    int discount(@Min(1) @Max(100) int percent);

    void pay(@Sensitive @Size(min = 8, message = "${validatedValue} is too short") String card);
  }

  /** A group that nobody asks for. */
  interface Complete {}

  record Address(@NotBlank String street, @Min(10000) int code) {}

  /** A constraint of the application. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = EvenLengthValidator.class)
  @interface EvenLength {
    String message() default "must be even";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Validates {@link EvenLength}. */
  public static class EvenLengthValidator implements ConstraintValidator<EvenLength, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value == null || value.length() % 2 == 0;
    }
  }

  /** A constraint on all parameters together. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = AscendingValidator.class)
  @interface Ascending {
    String message() default "must ascend";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Validates {@link Ascending}. */
  @SupportedValidationTarget(ValidationTarget.PARAMETERS)
  public static class AscendingValidator implements ConstraintValidator<Ascending, Object[]> {
    @Override
    public boolean isValid(Object[] values, ConstraintValidatorContext context) {
      return (int) values[0] <= (int) values[1];
    }
  }

  static class Stocked implements Shop {

    private final String answer;

    Stocked(String answer) {
      this.answer = answer;
    }

    @Override
    public String order(String item, long amount) {
      return answer;
    }

    @Override
    public void pack(List<String> items, Map<String, Integer> counts, Optional<Integer> first) {}

    @Override
    public void mail(String mail, Address address, String word) {}

    @Override
    public void between(int from, int to) {}

    @Override
    public void draft(String text) {}

    @Override
    public void mark(int amount, String label) {}

    @Override
    public int discount(int percent) {
      return percent;
    }

    @Override
    public void pay(String card) {}
  }

  static class Choosy extends Stocked {

    Choosy() {
      super("fine");
    }

    @SuppressWarnings("tenon")
    @Override
    public String order(String item, @Min(5) long amount) {
      return super.order(item, amount);
    }
  }

  /** Says that its own group comes first. */
  @GroupSequence({Complete.class, Sequenced.class})
  static class Sequenced extends Stocked {

    Sequenced() {
      super("fine");
    }
  }

  @Seam
  interface Keeper<T> {
    void keep(@NotNull T value);
  }

  static class NameKeeper implements Keeper<String> {
    @Override
    public void keep(String value) {}
  }

  /** Nobody can look into what is not there yet. */
  @Seam
  interface Slow {
    CompletableFuture<@Positive Integer> soon();

    void keep(@Positive int amount);
  }

  static class Negative implements Slow {
    @Override
    public CompletableFuture<Integer> soon() {
      return CompletableFuture.completedFuture(-1);
    }

    @Override
    public void keep(int amount) {}
  }

  @Seam
  interface Waiting {
    void until(@NotNull Optional<@NotNull Integer> limit);
  }

  @Seam
  interface Asked {
    void take(@Asking int value);
  }

  /** A constraint whose validator calls the seam itself. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = AskingValidator.class)
  @interface Asking {
    String message() default "must not be negative";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Validates {@link Asking}. */
  public static class AskingValidator implements ConstraintValidator<Asking, Integer> {

    private static Asked asked;
    private static int calls;

    @Override
    public boolean isValid(Integer value, ConstraintValidatorContext context) {
      calls++;
      asked.take(-1);
      return value >= 0;
    }
  }

  @Seam
  interface Sole {
    @Positive
    int apply(@Positive int value);
  }
}
