package dev.tenon.linking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A client's call of what views mirror, as its site describes it. Immutable. */
public final class Call {

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
  public Call(
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

  /**
   * Who calls.
   *
   * @return a lookup of the client
   */
  public MethodHandles.Lookup lookup() {
    return lookup;
  }

  /**
   * Who calls.
   *
   * @return the class of the client
   */
  public Class<?> client() {
    return lookup.lookupClass();
  }

  /**
   * What is called.
   *
   * @return its name
   */
  public String operation() {
    return operation;
  }

  /**
   * What is called.
   *
   * @return a handle with the type of the site
   */
  public MethodHandle plain() {
    return plain;
  }

  /**
   * The views that apply.
   *
   * @return their binary names, joined by commas
   */
  public String views() {
    return views;
  }

  /**
   * The method that calls.
   *
   * @return its name
   */
  public String method() {
    return method;
  }

  /**
   * Where the client is written.
   *
   * @return its source file; empty when unknown
   */
  public String file() {
    return file;
  }

  /**
   * Where the call stands.
   *
   * @return the line; 0 when unknown
   */
  public int line() {
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

  /**
   * What stands in its place when nothing may go unchecked.
   *
   * @param why what stands behind "since tenon is strict and"
   * @return a handle that throws
   */
  public MethodHandle refused(String why) {
    return Refusal.of(
        "the call of " + operation + " in " + client().getName() + "." + method, why, plain.type());
  }
}
