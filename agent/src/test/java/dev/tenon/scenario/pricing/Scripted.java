package dev.tenon.scenario.pricing;

import java.util.function.IntSupplier;

/** A supplier that does as it is told. */
public class Scripted implements Pricing {

  private final IntSupplier answers;
  private int ordered;
  private int calls;

  /** Answers always the same. */
  public Scripted(int answer) {
    this(() -> answer);
  }

  /** Answers what it is told. */
  public Scripted(IntSupplier answers) {
    this.answers = answers;
  }

  /** How often it was called. */
  public int calls() {
    return calls;
  }

  @Override
  public int quote(String what, int pieces) {
    calls++;
    return answers.getAsInt();
  }

  @Override
  public void order(int pieces) {
    calls++;
    ordered += answers.getAsInt();
  }

  @Override
  public int ordered() {
    return ordered;
  }

  @Override
  public int find(String what) {
    calls++;
    return answers.getAsInt();
  }
}
