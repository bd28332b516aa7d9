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
    for (int i = 1; i < pool.count(); i++) {
      int tag = pool.tag(i);
      if (tag == ConstantPool.METHOD || tag == ConstantPool.INTERFACE_METHOD) {
        String name = pool.className(pool.first(i));
        if (!name.startsWith("java/") && name.charAt(0) != '[') {
          found.add(name);
        }
      }
    }
    return found;
  }
}
