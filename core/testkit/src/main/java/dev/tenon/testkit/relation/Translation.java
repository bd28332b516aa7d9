package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import dev.tenon.model.Node.Kind;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.Interval;
import dev.tenon.testkit.domain.Limits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns one part of a clause into demands. What it does not understand demands nothing but that
 * whatever is read through is there; the clause itself is asked in the end.
 */
final class Translation {

  private final Slots slots;
  private final Reader reader;
  private final List<Demand> demands = new ArrayList<>();
  private final Literal literal;
  private boolean isWhole = true;

  private Translation(Slots slots, Reader reader, Literal literal) {
    this.slots = slots;
    this.reader = reader;
    this.literal = literal;
  }

  /**
   * Translates.
   *
   * @return what is demanded, and whether that is all that the part says
   */
  static Translated of(Slots slots, Reader reader, Literal literal) {
    Translation translation = new Translation(slots, reader, literal);
    translation.presence(literal.node());
    translation.translate(literal.node(), literal.isTrue());
    return new Translated(translation.demands, translation.isWhole);
  }

  /**
   * What a part demands.
   *
   * @param demands the demands
   * @param isWhole whether they are all that it says
   */
  record Translated(List<Demand> demands, boolean isWhole) {}

  /** What is read through must be there, and what is computed with. */
  private void presence(Node node) {
    List<Node> parts = node.children();
    boolean isAccess =
        !parts.isEmpty()
            && (node.kind() == Kind.CALL || node.kind() == Kind.FIELD || node.kind() == Kind.INDEX);
    if (isAccess) {
      present(parts.get(0));
    }
    if (node.kind() == Kind.BINARY || node.kind() == Kind.UNARY) {
      boolean isUnboxing = parts.stream().anyMatch(each -> Arithmetic.isPrimitive(each.type()));
      boolean isIdentity = node.text().equals("==") || node.text().equals("!=");
      if (isUnboxing || !isIdentity) {
        parts.forEach(this::present);
      }
    }
    parts.forEach(this::presence);
  }

  private void present(Node node) {
    Path path = reader.slot(node);
    Domain domain = path == null ? null : slots.at(path);
    if (path != null && domain != null && !domain.type().isPrimitive()) {
      demands.add(new Demand.Alone(path, Limits.present().by(literal.origin())));
    }
  }

  private void translate(Node node, boolean isTrue) {
    switch (node.kind()) {
      case BINARY -> comparison(node, isTrue);
      case CALL -> call(node, isTrue);
      case STATIC_CALL -> {
        if (node.text().equals("java.util.Objects#equals")) {
          equality(node.children().get(0), node.children().get(1), isTrue);
        } else {
          isWhole = false;
        }
      }
      default -> truth(node, isTrue);
    }
  }

  private void truth(Node node, boolean isTrue) {
    Path path = reader.slot(node);
    Domain domain = path == null ? null : slots.at(path);
    if (path != null && domain != null && Arithmetic.boxed(domain.type()) == Boolean.class) {
      alone(path, Limits.only(List.of(isTrue)));
    } else {
      isWhole = false;
    }
  }

  private void comparison(Node node, boolean isTrue) {
    Node left = node.children().get(0);
    Node right = node.children().get(1);
    String operator = isTrue ? node.text() : opposite(node.text());
    Node compared = compared(left, right, operator);
    if (compared != null) {
      left = compared.children().get(0);
      right =
          compared.children().size() > 1
              ? compared.children().get(1)
              : new Node(Kind.LITERAL, "int", "0", List.of());
    }
    if (remainder(left, right, operator)) {
      return;
    }
    LinearForm one = reader.linear(left);
    LinearForm other = reader.linear(right);
    if (one != null && other != null) {
      order(one.minus(other), operator);
      return;
    }
    if (operator.equals("==") || operator.equals("!=")) {
      equality(left, right, operator.equals("=="));
    } else {
      isWhole = false;
    }
  }

  /** {@code a.compareTo(b) < 0} and {@code a.signum() < 0} are about a and b; null for others. */
  private @Nullable Node compared(Node left, Node right, String operator) {
    BigDecimal with = left.kind() == Kind.CALL ? reader.number(right) : null;
    boolean isOrder =
        left.kind() == Kind.CALL
            && left.children().size() == (left.text().equals("compareTo") ? 2 : 1)
            && (left.text().equals("compareTo") || left.text().equals("signum"));
    return isOrder && with != null && with.signum() == 0 && !operator.isEmpty() ? left : null;
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "<" -> ">=";
      case "<=" -> ">";
      case ">" -> "<=";
      case ">=" -> "<";
      case "==" -> "!=";
      case "!=" -> "==";
      default -> "";
    };
  }

  private void order(LinearForm difference, String operator) {
    LinearForm negated = difference.times(BigDecimal.ONE.negate());
    switch (operator) {
      case "<" -> below(difference);
      case "<=" -> linear(difference, Demand.Relation.AT_MOST);
      case ">" -> below(negated);
      case ">=" -> linear(negated, Demand.Relation.AT_MOST);
      case "==" -> linear(difference, Demand.Relation.EQUAL);
      case "!=" -> linear(difference, Demand.Relation.UNEQUAL);
      default -> isWhole = false;
    }
  }

  private void below(LinearForm form) {
    if (isWhole(form)) {
      linear(form.plus(BigDecimal.ONE), Demand.Relation.AT_MOST);
    } else {
      linear(form, Demand.Relation.BELOW);
    }
  }

  private boolean isWhole(LinearForm form) {
    return form.constant().stripTrailingZeros().scale() <= 0
        && form.terms().entrySet().stream()
            .allMatch(
                each ->
                    each.getValue().stripTrailingZeros().scale() <= 0 && isWhole(each.getKey()));
  }

  private boolean isWhole(Variable variable) {
    Domain domain = slots.at(variable.path());
    return variable.isSize() || (domain != null && Reader.isWhole(domain.type()));
  }

  private void linear(LinearForm form, Demand.Relation relation) {
    demands.add(new Demand.Linear(form, relation, literal.origin()));
  }

  /** {@code x % 97 == 0}. */
  private boolean remainder(Node left, Node right, String operator) {
    boolean isRemainder = left.kind() == Kind.BINARY && left.text().equals("%");
    BigDecimal remainder = isRemainder ? reader.number(right) : null;
    BigDecimal modulus = isRemainder ? reader.number(left.children().get(1)) : null;
    LinearForm of = isRemainder ? reader.linear(left.children().get(0)) : null;
    boolean isEquality = operator.equals("==") || operator.equals("!=");
    if (remainder == null || modulus == null || of == null || !isEquality) {
      return false;
    }
    Variable only = of.terms().size() == 1 ? of.terms().keySet().iterator().next() : null;
    if (only == null || !of.equals(LinearForm.of(only)) || only.isSize() || !isWhole(only)) {
      return false;
    }
    BigInteger by = modulus.toBigInteger().abs();
    if (by.signum() > 0) {
      Limits.Step step = new Limits.Step(by, remainder.toBigInteger(), operator.equals("=="));
      alone(only.path(), Limits.step(step));
    }
    return true;
  }

  private void equality(Node left, Node right, boolean isEqual) {
    Path one = reader.slot(left);
    Path other = reader.slot(right);
    if (one != null && other != null) {
      demands.add(new Demand.Same(one, other, isEqual));
    } else if (one != null && reader.isKnown(right)) {
      alone(one, is(reader.known(right), isEqual));
    } else if (other != null && reader.isKnown(left)) {
      alone(other, is(reader.known(left), isEqual));
    } else {
      isWhole = false;
    }
  }

  private static Limits is(@Nullable Object value, boolean isEqual) {
    if (value == null) {
      return isEqual ? Limits.absent() : Limits.present();
    }
    List<Object> one = List.of(value);
    return isEqual ? Limits.only(one) : Limits.except(one);
  }

  private void call(Node node, boolean isTrue) {
    Node receiver = node.children().get(0);
    Path path = reader.slot(receiver);
    Domain domain = path == null ? null : slots.at(path);
    if (node.text().equals("equals") && node.children().size() == 2) {
      equality(receiver, node.children().get(1), isTrue);
    } else if (path != null
        && domain != null
        && node.text().equals("isEmpty")
        && Reader.isSized(domain.type())) {
      alone(path, Limits.size(isTrue ? Interval.of(0, 0) : atLeastOne()));
    } else if (path != null
        && domain != null
        && CharSequence.class.isAssignableFrom(domain.type())) {
      text(node, path, isTrue);
    } else if (node.text().equals("contains") || node.text().equals("containsKey")) {
      member(node, isTrue);
    } else if (node.text().equals("allMatch") && isTrue) {
      characters(node);
    } else {
      truth(node, isTrue);
    }
  }

  private static Interval atLeastOne() {
    return Interval.of(BigDecimal.ONE, null);
  }

  private void text(Node node, Path path, boolean isTrue) {
    Texts.Said said = null;
    if (node.children().size() == 1) {
      said = Texts.of(node.text(), "", isTrue);
    } else if (node.children().size() == 2 && reader.isKnown(node.children().get(1))) {
      said = Texts.of(node.text(), reader.known(node.children().get(1)), isTrue);
    }
    if (said == null) {
      truth(node, isTrue);
    } else {
      alone(path, Limits.pattern(said.pattern(), said.isMatching()));
    }
  }

  /** {@code s.chars().allMatch(Character::isDigit)}. */
  private void characters(Node node) {
    Node chars = node.children().get(0);
    Path path = chars.text().equals("chars") ? reader.slot(chars.children().get(0)) : null;
    Texts.Said said = Texts.all(node.children().get(1).text());
    if (path == null || said == null) {
      isWhole = false;
    } else {
      alone(path, Limits.pattern(said.pattern(), true));
    }
  }

  private void member(Node node, boolean isTrue) {
    Node collection = node.children().get(0);
    Path element = reader.slot(node.children().get(1));
    Path of = reader.slot(collection);
    if (element != null && of != null) {
      if (isTrue) {
        alone(of, Limits.size(atLeastOne()));
      }
      demands.add(new Demand.Member(element, of, isTrue));
    } else if (element != null && reader.isKnown(collection)) {
      List<@Nullable Object> members = members(reader.known(collection));
      alone(element, isTrue ? Limits.only(members) : Limits.except(members));
    } else {
      isWhole = false;
    }
  }

  static List<@Nullable Object> members(@Nullable Object of) {
    if (of instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    return of instanceof Collection<?> collection ? new ArrayList<>(collection) : List.of();
  }

  private void alone(Path path, Limits limits) {
    demands.add(new Demand.Alone(path, limits.by(literal.origin())));
  }
}
