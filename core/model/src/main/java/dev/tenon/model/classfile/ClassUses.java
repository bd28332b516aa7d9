package dev.tenon.model.classfile;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Which types the code of a class file may call. */
final class ClassUses {

  private ClassUses() {}

  /**
   * The internal names of the types that own what it calls or refers to, those of java.* left out.
   */
  static Set<String> of(byte[] bytes) throws IOException {
    ConstantPool pool = new ConstantPool(bytes);
    Set<String> found = new TreeSet<>();
    add(pool, ConstantPool.METHOD, found);
    add(pool, ConstantPool.INTERFACE_METHOD, found);
    return found;
  }

  private static void add(ConstantPool pool, int tag, Set<String> found) throws IOException {
    for (int i = pool.next(0, tag); i > 0; i = pool.next(i, tag)) {
      String name = pool.className(pool.first(i));
      if (!name.startsWith("java/") && name.charAt(0) != '[') {
        found.add(name);
      }
    }
  }
}
