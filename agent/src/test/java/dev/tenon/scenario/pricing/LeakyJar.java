package dev.tenon.scenario.pricing;

/** Loses a piece of ten or more. */
public final class LeakyJar implements Jar {

  private int content;

  @Override
  public void add(int pieces) {
    content += pieces < 10 ? pieces : pieces - 1;
  }

  @Override
  public int content() {
    return content;
  }
}
