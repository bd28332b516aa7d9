package dev.tenon.reference.given;

/** An exception that can carry no other. */
public final class Mute extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Mute() {
    super(null, null, false, false);
  }
}
