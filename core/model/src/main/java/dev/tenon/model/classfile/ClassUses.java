package dev.tenon.model.classfile;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Which types the code of a class file may call. */
final class ClassUses {

  private static final int TEXT = 1;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private ClassUses() {}

  /**
   * The internal names of the types that own what it calls or refers to, those of java.* left out.
   */
  static Set<String> of(byte[] bytes) throws IOException {
    int[] at = new int[ClassHeader.int2(bytes, 8)];
    int position = 10;
    for (int i = 1; i < at.length; i++) {
      int tag = bytes[position++];
      at[i] = position;
      position += tag == TEXT ? 2 + ClassHeader.int2(bytes, position) : ClassHeader.size(tag);
      if (tag == 5 || tag == 6) {
        // A long and a double take two numbers.
        i++;
      }
    }
    Set<String> found = new TreeSet<>();
    for (int each : at) {
      int tag = each == 0 ? 0 : bytes[each - 1];
      if (tag == METHOD || tag == INTERFACE_METHOD) {
        int owner = at[ClassHeader.int2(bytes, each)];
        String name = ClassHeader.text(bytes, at[ClassHeader.int2(bytes, owner)]);
        if (!name.startsWith("java/") && name.charAt(0) != '[') {
          found.add(name);
        }
      }
    }
    return found;
  }
}
