package dev.tenon.scenario;

/** Calls itself with an argument that its own contract forbids. */
final class RecursingMirror extends HonestMirror {

  int depth;

  @Override
  public int dive(int n) {
    depth++;
    return dive(n - 1);
  }
}
