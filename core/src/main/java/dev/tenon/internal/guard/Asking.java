package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Flag;
import dev.tenon.internal.check.Side;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes the check of one side of a declaration for the clauses that a plan asks. */
final class Asking {

  private static final MethodHandle FLAG =
      Handles.own(Lanes.class, "current", Lane.class).asType(MethodType.methodType(Flag.class));
  private static final MethodHandle THREW =
      Handles.own(Asking.class, "threw", int.class, Throwable.class);
  private static final MethodHandle SKIPPED =
      Handles.own(Asking.class, "isSkipped", boolean.class, int.class);
  private static final MethodHandle COUNT = Handles.own(Asking.class, "countSkipped", void.class);
  private static final MethodHandle HELD =
      Handles.own(Asking.class, "isHeld", boolean.class, int.class);

  private Asking() {}

  /** (operands…)int: the first false clause among those asked, or a {@link Code}; never throws. */
  static MethodHandle of(Side side, long asked) {
    MethodHandle check;
    if (side.under() != null) {
      check =
          MethodHandles.foldArguments(MethodHandles.insertArguments(side.under(), 1, asked), FLAG);
    } else if (asked == side.mask()) {
      check = side.all();
    } else {
      check = MethodHandles.insertArguments(side.some(), 0, asked);
    }
    return Catching.all(check, THREW);
  }

  /**
   * Goes on where all clauses held, else hands over to the judge. What is skipped is counted, and
   * nothing of the call is boxed for it: a clause may cross many handoffs.
   *
   * @param check (operands…)int
   * @param next (operands…)R
   * @param skipped (operands…)R
   * @param judge (code, operands…)R
   */
  static MethodHandle then(
      MethodHandle check, MethodHandle next, MethodHandle skipped, MethodHandle judge) {
    MethodHandle counted = MethodHandles.foldArguments(skipped, COUNT);
    MethodHandle other =
        MethodHandles.guardWithTest(
            SKIPPED, MethodHandles.dropArguments(counted, 0, int.class), judge);
    MethodHandle decide =
        MethodHandles.guardWithTest(HELD, MethodHandles.dropArguments(next, 0, int.class), other);
    return MethodHandles.foldArguments(decide, check);
  }

  static MethodHandle flag() {
    return FLAG;
  }

  static boolean isHeld(int code) {
    return code == Code.HELD;
  }

  static boolean isSkipped(int code) {
    return code == Code.SKIPPED;
  }

  static void countSkipped() {
    Engine.installed().ledger().countSkipped();
  }

  static int threw(Throwable thrown) {
    Faults.passVirtualMachineErrors(thrown);
    Lane.current().threw(thrown);
    return Code.THREW;
  }
}
