package dev.tenon.internal.guard;

/** What must not be swallowed. */
final class Faults {

  private Faults() {}

  /**
   * An exhausted stack may be a clause's own doing; every other failure of the machine is nobody's
   * and passes.
   */
  static void passVirtualMachineErrors(Throwable failure) {
    if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
      throw error;
    }
  }
}
