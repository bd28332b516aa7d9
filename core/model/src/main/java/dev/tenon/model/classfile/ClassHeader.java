package dev.tenon.model.classfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a class file says, read in one walk over the constant pool: this runs for every
 * class of the application, so it loads no library and makes no object that it does not keep.
 *
 * <p>Immutable.
 */
public final class ClassHeader {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int INTERFACE = 0x0200;
  private static final int ABSTRACT = 0x0400;
  private static final byte[] VOCABULARY = "Ldev/tenon/contract/".getBytes(ISO_8859_1);

  /** Clauses first; what marks a seam without one is last. */
  private static final byte[][] MARKS = {
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

  private static final byte[] ALTERNATE = "altMetafactory".getBytes(ISO_8859_1);

  private final int major;
  private final int access;
  private final String name;
  private final @Nullable String superName;
  private final String[] interfaces;
  private final boolean carriesMarks;
  private final boolean carriesClauses;

  /** Where the entries of the constant pool are, of a class that is linked late. */
  private final int @Nullable [] late;

  /** Whether it may make lambdas of several interfaces. */
  private final boolean isAlternate;

  private ClassHeader(
      int major,
      int access,
      String name,
      @Nullable String superName,
      String[] interfaces,
      boolean carriesMarks,
      boolean carriesClauses,
      int @Nullable [] late,
      boolean isAlternate) {
    this.major = major;
    this.access = access;
    this.name = name;
    this.superName = superName;
    this.interfaces = interfaces;
    this.carriesMarks = carriesMarks;
    this.carriesClauses = carriesClauses;
    this.late = late;
    this.isAlternate = isAlternate;
  }

  /**
   * Reads a header.
   *
   * @param bytes a class file
   * @return the header; null when the bytes are no class file that can be read
   */
  public static @Nullable ClassHeader of(byte[] bytes) {
    try {
      return int4(bytes, 0) == MAGIC ? walk(bytes) : null;
    } catch (IndexOutOfBoundsException | IOException malformed) {
      return null;
    }
  }

  private static @Nullable ClassHeader walk(byte[] bytes) throws IOException {
    int count = int2(bytes, 8);
    int[] at = new int[count];
    boolean carriesMarks = false;
    boolean carriesClauses = false;
    boolean isLinkedLate = false;
    boolean isAlternate = false;
    int position = 10;
    for (int i = 1; i < count; i++) {
      int tag = bytes[position++];
      at[i] = position;
      if (tag == 1) {
        int length = int2(bytes, position);
        int mark = mark(bytes, position + 2, length);
        if (mark >= 0) {
          carriesMarks = true;
          carriesClauses |= mark < MARKS.length - 1;
        }
        isAlternate |= length == ALTERNATE.length && startsWith(bytes, position + 2, ALTERNATE);
        position += 2 + length;
        continue;
      }
      isLinkedLate |= tag == 18;
      int size = size(tag);
      if (size == 0) {
        return null;
      }
      position += size;
      if (tag == 5 || tag == 6) {
        // A long and a double take two numbers.
        i++;
      }
    }
    int interfaceCount = int2(bytes, position + 6);
    String[] interfaces = new String[interfaceCount];
    for (int i = 0; i < interfaceCount; i++) {
      interfaces[i] = className(bytes, at, int2(bytes, position + 8 + 2 * i));
    }
    int superIndex = int2(bytes, position + 4);
    return new ClassHeader(
        int2(bytes, 6),
        int2(bytes, position),
        className(bytes, at, int2(bytes, position + 2)),
        superIndex == 0 ? null : className(bytes, at, superIndex),
        interfaces,
        carriesMarks,
        carriesClauses,
        isLinkedLate ? at : null,
        isAlternate);
  }

  /**
   * The internal names of the types that a class file may make lambdas of: what its invokedynamic
   * sites return and, where it has lambdas of several interfaces, all classes that it names. Those
   * of java.* are left out.
   *
   * @param bytes the class file that this is the head of
   * @return the names
   * @throws IOException if it is malformed
   */
  public Set<String> lambdaTypes(byte[] bytes) throws IOException {
    int[] at = late;
    if (at == null) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    for (int i = 1; i < at.length; i++) {
      int tag = at[i] == 0 ? 0 : bytes[at[i] - 1];
      if (tag == 18) {
        String descriptor = text(bytes, at[int2(bytes, at[int2(bytes, at[i] + 2)] + 2)]);
        int result = descriptor.indexOf(')') + 1;
        if (descriptor.charAt(result) == 'L') {
          addType(descriptor.substring(result + 1, descriptor.length() - 1), found);
        }
      } else if (tag == 7 && isAlternate) {
        addType(className(bytes, at, i), found);
      }
    }
    return found;
  }

  /**
   * Whether the constant pool holds a text.
   *
   * @param bytes a class file
   * @param text the text, as the class file encodes it
   * @return true when it does
   */
  public static boolean mentions(byte[] bytes, byte[] text) {
    int count = int2(bytes, 8);
    int position = 10;
    for (int i = 1; i < count; i++) {
      int tag = bytes[position++];
      if (tag == 1) {
        int length = int2(bytes, position);
        if (length == text.length && startsWith(bytes, position + 2, text)) {
          return true;
        }
        position += 2 + length;
        continue;
      }
      position += size(tag);
      if (tag == 5 || tag == 6) {
        i++;
      }
    }
    return false;
  }

  private static void addType(String name, Set<String> found) {
    if (!name.startsWith("java/") && name.charAt(0) != '[') {
      found.add(name);
    }
  }

  static int size(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> 0;
    };
  }

  /** Which of the marks a text is; negative for none. */
  private static int mark(byte[] bytes, int from, int length) {
    if (length <= VOCABULARY.length || !startsWith(bytes, from, VOCABULARY)) {
      return -1;
    }
    for (int i = 0; i < MARKS.length; i++) {
      if (length == VOCABULARY.length + MARKS[i].length
          && startsWith(bytes, from + VOCABULARY.length, MARKS[i])) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (bytes[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static String className(byte[] bytes, int[] at, int index) throws IOException {
    return text(bytes, at[int2(bytes, at[index])]);
  }

  static String text(byte[] bytes, int utf8) throws IOException {
    int length = int2(bytes, utf8);
    for (int i = 0; i < length; i++) {
      if (bytes[utf8 + 2 + i] < 0) {
        return new DataInputStream(new ByteArrayInputStream(bytes, utf8, 2 + length)).readUTF();
      }
    }
    return new String(bytes, utf8 + 2, length, ISO_8859_1);
  }

  static int int2(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private static int int4(byte[] bytes, int at) {
    return int2(bytes, at) << 16 | int2(bytes, at + 2);
  }

  /**
   * The major version of the class file.
   *
   * @return the version
   */
  public int major() {
    return major;
  }

  /**
   * Whether it is an interface.
   *
   * @return true also for an annotation
   */
  public boolean isInterface() {
    return (access & INTERFACE) != 0;
  }

  /**
   * Whether it is abstract.
   *
   * @return true for every interface
   */
  public boolean isAbstract() {
    return (access & ABSTRACT) != 0;
  }

  /**
   * The internal name.
   *
   * @return the name, with slashes
   */
  public String name() {
    return name;
  }

  /**
   * The internal name of the superclass; null for Object and modules.
   *
   * @return the name
   */
  public @Nullable String superName() {
    return superName;
  }

  /**
   * The internal names of the interfaces; not to be written to.
   *
   * @return the names
   */
  public String[] interfaces() {
    return interfaces;
  }

  /**
   * Whether the constant pool holds the descriptor of an annotation that makes a seam. True for
   * every type that carries one, and for the few that merely mention one.
   *
   * @return true when it may make a seam
   */
  public boolean carriesMarks() {
    return carriesMarks;
  }

  /**
   * The same of the annotations that are clauses, which need a processor.
   *
   * @return true for every type that carries one
   */
  public boolean carriesClauses() {
    return carriesClauses;
  }

  /**
   * Whether the class has invokedynamic instructions, as one that makes lambdas does.
   *
   * @return true when it has
   */
  public boolean isLinkedLate() {
    return late != null;
  }
}
