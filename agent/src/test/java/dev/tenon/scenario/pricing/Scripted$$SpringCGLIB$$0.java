package dev.tenon.scenario.pricing;

/** As a framework would generate it in front of a supplier. */
public class Scripted$$SpringCGLIB$$0 extends Scripted {

  /** Answers always the same. */
  public Scripted$$SpringCGLIB$$0(int answer) {
    super(answer);
  }

  @Override
  public int quote(String what, int pieces) {
    return super.quote(what, pieces);
  }
}
