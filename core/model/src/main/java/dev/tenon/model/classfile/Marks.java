package dev.tenon.model.classfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The descriptors of the annotations that make a seam, as texts of a constant pool. */
final class Marks {

  private static final byte[] VOCABULARY = "Ldev/tenon/contract/".getBytes(ISO_8859_1);

  /** Clauses first; what marks a seam without one is last. */
  private static final byte[][] NAMES = {
    "Requires;".getBytes(ISO_8859_1),
    "Requires$List;".getBytes(ISO_8859_1),
    "Ensures;".getBytes(ISO_8859_1),
    "Ensures$List;".getBytes(ISO_8859_1),
    "Throws;".getBytes(ISO_8859_1),
    "Throws$List;".getBytes(ISO_8859_1),
    "Invariant;".getBytes(ISO_8859_1),
    "Invariant$List;".getBytes(ISO_8859_1),
    "Seam;".getBytes(ISO_8859_1)
  };

  private static final int WITHOUT_CLAUSE = 1 << (NAMES.length - 1);

  private Marks() {}

  /** Whether a text can be a mark: false, at once, for nearly all. */
  static boolean isLikeOne(byte[] bytes, int from, int length) {
    return length > VOCABULARY.length
        && bytes[from + 1] == 'd'
        && bytes[from + 2] == 'e'
        && bytes[from + 3] == 'v';
  }

  /** A bit for the mark that a text is; none when it is none. */
  static int bit(byte[] bytes, int from, int length) {
    if (ConstantPool.startsWith(bytes, from, VOCABULARY)) {
      for (int i = 0; i < NAMES.length; i++) {
        if (length == VOCABULARY.length + NAMES[i].length
            && ConstantPool.startsWith(bytes, from + VOCABULARY.length, NAMES[i])) {
          return 1 << i;
        }
      }
    }
    return 0;
  }

  /** Whether there is a clause among marks. */
  static boolean haveClause(int marks) {
    return (marks & ~WITHOUT_CLAUSE) != 0;
  }
}
