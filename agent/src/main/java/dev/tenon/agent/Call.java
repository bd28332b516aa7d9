package dev.tenon.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A client's call of what views mirror, as its site describes it. Immutable. */
final class Call {

  private final MethodHandles.Lookup lookup;
  private final String operation;
  private final MethodHandle plain;
  private final String views;
  private final String method;
  private final String file;
  private final int line;
  private final boolean isReference;

  /**
   * A call.
   *
   * @param lookup of the client
   * @param operation the name of what is called
   * @param type of the site
   * @param original what is called
   * @param views the binary names of the views that apply, joined by commas
   * @param method the name of the method that calls
   * @param file its source file; empty when unknown
   * @param line 0 when unknown
   * @param isReference whether it is a method reference that calls
   */
  Call(
      MethodHandles.Lookup lookup,
      String operation,
      MethodType type,
      MethodHandle original,
      String views,
      String method,
      String file,
      int line,
      boolean isReference) {
    MethodHandle fixed = original.asFixedArity();
    this.lookup = lookup;
    this.operation = operation;
    this.plain = fixed.type().equals(type) ? fixed : fixed.asType(type);
    this.views = views;
    this.method = method;
    this.file = file;
    this.line = line;
    this.isReference = isReference;
  }

  MethodHandles.Lookup lookup() {
    return lookup;
  }

  Class<?> client() {
    return lookup.lookupClass();
  }

  String operation() {
    return operation;
  }

  /** What is called, with the type of the site. */
  MethodHandle plain() {
    return plain;
  }

  /** The binary names of the views that apply, joined by commas. */
  String views() {
    return views;
  }

  /** The name of the method that calls. */
  String method() {
    return method;
  }

  /** Its source file; empty when unknown. */
  String file() {
    return file;
  }

  /** The line; 0 when unknown. */
  int line() {
    return line;
  }

  /** Whether it is a method reference that calls. */
  boolean isReference() {
    return isReference;
  }

  /** Whether it stands at the same place, as far as that can be told. */
  boolean isSame(Call other) {
    return client() == other.client()
        && operation.equals(other.operation)
        && plain.type().equals(other.plain.type())
        && views.equals(other.views)
        && method.equals(other.method)
        && line == other.line;
  }

  /** What stands in its place when nothing may go unchecked. */
  MethodHandle refused(String why) {
    return Refusal.of(
        "the call of " + operation + " in " + client().getName() + "." + method, why, plain.type());
  }
}
