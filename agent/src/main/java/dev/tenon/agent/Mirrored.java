package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods that a class calls and that views of its component mirror, before the class is
 * loaded.
 *
 * <p>Thread-safe.
 */
final class Mirrored {

  /** The JVM has no call sites with many more. */
  private static final int MOST_SLOTS = 250;

  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final Lineages lineages;
  private final Components components;
  private final Ancestors ancestors;
  private final Presence presence;

  Mirrored(Realms realms, Lineages lineages, Presence presence) {
    this.lineages = lineages;
    this.components = new Components(realms);
    this.ancestors = new Ancestors(realms);
    this.presence = presence;
  }

  /** What tells a method that is called from others. */
  static String key(String owner, String name, String descriptor) {
    return owner + "." + name + descriptor;
  }

  /** By {@link #key}, the binary names of the views that apply; joined by commas. */
  Map<String, String> of(ClassLoader loader, ClassHeader header, byte[] bytes) throws IOException {
    List<View> all = lineages.views(loader);
    if (all.isEmpty()) {
      return Map.of();
    }
    List<View> views = views(loader, header, bytes, all);
    return views.isEmpty() ? Map.of() : calls(loader, header, bytes, views);
  }

  /** The views of the component of a class; none for what is nobody's client. */
  private List<View> views(ClassLoader loader, ClassHeader header, byte[] bytes, List<View> all)
      throws IOException {
    List<View> found = new ArrayList<>();
    for (View view : all) {
      if (view.mayCover(header.name()) && !presence.isOff(view.type())) {
        found.add(view);
      }
    }
    if (found.isEmpty() || Names.isNoClient(header.name()) || View.isMarked(bytes)) {
      return List.of();
    }
    String component = components.of(loader, header, bytes);
    List<View> own = new ArrayList<>();
    for (View view : found) {
      if (view.isOf(component)) {
        own.add(view);
      }
    }
    return own;
  }

  private Map<String, String> calls(
      ClassLoader loader, ClassHeader header, byte[] bytes, List<View> views) throws IOException {
    ClassReader reader = new ClassReader(Declaration.readable(header, bytes));
    char[] buffer = new char[reader.getMaxStringLength()];
    Map<String, String> found = new HashMap<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      if (tag == METHOD || tag == INTERFACE_METHOD) {
        int member = reader.getItem(reader.readUnsignedShort(at + 2));
        String name = reader.readUTF8(member, buffer);
        String descriptor = reader.readUTF8(member + 2, buffer);
        Called called = new Called(reader.readClass(at, buffer), name, descriptor);
        String applying = applying(loader, header, called, views);
        if (!applying.isEmpty()) {
          found.put(key(called.owner, name, descriptor), applying);
        }
      }
    }
    return found;
  }

  private String applying(ClassLoader loader, ClassHeader header, Called called, List<View> views)
      throws IOException {
    StringBuilder applying = new StringBuilder();
    for (View view : views) {
      if (view.mirrors(called.key)
          && called.isOrdinary()
          && ancestors.mayBeBelow(loader, header, called.owner, view.target().replace('.', '/'))) {
        String hindrance = hindrance(loader, header, called);
        if (hindrance != null) {
          presence.refuse(
              Kind.VIEW,
              loader,
              view.type(),
              header.name().replace('/', '.') + " calls " + called.name + hindrance);
        } else {
          applying.append(applying.length() == 0 ? "" : ",").append(view.type());
        }
      }
    }
    return applying.toString();
  }

  /** Why a call cannot be another instruction; null when it can. */
  private static @Nullable String hindrance(ClassLoader loader, ClassHeader header, Called called) {
    if (called.slots > MOST_SLOTS) {
      return ", which has too many parameters to be checked";
    }
    for (Type type : called.types()) {
      // The JVM loads the types of such a site, and of a plain call none.
      if (!Names.isOfTheJdk(type.getInternalName())
          && !type.getInternalName().equals(header.name())
          && !ClassFiles.has(loader, type.getInternalName())) {
        return ", and " + type.getClassName() + " is not on the class path; add its jar";
      }
    }
    return null;
  }

  /** A method that a class file names. */
  private static final class Called {

    private final String owner;
    private final String name;
    private final String descriptor;
    private final String key;
    private final int slots;

    Called(String owner, String name, String descriptor) {
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
      this.key = Declaration.key(name, descriptor);
      this.slots = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    }

    /** The classes that its descriptor names. */
    List<Type> types() {
      List<Type> types = new ArrayList<>();
      Type method = Type.getMethodType(descriptor);
      add(method.getReturnType(), types);
      for (Type parameter : method.getArgumentTypes()) {
        add(parameter, types);
      }
      return types;
    }

    private static void add(Type type, List<Type> types) {
      Type of = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      if (of.getSort() == Type.OBJECT) {
        types.add(of);
      }
    }

    /** Not of an array, nor of those methods of the JDK that have every signature. */
    boolean isOrdinary() {
      return owner.charAt(0) != '['
          && !owner.equals("java/lang/invoke/MethodHandle")
          && !owner.equals("java/lang/invoke/VarHandle");
    }
  }
}
