package dev.tenon.agent;

import dev.tenon.linking.Linker;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What the sites of woven code are linked by. Thread-safe. */
final class Bootstraps {

  private final Linker linker;
  private final Preparation preparation;

  Bootstraps(Linker linker, Preparation preparation) {
    this.linker = linker;
    this.preparation = preparation;
  }

  CallSite link(
      MethodHandles.Lookup lookup,
      MethodType type,
      String phase,
      String method,
      String descriptor) {
    if (phase.equals("prepare")) {
      preparation.prepare(lookup);
      return new ConstantCallSite(MethodHandles.empty(type));
    }
    return linker.link(lookup, type, phase, method, descriptor);
  }
}
