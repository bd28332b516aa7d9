package dev.tenon.agent;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bodies that a class inherits for operations of its declarations from classes which are
 * not under them, before any of these classes is loaded.
 *
 * <p>Thread-safe.
 */
final class Inheritance {

  private static final int NO_BODY = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_BRIDGE;

  private final Lineages lineages;
  private final Presence presence;

  Inheritance(Lineages lineages, Presence presence) {
    this.lineages = lineages;
    this.presence = presence;
  }

  /**
   * The bodies that a class inherits; those that nobody can weave are announced instead.
   *
   * @param loader of the class
   * @param header of the class
   * @param own the names and descriptors of the methods that the class declares itself
   * @param wanted what is wanted of the class
   */
  List<Inherited> of(ClassLoader loader, ClassHeader header, Set<String> own, Wanted wanted)
      throws IOException {
    Search search = new Search(loader, header, own, wanted);
    search.superclasses();
    search.interfaces();
    return search.found;
  }

  /** One search, from the class upwards. */
  private final class Search {

    private final ClassLoader loader;
    private final ClassHeader header;
    private final Wanted wanted;
    private final Set<String> seen;
    private final Deque<String> interfaces = new ArrayDeque<>();
    private final List<Inherited> found = new ArrayList<>();

    Search(ClassLoader loader, ClassHeader header, Set<String> own, Wanted wanted) {
      this.loader = loader;
      this.header = header;
      this.wanted = wanted;
      this.seen = new HashSet<>(own);
      interfaces.addAll(Arrays.asList(header.interfaces()));
    }

    void superclasses() throws IOException {
      String name = header.superName();
      while (name != null) {
        byte[] bytes = ClassFiles.read(loader, name);
        ClassHeader at = bytes == null ? null : ClassHeader.of(bytes);
        if (at == null || bytes == null) {
          return;
        }
        look(at, bytes);
        interfaces.addAll(Arrays.asList(at.interfaces()));
        name = at.superName();
      }
    }

    void interfaces() throws IOException {
      Set<String> visited = new HashSet<>();
      for (String name = interfaces.poll(); name != null; name = interfaces.poll()) {
        if (!visited.add(name) || Names.isOfTheJdk(name)) {
          continue;
        }
        byte[] bytes = ClassFiles.read(loader, name);
        ClassHeader at = bytes == null ? null : ClassHeader.of(bytes);
        if (at != null && bytes != null) {
          look(at, bytes);
          interfaces.addAll(Arrays.asList(at.interfaces()));
        }
      }
    }

    private void look(ClassHeader at, byte[] bytes) throws IOException {
      Methods methods = new Methods(wanted);
      new ClassReader(Declaration.readable(at, bytes))
          .accept(
              methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      boolean isFixed =
          !methods.found.isEmpty()
              && (Names.isOfTheJdk(at.name()) || ClassFiles.isOfTheJdk(loader, at.name()));
      for (Method method : methods.found) {
        boolean isAbstract = (method.access & Opcodes.ACC_ABSTRACT) != 0;
        if (isAbstract && at.isInterface()) {
          continue;
        }
        if (!seen.add(method.name + method.descriptor) || isAbstract) {
          continue;
        }
        if (isFixed || (method.access & Opcodes.ACC_NATIVE) != 0) {
          announce(at, method);
        } else if (isAdded(at, Declaration.key(method.name, method.descriptor))) {
          found.add(new Inherited(binary(at), method.name, method.descriptor));
        }
      }
    }

    /**
     * Whether the class is under a declaration of such an operation that the owner is not under.
     */
    private boolean isAdded(ClassHeader owner, String key) {
      Set<String> above = new HashSet<>();
      for (Declaration declaration : lineages.ofAncestor(loader, owner.name())) {
        above.add(declaration.id());
      }
      for (Declaration declaration : wanted.lineage()) {
        if (declaration.hasOperation(key) && !above.contains(declaration.id())) {
          return true;
        }
      }
      return false;
    }

    /** Only where it is certain: an overload of the JDK's is no implementation. */
    private void announce(ClassHeader owner, Method method) {
      if (header.isAbstract()) {
        return;
      }
      for (Declaration declaration : wanted.lineage()) {
        if (declaration.declares(method.name, method.descriptor)) {
          presence.refuse(
              loader,
              declaration.type(),
              binary(header)
                  + " inherits "
                  + method.name
                  + " from "
                  + binary(owner)
                  + ((method.access & Opcodes.ACC_NATIVE) != 0
                      ? ", where it is native and has no code to weave"
                      : ", a class of the JDK, which is never woven")
                  + "; override it there and call super");
        }
      }
    }
  }

  private static String binary(ClassHeader header) {
    return header.name().replace('/', '.');
  }

  private static final class Method {

    private final int access;
    private final String name;
    private final String descriptor;

    Method(int access, String name, String descriptor) {
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
    }
  }

  private static final class Methods extends ClassVisitor {

    private final Wanted wanted;
    private final List<Method> found = new ArrayList<>();

    Methods(Wanted wanted) {
      super(Opcodes.ASM9);
      this.wanted = wanted;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & NO_BODY) == 0
          && name.charAt(0) != '<'
          && wanted.isOperation(Declaration.key(name, descriptor))) {
        found.add(new Method(access, name, descriptor));
      }
      return null;
    }
  }
}
