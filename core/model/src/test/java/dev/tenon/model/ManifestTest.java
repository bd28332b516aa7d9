package dev.tenon.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest is what tools read: JSON, the same for the same contract, and complete. */
class ManifestTest {

  private static final Node LEAF = new Node(Node.Kind.PARAMETER, "int", "n", List.of());

  @Test
  void the_same_contract_gives_the_same_text_whatever_the_locale() {
    String here = Manifest.of(contract());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Manifest.of(contract())).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void lines_end_with_a_line_feed_and_the_last_one_too() {
    assertThat(Manifest.of(contract())).doesNotContain("\r").endsWith("\n}\n");
  }

  @Test
  void a_view_is_named_beside_the_seam_that_it_is_of() {
    Contract view =
        new Contract("bank.Vault", "shop.VaultView", "VaultView.java", "0f", List.of(), List.of());

    assertThat(read(view).get("view")).isEqualTo("shop.VaultView");
    assertThat(read(contract()).containsKey("view")).isFalse();
  }

  @Test
  void constraints_stand_with_their_operation() {
    Constraint size =
        new Constraint(
            "names.E",
            "jakarta.validation.constraints.Size",
            List.of(
                new Constraint.Attribute(
                    "groups", new Constraint.Many(List.of(new Constraint.Text("a.Late")))),
                new Constraint.Attribute("min", new Constraint.Plain("2")),
                new Constraint.Attribute("of", new Constraint.Nested("a.N", List.of()))));
    Contract contract =
        new Contract(
            "bank.Vault",
            "Vault.java",
            "0f",
            List.of(),
            List.of(
                new ConstrainedOperation(
                    "f", "(Ljava/util/List;)V", List.of("names"), 3, List.of(size))));

    Map<?, ?> operation = member(read(contract), "operations", 0);

    assertThat(operation.get("parameters")).isEqualTo(List.of("names"));
    assertThat(operation.get("clauses")).isEqualTo(List.of());
    assertThat(Manifest.of(contract))
        .contains(
            """
                  "constraints": [
                    {
                      "position": "names.E",
                      "annotation": "jakarta.validation.constraints.Size",
                      "attributes": {
                        "groups": [
                          "a.Late"
                        ],
                        "min": 2,
                        "of": {
                          "annotation": "a.N",
                          "attributes": {}
                        }
                      }
                    }
                  ]
            """
                .indent(0)
                .stripTrailing());
  }

  @Test
  void members_stand_in_a_fixed_order() {
    Map<?, ?> read = read(contract());
    Map<?, ?> operation = member(read, "operations", 0);
    Map<?, ?> clause = member(operation, "clauses", 0);

    assertThat(keys(read))
        .containsExactly("format", "type", "source", "fingerprint", "operations", "invariants");
    assertThat(keys(operation))
        .containsExactly(
            "name", "descriptor", "static", "parameters", "old", "clauses", "constraints");
    assertThat(keys(clause))
        .containsExactly(
            "role",
            "name",
            "text",
            "because",
            "exception",
            "line",
            "leaf",
            "old",
            "expressions",
            "tree");
  }

  @Test
  void it_says_what_the_contract_says() {
    Map<?, ?> read = read(contract());
    Map<?, ?> operation = member(read, "operations", 0);

    assertThat(read.get("format")).isEqualTo(Manifest.FORMAT);
    assertThat(read.get("type")).isEqualTo("bank.Vault");
    assertThat(read.get("source")).isEqualTo("Vault.java");
    assertThat(read.get("fingerprint")).isEqualTo("0f");
    assertThat(operation.get("name")).isEqualTo("pay");
    assertThat(operation.get("descriptor")).isEqualTo("(IJ)V");
    assertThat(operation.get("parameters")).isEqualTo(List.of("n", "m"));
    assertThat(operation.get("old")).isEqualTo(List.of("balance()", "limit()"));
  }

  @Test
  void a_clause_is_there_with_all_that_it_says() {
    Map<?, ?> clause = member(member(read(contract()), "operations", 0), "clauses", 1);

    assertThat(clause.get("role")).isEqualTo("ensures");
    assertThat(clause.get("name")).isEqualTo("kept");
    assertThat(clause.get("text")).isEqualTo("n == old(balance())");
    assertThat(clause.get("because")).isEqualTo("books balance");
    assertThat(clause.get("line")).isEqualTo(7);
    assertThat(clause.get("leaf")).isEqualTo(false);
    assertThat(clause.get("old")).isEqualTo(List.of(0, 1));
    assertThat(clause.get("expressions"))
        .isEqualTo(
            List.of(
                Map.of("text", "n", "sensitive", false),
                Map.of("text", "secret", "sensitive", true)));
  }

  @Test
  void operations_and_clauses_keep_the_order_of_the_source() {
    Clause first = clause("zebra", LEAF);
    Clause second = clause("ant", LEAF);
    Map<?, ?> read = read(contract(operation("z", first, second), operation("a", first)));

    assertThat(member(read, "operations", 0).get("name")).isEqualTo("z");
    assertThat(member(read, "operations", 1).get("name")).isEqualTo("a");
    assertThat(member(member(read, "operations", 0), "clauses", 0).get("text")).isEqualTo("zebra");
    assertThat(member(member(read, "operations", 0), "clauses", 1).get("text")).isEqualTo("ant");
  }

  @Test
  void a_contract_without_operations_is_an_empty_list() {
    assertThat(read(contract(new Operation[0])).get("operations")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"quoted\"",
        "back\\slash \\u0041",
        "tab\tline\nreturn\r",
        "\u0000\u0001\u001f\u007f",
        "\u00e4\u20ac\u2028",
        "\ud83d\ude00",
        "</script>",
      })
  void every_character_survives_in_ascii(String text) {
    String json = Manifest.of(contract(operation("f", clause(text, LEAF))));

    assertThat(US_ASCII.newEncoder().canEncode(json)).isTrue();
    assertThat(json.chars().filter(c -> c < ' ')).containsOnly((int) '\n');
    Map<?, ?> read = (Map<?, ?>) JsonReader.read(json);
    assertThat(member(member(read, "operations", 0), "clauses", 0).get("text")).isEqualTo(text);
  }

  @Test
  void half_a_character_survives() {
    Map<?, ?> read = read(contract(operation("f", clause("\ud83d", LEAF))));

    assertThat(member(member(read, "operations", 0), "clauses", 0).get("text")).isEqualTo("\ud83d");
  }

  @Test
  void escapes_have_one_spelling() {
    assertThat(Manifest.of(contract(operation("f", clause("\n\"\\\u00fc/", LEAF)))))
        .contains("\"text\": \"\\u000a\\\"\\\\\\u00fc/\"");
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_node_is_written_by_its_name(Node.Kind kind) {
    Node tree = new Node(kind, "boolean", "a \"b\"", List.of(LEAF, LEAF));
    Map<?, ?> clause =
        member(
            member(read(contract(operation("f", clause("x", tree)))), "operations", 0),
            "clauses",
            0);

    Map<String, Object> leaf =
        Map.of("kind", "PARAMETER", "type", "int", "text", "n", "children", List.of());
    assertThat(clause.get("tree"))
        .isEqualTo(
            Map.of(
                "kind",
                kind.name(),
                "type",
                "boolean",
                "text",
                "a \"b\"",
                "children",
                List.of(leaf, leaf)));
  }

  @ParameterizedTest
  @EnumSource
  void every_role_is_written_as_its_annotation_reads(Clause.Role role) {
    Clause clause = new Clause(role, "c", "x", "", "", 1, true, List.of(), List.of(), LEAF);

    assertThat(
            member(member(read(contract(operation("f", clause))), "operations", 0), "clauses", 0)
                .get("role"))
        .isEqualTo(role.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void invariants_stand_beside_the_operations() {
    Clause positive =
        new Clause(
            Clause.Role.INVARIANT, "c", "n > 0", "", "", 1, true, List.of(), List.of(), LEAF);
    Map<?, ?> read =
        read(contract(operation("f", clause("x", LEAF)), operation("<invariant>", positive)));

    assertThat((List<?>) read.get("operations")).hasSize(1);
    assertThat(member(read, "invariants", 0).get("text")).isEqualTo("n > 0");
  }

  private static Contract contract() {
    Clause positive =
        new Clause(
            Clause.Role.REQUIRES, "positive", "n > 0", "", "", 6, true, List.of(), List.of(), LEAF);
    Clause kept =
        new Clause(
            Clause.Role.ENSURES,
            "kept",
            "n == old(balance())",
            "books balance",
            "",
            7,
            false,
            List.of(0, 1),
            List.of(new Expression("n", false), new Expression("secret", true)),
            new Node(Node.Kind.BINARY, "boolean", "==", List.of(LEAF, LEAF)));
    return contract(
        new Operation(
            "pay",
            "(IJ)V",
            false,
            List.of("n", "m"),
            List.of(positive, kept),
            List.of("balance()", "limit()"),
            false));
  }

  private static Contract contract(Operation... operations) {
    return new Contract("bank.Vault", "Vault.java", "0f", List.of(operations));
  }

  private static Operation operation(String name, Clause... clauses) {
    return new Operation(name, "()V", false, List.of(), List.of(clauses), List.of(), false);
  }

  private static Clause clause(String text, Node tree) {
    return new Clause(Clause.Role.REQUIRES, "c", text, "", "", 1, true, List.of(), List.of(), tree);
  }

  private static Map<?, ?> read(Contract contract) {
    return (Map<?, ?>) JsonReader.read(Manifest.of(contract));
  }

  private static Map<?, ?> member(Map<?, ?> of, String name, int position) {
    return (Map<?, ?>) ((List<?>) of.get(name)).get(position);
  }

  private static List<Object> keys(Map<?, ?> members) {
    return List.copyOf(members.keySet());
  }
}
