package dev.tenon.benchmark.startup;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** An agent that is shown each class and changes none: what any agent costs. */
public final class NullTransformer implements ClassFileTransformer {

  private NullTransformer() {}

  /**
   * Called by the JVM.
   *
   * @param arguments none
   * @param instrumentation what the JVM offers
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new NullTransformer(), true);
  }
}
