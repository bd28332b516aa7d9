package dev.tenon.agent;

import dev.tenon.linking.Calls;
import dev.tenon.linking.Linker;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers whatever comes through the joint: the sites that woven code has linked, and the questions
 * of core. One object of a type of the JDK: to make a method handle for each of them would take a
 * good part of the time in which the agent starts.
 *
 * <p>Thread-safe.
 */
final class Exchange implements Function<Object[], @Nullable Object> {

  private final Linker linker;
  private final Preparation preparation;
  private final Lambdas lambdas;
  private final Calls calls;
  private final References references;
  private final Desk desk;

  Exchange(
      Linker linker,
      Preparation preparation,
      Lambdas lambdas,
      Calls calls,
      References references,
      Desk desk) {
    this.linker = linker;
    this.preparation = preparation;
    this.lambdas = lambdas;
    this.calls = calls;
    this.references = references;
    this.desk = desk;
  }

  @Override
  public @Nullable Object apply(Object[] asked) {
    if (asked.length == 0 || !(asked[0] instanceof String word)) {
      return null;
    }
    return switch (word) {
      case "link" -> link(asked);
      case "lambda" ->
          lambdas.link(
              (Lookup) asked[1], (String) asked[2], (CallSite) asked[3], (Object[]) asked[4]);
      case "call" ->
          calls.link(
              (Lookup) asked[1],
              (String) asked[2],
              (MethodType) asked[3],
              (MethodHandle) asked[4],
              (String) asked[5],
              (String) asked[6],
              (String) asked[7],
              (Integer) asked[8]);
      case "reference" ->
          references.link(
              (Lookup) asked[1],
              (String) asked[2],
              (CallSite) asked[3],
              (Object[]) asked[4],
              (String) asked[5],
              (String) asked[6],
              (String) asked[7]);
      default -> desk.answer(asked);
    };
  }

  private CallSite link(Object[] asked) {
    Lookup lookup = (Lookup) asked[1];
    MethodType type = (MethodType) asked[2];
    String phase = (String) asked[3];
    if (phase.equals("prepare")) {
      preparation.prepare(lookup);
      return new ConstantCallSite(MethodHandles.empty(type));
    }
    return linker.link(lookup, type, phase, (String) asked[4], (String) asked[5]);
  }
}
