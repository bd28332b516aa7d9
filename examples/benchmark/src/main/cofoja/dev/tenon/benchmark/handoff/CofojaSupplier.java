package dev.tenon.benchmark.handoff;

/** The supplier: no nested class, of which Cofoja writes a class file that its agent cannot read. */
public final class CofojaSupplier implements CofojaTransfers {
  @Override
  public long transfer(Object from, Object to, long amount) {
    return 1_000 - amount;
  }
}
