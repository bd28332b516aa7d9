package dev.tenon.reference.given;

import org.jspecify.annotations.Nullable;

/** A reference that may be null, may lead to null, and may change: no leaf in a clause. */
public final class Cell {

  private int value;
  private final @Nullable Cell next;

  public Cell(int value, @Nullable Cell next) {
    this.value = value;
    this.next = next;
  }

  public int value() {
    return value;
  }

  public @Nullable Cell next() {
    return next;
  }

  public void set(int value) {
    this.value = value;
  }
}
