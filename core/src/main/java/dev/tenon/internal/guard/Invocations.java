package dev.tenon.internal.guard;

import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The instructions of one method of a client that invoke methods of one name, as the agent read
 * them.
 *
 * @param isExact whether the indexes are those of the class as it runs; else only the lines count
 * @param all the instructions, in their order
 */
record Invocations(boolean isExact, List<Invocation> all) {

  /** What the agent says before the instructions when it is sure of their indexes. */
  static final String EXACT = "exact";

  /**
   * An instruction.
   *
   * @param index its bytecode index
   * @param line its line of the source; 0 when unknown
   * @param owner the binary name of the static type that it invokes the method of
   * @param parameters how many parameters that method has
   */
  record Invocation(int index, int line, String owner, int parameters) {

    /** From an index, a line, an internal name and a descriptor. */
    private static Invocation of(String told) {
      String[] parts = told.split(" ", -1);
      return new Invocation(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          parts[2].replace('/', '.'),
          MethodTypeDesc.ofDescriptor(parts[3]).parameterCount());
    }
  }

  static Invocations of(List<String> told) {
    return new Invocations(
        told.get(0).equals(EXACT),
        told.subList(1, told.size()).stream().map(Invocation::of).toList());
  }

  /** Those that a frame may be executing. */
  List<Invocation> at(int index, int line) {
    return all.stream()
        .filter(each -> line == 0 || each.line() == line)
        .filter(each -> !isExact || each.index() == index)
        .toList();
  }
}
