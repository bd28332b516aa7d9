package dev.tenon.linking;

import java.util.zip.CRC32;

/** The classes that woven code is linked by. */
public final class Joints {

  /** The agent's, in java.lang; by internal name. */
  public static final String AGENT = "java/lang/TenonJoint";

  /** That of core, for classes that were woven at build; by internal name. */
  public static final String CORE = "dev/tenon/runtime/Joint";

  /** Where a folder or jar says which of its classes were looked at when it was woven at build. */
  public static final String RECORD = "META-INF/services/dev.tenon.runtime.Joint";

  /** What stands between the name of a class in the record and what is said of it. */
  public static final String STATED = " # ";

  /** What is said of a class with doors; the seams and views follow, with commas between. */
  public static final String WOVEN = "woven for ";

  /** The same of a class in which nothing was to be woven, or nothing for these. */
  public static final String LOOKED_AT = "nothing to weave for ";

  /** What is said of a seam or view of which that had something to say; operations follow. */
  public static final String SAYS = "says something of ";

  /** How the record names invariants among the operations. */
  public static final String INVARIANTS = "its invariants";

  /** What stands between that and the {@link #checksum} of the class file that was looked at. */
  public static final String IN = " in ";

  /** What the names of the classes have in them that stand in front of lambdas. */
  public static final String FRONT = "$$Tenon$Lambda";

  private Joints() {}

  /**
   * What tells a class file from another of the same class.
   *
   * @param bytes the class file
   * @return its CRC-32, in hexadecimal
   */
  public static String checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length);
    return Long.toHexString(sum.getValue());
  }

  /** Whether a bootstrap is that of a client's call. */
  static boolean isOfCall(String owner, String name) {
    return name.equals("call") && (owner.equals(AGENT) || owner.equals(CORE));
  }
}
