package dev.tenon.processor;

import java.util.Arrays;

/**
 * Where the characters of a clause's text stand in its source file.
 *
 * @param whole where the annotation's value starts
 * @param characters the offset of each character; empty where it is not known
 */
record Offsets(int whole, int[] characters) {

  /** The offset of one character of the text, or of the whole value. */
  int of(int position) {
    if (characters.length == 0) {
      return whole;
    }
    int found = characters[Math.max(0, Math.min(position, characters.length - 1))];
    return found < 0 ? whole : found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Offsets that
        && whole == that.whole
        && Arrays.equals(characters, that.characters);
  }

  @Override
  public int hashCode() {
    return 31 * whole + Arrays.hashCode(characters);
  }

  @Override
  public String toString() {
    return "Offsets[" + whole + "]";
  }
}
