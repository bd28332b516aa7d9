package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.source.Doc;
import dev.tenon.cli.source.Imports;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes arbitraries of numbers. */
final class NumberWriting {

  private static final Map<Class<?>, String> FACTORIES =
      Map.of(
          byte.class, "bytes",
          short.class, "shorts",
          int.class, "integers",
          long.class, "longs",
          float.class, "floats",
          double.class, "doubles",
          BigInteger.class, "bigIntegers",
          BigDecimal.class, "bigDecimals");

  private final String arbitraries;
  private final Imports imports;

  NumberWriting(String arbitraries, Imports imports) {
    this.arbitraries = arbitraries;
    this.imports = imports;
  }

  Doc of(Values values, @Nullable Argument made, List<Doc> calls) {
    Class<?> type = Writable.primitive(values.type());
    Limits limits = values.limits();
    if (Numbers.isWhole(type)) {
      whole(type, limits, made, calls);
    } else if (type == BigInteger.class) {
      big(limits, calls);
    } else {
      decimal(type, limits, calls);
    }
    for (BigDecimal each : limits.excluded().keySet()) {
      calls.add(excluding(type, each));
    }
    return Doc.text(arbitraries + "." + FACTORIES.get(type) + "()");
  }

  private static Doc excluding(Class<?> type, BigDecimal number) {
    String condition =
        type.isPrimitive() ? "number != " + Numbers.literal(number, type) : "number.signum() != 0";
    return Doc.call("filter", List.of(Doc.lambda("number", Doc.text(condition))));
  }

  private static void whole(
      Class<?> type, Limits limits, @Nullable Argument made, List<Doc> calls) {
    Bound low = limits.low();
    Bound high = limits.high();
    String from = low == null ? "" : Numbers.literal(Numbers.first(low), type);
    String upTo = high == null ? "" : Numbers.literal(Numbers.last(high), type);
    if (made != null && !made.from().isEmpty()) {
      from = from.isEmpty() ? made.from().get(0) : max(from, made.from().get(0));
    }
    if (made != null && !made.upTo().isEmpty()) {
      upTo = upTo.isEmpty() ? made.upTo().get(0) : min(upTo, made.upTo().get(0));
    }
    between(from, upTo, calls);
  }

  private static void between(String from, String upTo, List<Doc> calls) {
    if (!from.isEmpty() && !upTo.isEmpty()) {
      calls.add(Doc.call("between", List.of(Doc.text(from), Doc.text(upTo))));
    } else if (!from.isEmpty()) {
      calls.add(Doc.call("greaterOrEqual", List.of(Doc.text(from))));
    } else if (!upTo.isEmpty()) {
      calls.add(Doc.call("lessOrEqual", List.of(Doc.text(upTo))));
    }
  }

  private static String max(String one, String other) {
    return "Math.max(" + one + ", " + other + ")";
  }

  private static String min(String one, String other) {
    return "Math.min(" + one + ", " + other + ")";
  }

  private void big(Limits limits, List<Doc> calls) {
    Bound low = limits.low();
    Bound high = limits.high();
    between(
        low == null ? "" : bigInteger(Numbers.first(low)),
        high == null ? "" : bigInteger(Numbers.last(high)),
        calls);
  }

  private String bigInteger(BigDecimal number) {
    return "new " + imports.name(BigInteger.class) + "(\"" + number.toBigInteger() + "\")";
  }

  private void decimal(Class<?> type, Limits limits, List<Doc> calls) {
    Bound low = limits.low();
    Bound high = limits.high();
    if (low != null && high != null) {
      List<Doc> arguments = new ArrayList<>();
      arguments.add(Doc.text(decimal(low, type)));
      arguments.add(Doc.text(String.valueOf(low.isInside())));
      arguments.add(Doc.text(decimal(high, type)));
      arguments.add(Doc.text(String.valueOf(high.isInside())));
      calls.add(Doc.call("between", arguments));
    } else if (low != null) {
      calls.add(
          Doc.text(
              (low.isInside() ? "greaterOrEqual(" : "greaterThan(") + decimal(low, type) + ")"));
    } else if (high != null) {
      calls.add(
          Doc.text((high.isInside() ? "lessOrEqual(" : "lessThan(") + decimal(high, type) + ")"));
    }
    int scale = Math.max(scale(low), scale(high));
    if (limits.fraction() >= 0) {
      calls.add(Doc.text("ofScale(" + limits.fraction() + ")"));
    } else if (scale > 2) {
      calls.add(Doc.text("ofScale(" + scale + ")"));
    }
  }

  private static int scale(@Nullable Bound bound) {
    return bound == null ? 0 : bound.value().stripTrailingZeros().scale();
  }

  private String decimal(Bound bound, Class<?> type) {
    return type == BigDecimal.class
        ? "new " + imports.name(BigDecimal.class) + "(\"" + bound.value().toPlainString() + "\")"
        : Numbers.literal(bound.value(), type);
  }
}
