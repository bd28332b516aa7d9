package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
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
 * Finds the bodies that a class inherits, and its declarations bind, from classes which are not
 * under them, before any of these classes is loaded.
 *
 * <p>Thread-safe.
 */
final class Inheritance {

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
  List<Member> of(ClassLoader loader, ClassHeader header, Set<String> own, Wanted wanted)
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
    private final List<Member> found = new ArrayList<>();

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
      // Invariants are not asked after what the JDK does: nearly every class inherits from it.
      boolean keepsInvariants = wanted.hasInvariants() && !isOfTheJdk(at);
      Candidates candidates = new Candidates(at, wanted, keepsInvariants);
      new ClassReader(Declaration.readable(at, bytes))
          .accept(
              candidates,
              (keepsInvariants ? 0 : ClassReader.SKIP_CODE)
                  | ClassReader.SKIP_DEBUG
                  | ClassReader.SKIP_FRAMES);
      boolean isFixed = !candidates.found.isEmpty() && !keepsInvariants && isOfTheJdk(at);
      Set<String> above = candidates.found.isEmpty() ? Set.of() : above(at);
      for (Body candidate : candidates.found) {
        Member member = candidate.member();
        if (member.isAbstract() && at.isInterface()) {
          continue;
        }
        if (!seen.add(member.id()) || member.isAbstract()) {
          continue;
        }
        if (isFixed || member.isNative()) {
          announce(member);
        } else if (isAdded(member, above)) {
          found.add(member);
        }
      }
    }

    private boolean isOfTheJdk(ClassHeader at) {
      return Names.isOfTheJdk(at.name()) || ClassFiles.isOfTheJdk(loader, at.name());
    }

    /** What tells the declarations that a class is under. */
    private Set<String> above(ClassHeader owner) {
      Set<String> above = new HashSet<>();
      for (Declaration declaration : lineages.ofAncestor(loader, owner.name())) {
        above.add(declaration.id());
      }
      return above;
    }

    /** Whether the class is under a declaration that binds a body, and the body's is not. */
    private boolean isAdded(Member body, Set<String> above) {
      for (Declaration declaration : wanted.lineage()) {
        if (declaration.binds(body) && !above.contains(declaration.id())) {
          return true;
        }
      }
      return false;
    }

    /** Only where it is certain: an overload of the JDK's is no implementation. */
    private void announce(Member method) {
      if (header.isAbstract()) {
        return;
      }
      for (Declaration declaration : wanted.lineage()) {
        if (declaration.declares(method.name(), method.descriptor())) {
          presence.refuse(
              loader,
              declaration.type(),
              header.name().replace('/', '.')
                  + " inherits "
                  + method.name()
                  + " from "
                  + method.owner()
                  + (method.isNative()
                      ? ", where it is native and has no code to weave"
                      : ", a class of the JDK, which is never woven")
                  + "; "
                  + method.remedy());
        }
      }
    }
  }

  /** The methods of one class that may be bound, in its order. */
  private static final class Candidates extends ClassVisitor {

    private final ClassHeader owner;
    private final Wanted wanted;
    private final boolean keepsInvariants;
    private final List<Body> found = new ArrayList<>();

    Candidates(ClassHeader owner, Wanted wanted, boolean keepsInvariants) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.wanted = wanted;
      this.keepsInvariants = keepsInvariants;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Member member = new Member(owner.name().replace('/', '.'), access, name, descriptor);
      if (!member.mayOverride() || member.isBridge() || !isCandidate(member)) {
        return null;
      }
      Body body = new Body(owner.name(), member);
      found.add(body);
      return body;
    }

    private boolean isCandidate(Member member) {
      return keepsInvariants ? wanted.isBound(member) : wanted.isOperation(member.key());
    }
  }
}
