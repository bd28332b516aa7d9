package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts a door into every body that clauses may bind, and into every call that a view may: the code
 * changes, nothing else does, so that loaded classes can be woven too.
 *
 * <p>Thread-safe.
 */
final class Weaver {

  /** The newest class file that is understood. */
  static final int NEWEST = Opcodes.V28 & 0xFFFF;

  /** invokedynamic came with Java 7. */
  private static final int OLDEST = Opcodes.V1_7 & 0xFFFF;

  private final Realms realms;
  private final Presence presence;
  private final Inheritance inheritance;
  private final Joining joining;

  Weaver(Realms realms, Presence presence, Inheritance inheritance) {
    this(realms, presence, inheritance, Joining.BY_AGENT);
  }

  Weaver(Realms realms, Presence presence, Inheritance inheritance, Joining joining) {
    this.joining = joining;
    this.realms = realms;
    this.presence = presence;
    this.inheritance = inheritance;
  }

  /** The woven class file, or null when there is nothing in it to weave. */
  byte @Nullable [] weave(ClassLoader loader, ClassHeader header, byte[] bytes, Wanted wanted)
      throws IOException {
    if (header.major() < OLDEST || header.major() > NEWEST) {
      refuse(loader, header, wanted, unreadable(header));
      return null;
    }
    ClassReader reader = new ClassReader(bytes);
    Bodies bodies = new Bodies(header.name(), wanted);
    reader.accept(bodies, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
    List<Member> inherited =
        header.isInterface() || !wanted.bindsInherited()
            ? List.of()
            : inheritance.of(loader, header, bodies.declared(), wanted);
    bodies.addLonelyBridges(inherited);
    refuseHindered(loader, bodies, wanted);
    if (bodies.areDone() && inherited.isEmpty() && !wanted.hasSites()) {
      // Nothing, or all of it was woven at build.
      record(loader, header, bodies, wanted);
      return null;
    }
    Doorways doorways = new Doorways(header, bodies, wanted, joining, inherited);
    byte[] woven;
    try {
      woven = doorways.write(reader);
    } catch (MethodTooLargeException full) {
      String method = "method " + full.getMethodName() + " of " + binary(header);
      refuse(loader, header, wanted, method + " has no room for a check (64 KB); split it");
      return null;
    } catch (ClassTooLargeException full) {
      String reason = binary(header) + " has no room for a check (65,535 constants); split it";
      refuse(loader, header, wanted, reason);
      return null;
    }
    if (!inherited.isEmpty()) {
      inherit(loader, header, inherited);
    }
    record(loader, header, bodies, wanted);
    doorways.record(presence, loader);
    return bodies.areDone() && inherited.isEmpty() && !doorways.hasSites() ? null : woven;
  }

  /** What the class inherits is woven when the classes that hold it load, or when it is used. */
  private void inherit(ClassLoader loader, ClassHeader header, List<Member> inherited) {
    realms.of(loader).inherits(binary(header), inherited);
    for (Member body : inherited) {
      for (ClassLoader at = loader; at != null; at = at.getParent()) {
        realms.of(at).want(body);
      }
    }
  }

  private void record(ClassLoader loader, ClassHeader header, Bodies bodies, Wanted wanted) {
    for (Declaration declaration : wanted.lineage()) {
      presence.wove(loader, declaration.type(), binary(header), bodies.count(declaration.type()));
    }
    for (String body : bodies.names()) {
      realms.of(loader).woveBody(binary(header) + "." + body);
    }
  }

  private static String unreadable(ClassHeader header) {
    String which = binary(header) + " is a class file of version " + header.major();
    return header.major() < OLDEST
        ? which + ", which cannot hold a check; compile it for Java 7 or later"
        : which + ", newer than this agent knows (" + NEWEST + "); use a newer tenon-agent";
  }

  private void refuseHindered(ClassLoader loader, Bodies bodies, Wanted wanted) {
    for (Body body : bodies.hindered()) {
      Member member = body.member();
      for (Declaration declaration : wanted.lineage()) {
        if (declaration.binds(member)) {
          presence.refuse(
              loader,
              declaration.type(),
              member.owner() + "." + member.name() + " " + body.hindrance());
        }
      }
    }
  }

  private void refuse(ClassLoader loader, ClassHeader header, Wanted wanted, String reason) {
    for (String view : wanted.views()) {
      presence.refuse(Kind.VIEW, loader, view, reason);
    }
    if (header.isInterface() && isAboutItself(binary(header), wanted)) {
      // Nothing but the seam itself: its default methods, if any, are what is not woven.
      return;
    }
    for (Declaration declaration : wanted.lineage()) {
      presence.refuse(loader, declaration.type(), reason);
    }
  }

  private static boolean isAboutItself(String type, Wanted wanted) {
    for (Declaration declaration : wanted.lineage()) {
      if (!declaration.type().equals(type) || declaration.hasFixed(type)) {
        return false;
      }
    }
    return true;
  }

  private static String binary(ClassHeader header) {
    return header.name().replace('/', '.');
  }
}
