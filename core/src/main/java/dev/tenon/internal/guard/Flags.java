package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Flag;

/** The re-entrancy flag of each thread. Not inherited; made when a thread first needs it. */
final class Flags {

  private static final ThreadLocal<Flag> FLAGS = new ThreadLocal<>();

  private Flags() {}

  static Flag current() {
    Flag flag = FLAGS.get();
    if (flag == null) {
      flag = new Flag();
      FLAGS.set(flag);
    }
    return flag;
  }
}
