package dev.tenon.model.classfile;

import static dev.tenon.model.classfile.ConstantPool.int2;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a class file says, read in one walk over the constant pool: this runs for every
 * class of the application, so it loads no library and makes few objects.
 *
 * <p>Immutable.
 */
public final class ClassHeader {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int INTERFACE = 0x0200;
  private static final int ABSTRACT = 0x0400;
  private static final byte[] ALTERNATE = "altMetafactory".getBytes(ISO_8859_1);

  private final int major;
  private final int access;
  private final String name;
  private final @Nullable String superName;
  private final String[] interfaces;
  private final boolean carriesMarks;
  private final boolean carriesClauses;

  /** The constant pool of a class that is linked late. */
  private final @Nullable ConstantPool late;

  private ClassHeader(
      int major,
      int access,
      String name,
      @Nullable String superName,
      String[] interfaces,
      boolean carriesMarks,
      boolean carriesClauses,
      @Nullable ConstantPool late) {
    this.major = major;
    this.access = access;
    this.name = name;
    this.superName = superName;
    this.interfaces = interfaces;
    this.carriesMarks = carriesMarks;
    this.carriesClauses = carriesClauses;
    this.late = late;
  }

  /**
   * Reads a header.
   *
   * @param bytes a class file
   * @return the header; null when the bytes are no class file that can be read
   */
  public static @Nullable ClassHeader of(byte[] bytes) {
    try {
      return int4(bytes, 0) == MAGIC ? read(bytes) : null;
    } catch (IndexOutOfBoundsException | IOException malformed) {
      return null;
    }
  }

  private static ClassHeader read(byte[] bytes) throws IOException {
    ConstantPool pool = new ConstantPool(bytes);
    int position = pool.end();
    String[] interfaces = new String[int2(bytes, position + 6)];
    for (int i = 0; i < interfaces.length; i++) {
      interfaces[i] = pool.className(int2(bytes, position + 8 + 2 * i));
    }
    int superIndex = int2(bytes, position + 4);
    return new ClassHeader(
        int2(bytes, 6),
        int2(bytes, position),
        pool.className(int2(bytes, position + 2)),
        superIndex == 0 ? null : pool.className(superIndex),
        interfaces,
        pool.marks() != 0,
        Marks.haveClause(pool.marks()),
        pool.has(ConstantPool.LINKED_LATE) ? pool : null);
  }

  /**
   * The internal names of the types that a class file may make lambdas of: what its invokedynamic
   * sites return and, where it has lambdas of several interfaces, all classes that it names. Those
   * of java.* are left out.
   *
   * @return the names
   * @throws IOException if it is malformed
   */
  public Set<String> lambdaTypes() throws IOException {
    ConstantPool pool = late;
    if (pool == null) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    for (int i = pool.next(0, ConstantPool.LINKED_LATE);
        i > 0;
        i = pool.next(i, ConstantPool.LINKED_LATE)) {
      String descriptor = pool.text(pool.second(pool.second(i)));
      int result = descriptor.indexOf(')') + 1;
      if (descriptor.charAt(result) == 'L') {
        addType(descriptor.substring(result + 1, descriptor.length() - 1), found);
      }
    }
    if (pool.has(ALTERNATE)) {
      for (int i = pool.next(0, ConstantPool.CLASS); i > 0; i = pool.next(i, ConstantPool.CLASS)) {
        addType(pool.className(i), found);
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
    return new ConstantPool(bytes).has(text);
  }

  private static void addType(String name, Set<String> found) {
    if (!name.startsWith("java/") && name.charAt(0) != '[') {
      found.add(name);
    }
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
