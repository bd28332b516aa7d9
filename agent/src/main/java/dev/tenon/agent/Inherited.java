package dev.tenon.agent;

/** A body that a class inherits from one which is not under all of its declarations. Immutable. */
final class Inherited {

  private final String owner;
  private final String method;
  private final String descriptor;

  /**
   * A body.
   *
   * @param owner the binary name of the class that holds it
   * @param method its name
   * @param descriptor its descriptor
   */
  Inherited(String owner, String method, String descriptor) {
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
  }

  String owner() {
    return owner;
  }

  String method() {
    return method;
  }

  String descriptor() {
    return descriptor;
  }

  String key() {
    return Declaration.key(method, descriptor);
  }
}
