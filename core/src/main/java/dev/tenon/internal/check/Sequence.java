package dev.tenon.internal.check;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Puts the checks of two lists of clauses one behind the other. */
final class Sequence {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle HOLDS =
      own("holds", MethodType.methodType(boolean.class, int.class));
  private static final MethodHandle BEHIND =
      own("behind", MethodType.methodType(int.class, int.class, int.class));
  private static final MethodHandle REST =
      own("rest", MethodType.methodType(long.class, int.class, long.class));
  private static final MethodHandle IS_FIRST =
      own("isFirst", MethodType.methodType(boolean.class, int.class, int.class));
  private static final MethodHandle NUMBER =
      own("number", MethodType.methodType(int.class, int.class, int.class));

  private Sequence() {}

  /**
   * (leading…, operands…)int: the first false clause of both.
   *
   * @param first the check of the first list
   * @param second the check of the second, of the same type
   * @param leading how many parameters come before the operands; the last of these says which
   *     clauses are asked
   * @param count the length of the first list
   */
  static MethodHandle of(MethodHandle first, MethodHandle second, int leading, int count) {
    MethodHandle shifted =
        MethodHandles.filterReturnValue(second, MethodHandles.insertArguments(BEHIND, 0, count));
    if (leading > 0) {
      shifted =
          MethodHandles.filterArguments(
              shifted, leading - 1, MethodHandles.insertArguments(REST, 0, count));
    }
    MethodHandle decide =
        MethodHandles.guardWithTest(
            HOLDS,
            MethodHandles.dropArguments(shifted, 0, int.class),
            MethodHandles.dropArguments(
                MethodHandles.identity(int.class), 1, shifted.type().parameterList()));
    return MethodHandles.foldArguments(decide, first);
  }

  /** (clause, trace, operands…)boolean. */
  static MethodHandle explaining(MethodHandle first, MethodHandle second, int count) {
    MethodHandle renumbered =
        MethodHandles.filterArguments(second, 0, MethodHandles.insertArguments(NUMBER, 0, count));
    return MethodHandles.guardWithTest(
        MethodHandles.insertArguments(IS_FIRST, 0, count), first, renumbered);
  }

  static boolean holds(int code) {
    return code == -1;
  }

  static int behind(int count, int code) {
    return code < 0 ? code : code + count;
  }

  static long rest(int count, long asked) {
    return asked >>> count;
  }

  static boolean isFirst(int count, int clause) {
    return clause < count;
  }

  static int number(int count, int clause) {
    return clause - count;
  }

  private static MethodHandle own(String name, MethodType type) {
    try {
      return LOOKUP.findStatic(Sequence.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
