package dev.tenon.model.classfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * The constant pool of a class file, by the positions of its entries.
 *
 * <p>Immutable.
 */
final class ConstantPool {

  static final int TEXT = 1;
  static final int CLASS = 7;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int LINKED_LATE = 18;

  private static final int COUNT = 8;
  private static final int START = 10;

  /** By tag: the size of an entry, of a text without its bytes; 0 for what is no tag. */
  private static final byte[] SIZES = {
    0, 2, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  /** The size of a long and of a double, which take two numbers. */
  private static final int WIDE = 8;

  private static final char UNDECODED = '\uFFFD';

  private final byte[] bytes;

  /** By number: where an entry is, behind its tag; 0 for none. */
  private final int[] at;

  private final int end;
  private final int tags;
  private final int marks;

  /**
   * Reads a pool. Nothing but this loop is in here, and what is rare is not in the loop: the JVM
   * compiles it while the application starts.
   *
   * @throws IndexOutOfBoundsException if it is malformed
   */
  ConstantPool(byte[] bytes) {
    int[] found = new int[int2(bytes, COUNT)];
    int position = START;
    int allTags = 0;
    int allMarks = 0;
    for (int i = 1; i < found.length; i++) {
      int tag = bytes[position++];
      int size = SIZES[tag];
      found[i] = position;
      allTags |= 1 << tag;
      if (tag == TEXT) {
        int length = int2(bytes, position);
        if (Marks.isLikeOne(bytes, position + 2, length)) {
          allMarks |= Marks.bit(bytes, position + 2, length);
        }
        size += length;
      } else if (size == WIDE) {
        i++;
      } else if (size == 0) {
        throw new IndexOutOfBoundsException(tag);
      }
      position += size;
    }
    this.bytes = bytes;
    this.at = found;
    this.end = position;
    this.tags = allTags;
    this.marks = allMarks;
  }

  /** The position behind it. */
  int end() {
    return end;
  }

  /** The marks among its texts, a bit each. */
  int marks() {
    return marks;
  }

  boolean has(int tag) {
    return (tags & (1 << tag)) != 0;
  }

  boolean has(byte[] text) {
    for (int each : at) {
      if (each != 0
          && bytes[each - 1] == TEXT
          && int2(bytes, each) == text.length
          && startsWith(bytes, each + 2, text)) {
        return true;
      }
    }
    return false;
  }

  /** The next entry of a kind behind one, or behind none at 0; 0 when there is none. */
  int next(int number, int tag) {
    for (int i = number + 1; i < at.length; i++) {
      if (at[i] != 0 && bytes[at[i] - 1] == tag) {
        return i;
      }
    }
    return 0;
  }

  /** The first number that an entry refers to. */
  int first(int number) {
    return int2(bytes, at[number]);
  }

  /** The second one, of an entry that has two. */
  int second(int number) {
    return int2(bytes, at[number] + 2);
  }

  String className(int number) throws IOException {
    return text(first(number));
  }

  String text(int number) throws IOException {
    int position = at[number];
    int length = int2(bytes, position);
    String text = new String(bytes, position + 2, length, UTF_8);
    // The JDK knows fast what is ASCII. Of all else there are fewer characters than bytes, or some
    // that could not be decoded: class files encode them in a way of their own.
    return text.length() == length && text.indexOf(UNDECODED) < 0
        ? text
        : new DataInputStream(new ByteArrayInputStream(bytes, position, 2 + length)).readUTF();
  }

  static boolean startsWith(byte[] bytes, int from, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  static int int2(byte[] bytes, int position) {
    return (bytes[position] & 0xFF) << 8 | (bytes[position + 1] & 0xFF);
  }
}
