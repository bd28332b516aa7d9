package dev.tenon.processor;

import java.util.List;
import java.util.Random;

/**
 * Makes boolean clauses over parameters of mixed types that always compile: boxed and primitive
 * numbers, {@code ?:}, short circuits, casts, arrays, calls with overloads.
 */
final class RandomClauses {

  /** The parameters that the clauses read. */
  static final String PARAMETERS =
      "int i, long l, double d, char c, byte b, Integer bi, Long bl, Double bd, Boolean bz,"
          + " boolean z, String s, int[] xs, java.util.List<Integer> list, Object o";

  private final Random random;
  private int bindings;

  RandomClauses(long seed) {
    this.random = new Random(seed);
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String bool(int depth) {
    if (depth == 0) {
      return one(List.of("z", "bz", "true", "isOpen()", "s.isEmpty()", "isOpen(bi)", "isOpen(i)"));
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
      case 2 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
      case 3 -> "!(" + bool(depth - 1) + ")";
      case 4 -> "(" + bool(depth - 1) + " ? " + bool(depth - 1) + " : " + bool(depth - 1) + ")";
      case 5 -> "java.util.Objects.equals(" + any(depth - 1) + ", " + any(depth - 1) + ")";
      case 6 -> "list.contains(" + any(depth - 1) + ")";
      case 7 -> binding("n" + bindings++, depth);
      case 8 -> "(bi == bl.intValue() || bi.equals(" + any(depth - 1) + "))";
      case 9 -> "pick(" + any(depth - 1) + ").equals(pick(" + any(depth - 1) + "))";
      default ->
          "(0 + "
              + number(depth - 1)
              + " "
              + one(List.of("<", "<=", ">", ">=", "==", "!="))
              + " "
              + number(depth - 1)
              + ")";
    };
  }

  private String binding(String name, int depth) {
    return "(o instanceof Integer " + name + " && " + name + " > " + number(depth - 1) + ")";
  }

  String number(int depth) {
    if (depth == 0) {
      return one(
          List.of(
              "i",
              "l",
              "d",
              "c",
              "b",
              "bi",
              "bl",
              "bd",
              "1",
              "2L",
              "0.5",
              "s.length()",
              "five()",
              "xs[0]",
              "list.get(0)",
              "count(bi)",
              "count(i)",
              "FOUR"));
    }
    return switch (random.nextInt(8)) {
      case 0 -> "-" + number(0).replace("-", "");
      case 1 -> "(int) (0 + " + number(depth - 1) + ")";
      case 2 -> "(" + bool(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
      case 3 -> "Math.max(" + number(depth - 1) + ", " + number(depth - 1) + ")";
      case 4 -> "count(" + number(depth - 1) + ")";
      case 5 -> "switch (i) { case 1 -> " + number(depth - 1) + "; default -> bl; }";
      default ->
          "(" + number(depth - 1) + one(List.of(" + ", " - ", " * ")) + number(depth - 1) + ")";
    };
  }

  String any(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> bool(depth);
      case 1 -> "s";
      case 2 -> "(z ? bi : bl)";
      case 3 -> "(z ? i : bd)";
      default -> number(depth);
    };
  }
}
