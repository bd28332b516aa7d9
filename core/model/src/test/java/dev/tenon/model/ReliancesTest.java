package dev.tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a view relies on is promised where that is plain, and never where it is not sure. */
class ReliancesTest {

  private static final Map<String, String> DESCRIPTORS =
      Map.ofEntries(
          Map.entry("int", "I"),
          Map.entry("long", "J"),
          Map.entry("double", "D"),
          Map.entry("boolean", "Z"),
          Map.entry("Integer", "Ljava/lang/Integer;"),
          Map.entry("Boolean", "Ljava/lang/Boolean;"),
          Map.entry("BigDecimal", "Ljava/math/BigDecimal;"),
          Map.entry("String", "Ljava/lang/String;"),
          Map.entry("List", "Ljava/util/List;"),
          Map.entry("Money", "Lbank/Money;"),
          Map.entry("OptionalInt", "Ljava/util/OptionalInt;"));
  private static final Pattern CONSTRAINT = Pattern.compile("@(\\w+)(?:\\((.*)\\))?( \\S+)?");

  /** The operation {@code f(int n, String name)} as one type declares it. */
  private static Contract contract(
      String type, String returned, List<String> parameters, String... declared) {
    String descriptor = "(ILjava/lang/String;)" + DESCRIPTORS.get(returned);
    String result = returned.equals("List") ? "java.util.List<bank.Line>" : source(descriptor);
    Map<String, String> types =
        Map.of("result", result, parameters.get(0), "int", parameters.get(1), "java.lang.String");
    List<Clause> clauses = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    for (String each : declared) {
      if (each.startsWith("@")) {
        constraints.add(constraint(each));
      } else {
        clauses.add(clause(each, types));
      }
    }
    return new Contract(
        type,
        "",
        "A.java",
        "0",
        List.of(new Operation("f", descriptor, false, parameters, clauses, List.of(), false)),
        List.of(new ConstrainedOperation("f", descriptor, parameters, 1, constraints)));
  }

  private static String source(String descriptor) {
    return new Declared("f", descriptor, null, null).returned();
  }

  /** With a role in front of it, unless it is a guarantee: {@code requires n > 0}. */
  private static Clause clause(String text, Map<String, String> types) {
    Matcher role = Pattern.compile("(requires|throws|after) (.*)").matcher(text);
    if (!role.matches()) {
      return clause(Clause.Role.ENSURES, text, "", TreeReader.read(text, types));
    }
    String rest = role.group(2);
    if (role.group(1).equals("requires")) {
      return clause(Clause.Role.REQUIRES, rest, "", TreeReader.read(rest, types));
    }
    String[] parts = rest.split(" when |: ", 2);
    String said = parts.length > 1 ? parts[1] : "";
    Clause.Role of = role.group(1).equals("throws") ? Clause.Role.THROWS : Clause.Role.AFTER;
    return clause(
        of, said, "bank." + parts[0], TreeReader.read(said.isEmpty() ? "true" : said, types));
  }

  private static Clause clause(Clause.Role role, String text, String exception, Node tree) {
    return new Clause(role, text, text, "", exception, 1, true, List.of(), List.of(), tree);
  }

  /** On the result unless a position follows: {@code @Size(min=1, max=9) result.E}. */
  private static Constraint constraint(String text) {
    Matcher matcher = CONSTRAINT.matcher(text);
    assertThat(matcher.matches()).as(text).isTrue();
    List<Constraint.Attribute> attributes = new ArrayList<>();
    for (String each : matcher.group(2) == null ? new String[0] : matcher.group(2).split(", ?")) {
      String[] parts = each.contains("=") ? each.split("=") : new String[] {"value", each};
      attributes.add(
          new Constraint.Attribute(
              parts[0],
              parts[1].matches("-?\\d+|true|false")
                  ? new Constraint.Plain(parts[1])
                  : new Constraint.Text(parts[1])));
    }
    String package_ = matcher.group(1).equals("Isbn") ? "bank." : "jakarta.validation.constraints.";
    String position = matcher.group(3) == null ? "result" : matcher.group(3).trim();
    return new Constraint(position, package_ + matcher.group(1), attributes);
  }

  private static List<Reliance> reliances(String type, String view, String... seam) {
    return Reliances.of(
        contract("bank.A", type, List.of("count", "of"), view),
        List.of(contract("bank.A", type, List.of("n", "name"), seam)));
  }

  private static String[] all(@Nullable String text) {
    return text == null ? new String[0] : text.split("; ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "long ~ result > 0 ~ result > 0",
        "long ~ result > 0 ~ result >= 1",
        "long ~ result >= 1 ~ 0 < result",
        "long ~ result != 0 ~ result > 0",
        "long ~ result > 0 && result < 9 ~ result > 1; result <= 5",
        "long ~ !(result <= 0) ~ result > 0",
        "long ~ result > 0 || count > 0 ~ result > 0",
        "double ~ result > 0.25 ~ result > 0.5",
        "long ~ result > count ~ result > n",
        "int ~ of.length() >= result ~ name.length() >= result",
        "long ~ result == old(size()) ~ result == old(size())",
        "long ~ size() > 0 ~ size() > 1",
        "Money ~ result.cents() > 0 ~ result.cents() > 3",
        "Money ~ result != null ~ result.cents() > 3",
        "Money ~ null != result ~ result != null",
        "Money ~ result.cents() > 0 ~ result != null && (result == null || result.cents() > 0)",
        "Integer ~ result > 0 ~ result >= 1",
        "Integer ~ result > 0 ~ result == null || result > 0; result != null",
        "Integer ~ result == null || result > 0 ~ result > 3",
        "Integer ~ result == null || result > 0 ~ result == null || result > 3",
        "Integer ~ result != null ~ result > 0",
        "List ~ !result.isEmpty() ~ result.size() > 0",
        "List ~ result.size() != 0 ~ !result.isEmpty()",
        "List ~ result.isEmpty() ~ result.size() == 0",
        "List ~ result == null || !result.isEmpty() ~ result.size() >= 2",
        "String ~ result.length() <= 64 ~ result.length() <= 32",
        "long ~ result < Limits#MAX ~ result < Limits#MAX",
        "long ~ result == Limits#most(count) ~ result == Limits#most(n)",
        "boolean ~ result ~ result",
      })
  void a_guarantee_that_is_equal_or_plainly_contained_is_promised(
      String type, String view, String seam) {
    assertThat(reliances(type, view, all(seam)))
        .singleElement()
        .satisfies(each -> assertThat(each.isPromised()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "long ~ result > 0 ~ @Positive",
        "long ~ result >= 1 ~ @Positive",
        "long ~ result > 0 && result <= 9 ~ @Min(1); @Max(9)",
        "int ~ result >= 1 ~ @DecimalMin(0.5)",
        "int ~ result < 1 ~ @DecimalMax(value=1, inclusive=false)",
        "Integer ~ result > 0 ~ @Positive; @NotNull",
        "Integer ~ result == null || result >= 0 ~ @PositiveOrZero",
        "List ~ !result.isEmpty() ~ @NotEmpty",
        "List ~ result != null ~ @NotEmpty",
        "List ~ result.size() <= 9 ~ @NotNull; @Size(max=9)",
        "String ~ result != null && result.length() > 0 ~ @NotBlank",
        "boolean ~ result ~ @AssertTrue",
        "Boolean ~ result == null || result ~ @AssertTrue",
        "Money ~ result == null ~ @Null",
        "int ~ @Positive ~ result > 0",
        "int ~ @Min(1) ~ @Positive",
        "Integer ~ @Min(1) ~ result >= 1",
        "BigDecimal ~ @Positive ~ @Min(1)",
        "BigDecimal ~ @DecimalMin(0.5) ~ @DecimalMin(value=0.5, inclusive=false)",
        "BigDecimal ~ @Max(9) ~ @Negative",
        "List ~ @NotNull ~ result.size() > 0",
        "List ~ @NotEmpty ~ !result.isEmpty()",
        "List ~ @NotEmpty ~ @NotNull; @Size(min=1)",
        "List ~ @Size(max=64) ~ @Size(min=1, max=32)",
        "List ~ @Size(min=1, max=64) ~ @Size(min=1); @Size(max=32)",
        "List ~ @Size(max=64) ~ result.size() < 9",
        "List ~ @NotNull result.E ~ @NotBlank result.E",
        "List ~ @Min(1) result.E ~ @Min(2) result.E",
        "String ~ @NotBlank ~ @NotBlank(message=no)",
        "String ~ @Isbn(of=13) ~ @Isbn(of=13)",
        "Money ~ @Null ~ @Null",
      })
  void constraints_promise_clauses_and_constraints(String type, String view, String seam) {
    assertThat(reliances(type, view, all(seam)))
        .singleElement()
        .satisfies(each -> assertThat(each.isPromised()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // Weaker, or about something else.
        "long ~ result > 0 ~ result >= 0",
        "long ~ result > 0 ~ n > 0",
        "long ~ size() > 0 ~ old(size()) > 0",
        "double ~ !(result <= 0.5) ~ result > 0.5 || result < 0.1",
        "long ~ result > 0 ~",
        // No number is compared the other way round.
        "double ~ result > 0.5 ~ !(result <= 0.5)",
        "double ~ result != 0.0 ~ result > 0.5",
        // Null: a constraint lets it pass, a clause throws.
        "Integer ~ result > 0 ~ @Positive",
        "Integer ~ result > 0 ~ result == null || result > 0",
        "Integer ~ @NotNull ~ @Positive",
        "List ~ !result.isEmpty() ~ @Size(min=1)",
        "List ~ @NotEmpty ~ @Size(min=1)",
        "List ~ @NotEmpty ~ @NotNull",
        "List ~ result.size() >= 0 ~",
        "List ~ result.size() >= 0 ~ @NotNull",
        // What stands before may throw.
        "Money ~ result.isBad() || result.cents() > 0 ~ result.cents() > 0",
        "Money ~ !(result.isBad() && result.cents() <= 0) ~ !(result.cents() <= 0)",
        "Integer ~ result < 0 || of == null ~ name == null",
        // What the trees do not resolve.
        "long ~ result < MAX ~ result < MAX",
        "long ~ result == Limits(count) ~ result == Limits(n)",
        // Other positions, groups, payloads and attributes.
        "List ~ @NotNull result.E ~ @NotNull",
        "List ~ @NotNull result.E ~ @NotNull result.E.E",
        "String ~ @NotNull ~ @NotNull(groups=Late)",
        "String ~ @NotNull(groups=Late) ~ @NotNull(groups=Late)",
        "Integer ~ @Min(1) ~ @Min(value=1, payload=Unwrap)",
        "Integer ~ @Min(value=1, payload=Unwrap) ~ @Min(2)",
        "String ~ @Isbn(of=13) ~ @Isbn(of=10)",
        "String ~ @NotBlank ~ @NotEmpty",
        "String ~ @NotBlank ~ result.length() > 0",
        "String ~ @Email ~ @NotBlank",
        "OptionalInt ~ result != null ~ @NotNull",
        "BigDecimal ~ @Min(1) ~ @Positive",
        "List ~ @Min(1) result.E ~ @Positive result.E",
        "long ~ @Min(1) ~ @Max(9)",
        "long ~ @DecimalMin(1e30) ~ result > 0",
        "long ~ @DecimalMin(1e999999999) ~ result > 0; @Min(1)",
        "BigDecimal ~ @Min(1) ~ @DecimalMin(none)",
        "List ~ @Size(max=9) ~ @Size(max=10)",
      })
  void what_is_not_sure_is_not_promised(String type, String view, String seam) {
    assertThat(reliances(type, view, all(seam)))
        .singleElement()
        .satisfies(each -> assertThat(each.promisedBy()).isEmpty());
  }

  @Test
  void names_what_promises_it_in_the_fewest_words() {
    assertThat(reliances("long", "result > 0 && result < 9", "n > 0", "@Positive", "result < 5"))
        .singleElement()
        .isEqualTo(
            new Reliance(
                "f",
                "(ILjava/lang/String;)J",
                "result > 0 && result < 9",
                List.of("result < 5", "@Positive result")));
    assertThat(reliances("List", "@Size(min=1, max=9)", "@Size(max=9)", "@Size(min=2)"))
        .extracting(Reliance::text, Reliance::promisedBy)
        .containsExactly(
            Tuple.tuple(
                "@Size(min = 1, max = 9) result",
                List.of("@Size(max = 9) result", "@Size(min = 2) result")));
  }

  @Test
  void what_the_client_owes_is_no_reliance() {
    assertThat(reliances("long", "requires count > 0")).isEmpty();
    assertThat(reliances("long", "@Positive count")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "throws A; throws B ~ throws A ~ true",
        "throws A; throws B ~ throws A; throws B ~ true",
        "throws A; throws B ~ throws A; throws C ~ false",
        "throws A ~ result > 0 ~ false",
        "throws A ~ throws A when n > 0 ~ true",
        "throws A when count > 0 ~ throws A when n > 0 ~ true",
        "throws A when count > 0 ~ throws A when n >= 1 ~ true",
        "throws A when count > 0 ~ throws A when n > 1 ~ false",
        "throws A when count > 0 ~ throws A ~ false",
        "throws A when count > 0 ~ throws A when n > 0; throws A when n < 0 ~ false",
        "throws A when of == null ~ throws A when name == null; throws B ~ false",
      })
  void exceptions_are_promised_by_a_list_of_no_others(String view, String seam, boolean promised) {
    List<Reliance> found =
        Reliances.of(
            contract("bank.A", "long", List.of("count", "of"), all(view)),
            List.of(contract("bank.A", "long", List.of("n", "name"), all(seam))));

    assertThat(found)
        .hasSize(all(view).length)
        .allSatisfy(each -> assertThat(each.isPromised()).isEqualTo(promised));
  }

  @Test
  void what_holds_after_an_exception_is_promised_for_that_exception() {
    String[] view = {"throws A", "after A: size() > 0", "throws B", "after B: size() > 0"};
    List<Reliance> found =
        Reliances.of(
            contract("bank.A", "long", List.of("count", "of"), view),
            List.of(
                contract(
                    "bank.A", "long", List.of("n", "name"), "throws A", "after A: size() > 1")));

    assertThat(found)
        .extracting(Reliance::text, Reliance::promisedBy)
        .containsExactly(
            Tuple.tuple("throws A", List.of("throws A")),
            Tuple.tuple("throws B", List.of("throws A")),
            Tuple.tuple("after A: size() > 0", List.of("after A: size() > 1")),
            Tuple.tuple("after B: size() > 0", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      nullValues = "-",
      value = {
        "- ~ - ~ - ~ true",
        "requires n > 5 ~ - ~ - ~ false",
        "requires n > 5 ~ requires n > 5 ~ - ~ true",
        "requires n > 5 ~ requires n > 9 ~ - ~ true",
        "requires n > 5 ~ requires n > 0 ~ - ~ false",
        "requires n > 5 ~ - ~ requires count > 6 ~ true",
        "@Min(5) n ~ - ~ - ~ false",
        "@Min(5) n ~ @Min(5) n ~ - ~ true",
        "@Min(5) n ~ - ~ @Min(5) count ~ true",
        "@Min(5) n ~ @Min(5) name ~ - ~ false",
      })
  void a_supertype_promises_it_to_who_keeps_its_preconditions(
      @Nullable String above, @Nullable String seam, @Nullable String view, boolean promised) {
    List<String> both = List.of("n", "name");
    Contract general =
        contract(
            "bank.Above",
            "long",
            both,
            Stream.concat(Stream.of("result > 0"), Stream.of(all(above))).toArray(String[]::new));
    Contract viewed =
        contract(
            "bank.A",
            "long",
            List.of("count", "of"),
            Stream.concat(Stream.of("result > 0"), Stream.of(all(view))).toArray(String[]::new));

    assertThat(Reliances.of(viewed, List.of(contract("bank.A", "long", both, all(seam)), general)))
        .singleElement()
        .satisfies(each -> assertThat(each.isPromised()).isEqualTo(promised));
  }

  @Test
  void a_supertype_s_call_may_mean_another_overload() {
    List<String> names = List.of("n", "name");
    Contract view = contract("bank.A", "long", names, "count(1) > 0");
    Contract seam = contract("bank.A", "long", names, "count(1) > 0");
    Contract above = contract("bank.Above", "long", names, "count(1) > 0");

    assertThat(Reliances.of(view, List.of(seam)).get(0).isPromised()).isTrue();
    assertThat(Reliances.of(view, List.of(above)).get(0).isPromised()).isFalse();
  }

  @Test
  void a_holder_is_about_the_seam_itself() {
    List<String> names = List.of("n", "name");
    Contract holder = contract("bank.A", "long", names, "requires n > 0", "result > 0");

    assertThat(
            Reliances.of(
                contract("bank.A", "long", names, "result >= 0"),
                List.of(contract("bank.A", "long", names), holder)))
        .singleElement()
        .satisfies(each -> assertThat(each.promisedBy()).containsExactly("result > 0"));
  }

  @Test
  void an_overload_promises_nothing() {
    Contract seam = contract("bank.A", "long", List.of("n", "name"), "result > 0");
    Operation other = seam.operations().get(0).as("(I)J");
    Contract overloaded = new Contract("bank.A", "A.java", "0", List.of(other));

    assertThat(
            Reliances.of(
                contract("bank.A", "long", List.of("n", "name"), "result > 0"),
                List.of(overloaded)))
        .singleElement()
        .satisfies(each -> assertThat(each.isPromised()).isFalse());
  }

  @Test
  void one_text_of_two_types_is_not_one_meaning() {
    Contract boxed = contract("bank.A", "Integer", List.of("n", "name"), "result == n");
    Contract view = contract("bank.A", "Money", List.of("n", "name"), "result == n");

    assertThat(Reliances.of(view, List.of(boxed)))
        .singleElement()
        .satisfies(each -> assertThat(each.isPromised()).isFalse());
  }

  @Test
  void null_is_null_whatever_type_parameters_are_called() {
    Contract one = contract("bank.A", "Money", List.of("n", "name"), "result != null");
    Contract other = contract("bank.A", "String", List.of("n", "name"), "result != null");

    assertThat(Reliances.of(one, List.of(other)))
        .singleElement()
        .satisfies(each -> assertThat(each.isPromised()).isTrue());
  }
}
