package dev.tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTextTest {

  private static final Node AMOUNT = leaf(Node.Kind.PARAMETER, "long", "amount");
  private static final Node ZERO = leaf(Node.Kind.LITERAL, "int", "0");
  private static final Node POSITIVE =
      new Node(Node.Kind.BINARY, "boolean", ">", List.of(AMOUNT, ZERO));

  @Test
  void a_tree_is_written_in_pre_order_with_lengths() {
    assertThat(NodeText.of(POSITIVE))
        .isEqualTo("BINARY 2 7 1 boolean>PARAMETER 0 4 6 longamountLITERAL 0 3 1 int0");
  }

  @Test
  void a_tree_is_read_as_it_was_written() {
    Node nested = new Node(Node.Kind.BINARY, "boolean", "&&", List.of(POSITIVE, POSITIVE));

    assertThat(NodeText.read(NodeText.of(nested))).isEqualTo(nested);
  }

  @Test
  void what_looks_like_the_form_itself_survives() {
    Node text = leaf(Node.Kind.LITERAL, "java.lang.String", "\"LITERAL 0 1 1 \\n\n \u00e9\"");
    Node empty = leaf(Node.Kind.THIS, "", "");
    Node tree = new Node(Node.Kind.CALL, "boolean", "", List.of(text, empty));

    assertThat(NodeText.read(NodeText.of(tree))).isEqualTo(tree);
  }

  @Test
  void a_text_that_is_no_tree_is_refused() {
    for (String wrong : List.of("", "BINARY 2 7 1 boolean>", "THIS 0 0 0 x", "THAT 0 0 0 ")) {
      assertThatThrownBy(() -> NodeText.read(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Node leaf(Node.Kind kind, String type, String text) {
    return new Node(kind, type, text, List.of());
  }
}
