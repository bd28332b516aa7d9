package dev.tenon.scenario;

/** Gives back what it gets. */
class HonestMirror implements Mirror {

  @Override
  public int reflect(int n) {
    return n;
  }

  @Override
  public int dive(int n) {
    return n;
  }
}
