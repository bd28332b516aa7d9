package dev.tenon.processor;

/** Where the characters of a clause's text stand in its source file. */
final class Offsets {

  private final int whole;
  private final int[] characters;

  /**
   * Keeps places.
   *
   * @param whole where the annotation's value starts
   * @param characters the offset of each character; empty where it is not known
   */
  Offsets(int whole, int[] characters) {
    this.whole = whole;
    this.characters = characters.clone();
  }

  /** Where the annotation's value starts. */
  int whole() {
    return whole;
  }

  /** The offset of one character of the text, or of the whole value. */
  int of(int position) {
    if (characters.length == 0) {
      return whole;
    }
    return characters[Math.max(0, Math.min(position, characters.length - 1))];
  }
}
