package dev.tenon.linking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where the methods of a class file invoke methods of one name.
 *
 * <p>By hand, since the index of an instruction is what matters, and the class file library does
 * not tell it.
 */
public final class Invocations {

  private static final int INVOKEVIRTUAL = 0xB6;
  private static final int INVOKEINTERFACE = 0xB9;
  private static final int INVOKEDYNAMIC = 0xBA;
  private static final int TABLESWITCH = 0xAA;
  private static final int LOOKUPSWITCH = 0xAB;
  private static final int WIDE = 0xC4;
  private static final int IINC = 0x84;

  private final byte[] bytes;
  private final String wanted;
  private final int[] at;
  private final int header;

  private Invocations(byte[] bytes, String wanted) {
    this.bytes = bytes;
    this.wanted = wanted;
    this.at = new int[int2(8)];
    this.header = readConstants();
  }

  /**
   * The instructions of one method that invoke methods of one name.
   *
   * @param bytes a class file
   * @param method name and descriptor of the method
   * @param wanted the name of the methods that are invoked
   * @return an index, a line (0 when unknown), an internal name and a descriptor each
   */
  public static List<String> of(byte[] bytes, String method, String wanted) {
    return new Invocations(bytes, wanted).ofMethod(method);
  }

  /**
   * Where the access flags of the class stand in its class file.
   *
   * @param bytes a class file
   * @return the position
   */
  public static int accessFlags(byte[] bytes) {
    return new Invocations(bytes, "").header;
  }

  /**
   * The number of constants.
   *
   * @param bytes a class file
   * @return the number, as the class file counts them
   */
  public static int constants(byte[] bytes) {
    return new Invocations(bytes, "").at.length;
  }

  private int readConstants() {
    int position = 10;
    for (int i = 1; i < at.length; i++) {
      int tag = bytes[position++];
      at[i] = position;
      position +=
          switch (tag) {
            case 1 -> 2 + int2(position);
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("constant " + tag);
          };
      if (tag == 5 || tag == 6) {
        // A long and a double take two numbers.
        i++;
      }
    }
    return position;
  }

  private List<String> ofMethod(String method) {
    int position = afterMembers(header + 8 + 2 * int2(header + 6));
    int methods = int2(position);
    position += 2;
    for (int i = 0; i < methods; i++) {
      if (text(int2(position + 2)).concat(text(int2(position + 4))).equals(method)) {
        int code = attribute(position + 6, "Code");
        return code < 0 ? List.of() : inCode(code);
      }
      position = afterAttributes(position + 6);
    }
    return List.of();
  }

  /** What follows the fields, or the methods, that begin with their number. */
  private int afterMembers(int position) {
    int members = int2(position);
    int next = position + 2;
    for (int i = 0; i < members; i++) {
      next = afterAttributes(next + 6);
    }
    return next;
  }

  private int afterAttributes(int position) {
    int count = int2(position);
    int next = position + 2;
    for (int i = 0; i < count; i++) {
      next += 6 + int4(next + 2);
    }
    return next;
  }

  /** Where the content of the first attribute of a name stands; -1 without. */
  private int attribute(int position, String name) {
    int count = int2(position);
    int next = position + 2;
    for (int i = 0; i < count; i++) {
      if (text(int2(next)).equals(name)) {
        return next + 6;
      }
      next += 6 + int4(next + 2);
    }
    return -1;
  }

  private List<String> inCode(int code) {
    int length = int4(code + 4);
    int start = code + 8;
    int attributes = start + length + 2 + 8 * int2(start + length);
    List<String> found = new ArrayList<>();
    for (int index = 0; index < length; index += size(start, index)) {
      int opcode = int1(start + index);
      int constant =
          opcode < INVOKEVIRTUAL || opcode > INVOKEDYNAMIC
              ? 0
              : opcode == INVOKEDYNAMIC
                  ? replaced(int2(start + index + 1))
                  : int2(start + index + 1);
      if (constant != 0) {
        int member = at[constant];
        int type = at[int2(member + 2)];
        if (text(int2(type)).equals(wanted)) {
          found.add(
              String.join(
                  " ",
                  Integer.toString(index),
                  Integer.toString(line(attributes, index)),
                  text(int2(at[int2(member)])),
                  text(int2(type + 2))));
        }
      }
    }
    return found;
  }

  /**
   * The constant of what a client calls at a site that took the place of the call; 0 for others.
   */
  private int replaced(int site) {
    int position = afterMembers(afterMembers(header + 8 + 2 * int2(header + 6)));
    int bootstraps = attribute(position, "BootstrapMethods");
    if (bootstraps < 0) {
      return 0;
    }
    int next = bootstraps + 2;
    for (int i = int2(at[site]); i > 0; i--) {
      next += 4 + 2 * int2(next + 2);
    }
    int bootstrap = at[handled(int2(next))];
    boolean isCall =
        Joints.isOfCall(text(int2(at[int2(bootstrap)])), text(int2(at[int2(bootstrap + 2)])));
    return isCall ? handled(int2(next + 4)) : 0;
  }

  /** The constant of the member that a method handle is of. */
  private int handled(int handle) {
    return int2(at[handle] + 1);
  }

  /** The line of an instruction: a method may have several tables, in any order. */
  private int line(int attributes, int index) {
    int count = int2(attributes);
    int next = attributes + 2;
    int line = 0;
    int best = -1;
    for (int i = 0; i < count; i++) {
      if (text(int2(next)).equals("LineNumberTable")) {
        int entries = int2(next + 6);
        for (int k = 0; k < entries; k++) {
          int from = int2(next + 8 + 4 * k);
          if (from <= index && from > best) {
            best = from;
            line = int2(next + 10 + 4 * k);
          }
        }
      }
      next += 6 + int4(next + 2);
    }
    return line;
  }

  private int size(int start, int index) {
    int opcode = int1(start + index);
    int operands = (index & ~3) + 4;
    return switch (opcode) {
      case TABLESWITCH ->
          operands + 12 + 4 * (int4(start + operands + 8) - int4(start + operands + 4) + 1) - index;
      case LOOKUPSWITCH -> operands + 8 + 8 * int4(start + operands + 4) - index;
      case WIDE -> int1(start + index + 1) == IINC ? 6 : 4;
      default -> plainSize(opcode);
    };
  }

  private static int plainSize(int opcode) {
    if (opcode == 0x10 || opcode == 0x12 || opcode == 0xA9 || opcode == 0xBC) {
      return 2;
    }
    if ((opcode >= 0x15 && opcode <= 0x19) || (opcode >= 0x36 && opcode <= 0x3A)) {
      return 2;
    }
    if (opcode == 0x11 || opcode == 0x13 || opcode == 0x14 || opcode == IINC) {
      return 3;
    }
    if ((opcode >= 0x99 && opcode <= 0xA8) || (opcode >= 0xB2 && opcode <= 0xB8)) {
      return 3;
    }
    return switch (opcode) {
      case 0xBB, 0xBD, 0xC0, 0xC1, 0xC6, 0xC7 -> 3;
      case 0xC5 -> 4;
      case INVOKEINTERFACE, 0xBA, 0xC8, 0xC9 -> 5;
      default -> 1;
    };
  }

  private String text(int constant) {
    int from = at[constant];
    // Names with characters beyond Unicode's first plane differ, and then match nothing.
    return new String(bytes, from + 2, int2(from), UTF_8);
  }

  private int int1(int position) {
    return bytes[position] & 0xFF;
  }

  private int int2(int position) {
    return int1(position) << 8 | int1(position + 1);
  }

  private int int4(int position) {
    return int2(position) << 16 | int2(position + 2);
  }
}
