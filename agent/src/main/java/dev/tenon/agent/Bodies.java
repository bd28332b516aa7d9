package dev.tenon.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.RecordComponentVisitor;
import org.jspecify.annotations.Nullable;

/** Finds, in a first reading, the bodies of a class that are to be woven. */
final class Bodies extends ClassVisitor {

  private final String owner;
  private final Wanted wanted;
  private final Map<String, Body> found = new HashMap<>();
  private final Map<String, Body> bridges = new HashMap<>();
  private final Set<String> accessors = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final List<Body> hindered = new ArrayList<>();

  /**
   * The bodies of a class.
   *
   * @param owner the internal name of the class
   * @param wanted what is wanted of it
   */
  Bodies(String owner, Wanted wanted) {
    super(Opcodes.ASM9);
    this.owner = owner;
    this.wanted = wanted;
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    accessors.add(name + "()" + descriptor);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    Member member = new Member(owner.replace('/', '.'), access, name, descriptor);
    // By name: another agent may have added to the code, and to a record it can do no harm.
    member = accessors.contains(member.id()) ? member.asQuery() : member;
    if (!member.isBridge()) {
      declared.add(member.id());
    }
    if (!member.hasCode() || !wanted.isBody(member)) {
      return null;
    }
    Body body = new Body(owner, member);
    (member.isBridge() ? bridges : found).put(member.id(), body);
    return body;
  }

  @Override
  public void visitEnd() {
    for (Iterator<Body> each = found.values().iterator(); each.hasNext(); ) {
      Body body = each.next();
      if (!wanted.isBody(body.member())) {
        each.remove();
      } else if (body.hindrance() != null) {
        hindered.add(body);
        each.remove();
      }
    }
  }

  /** Those that cannot be woven. */
  List<Body> hindered() {
    return hindered;
  }

  /** The names and descriptors of the methods that the class declares itself. */
  Set<String> declared() {
    return declared;
  }

  /**
   * Takes a bridge for a body where there is no other: what it leads to is in a class of the JDK.
   */
  void addLonelyBridges(List<Member> inherited) {
    Set<String> keys = new HashSet<>();
    for (Member body : inherited) {
      keys.add(body.key());
    }
    for (Body body : found.values()) {
      keys.add(body.member().key());
    }
    for (Body bridge : bridges.values()) {
      if (!keys.contains(bridge.member().key())) {
        found.put(bridge.member().id(), bridge);
      }
    }
  }

  /** Whether nothing is left to be woven. */
  boolean areDone() {
    for (Body body : found.values()) {
      if (!body.isWoven()) {
        return false;
      }
    }
    return true;
  }

  /** How many bodies of the class may be bound by this seam, whoever declares its clauses. */
  int count(String seam) {
    int count = 0;
    for (Body body : found.values()) {
      if (wanted.isBoundBy(seam, body.member())) {
        count++;
      }
    }
    return count;
  }

  Set<String> names() {
    return found.keySet();
  }

  /** The body that is to be woven; null for any other method. */
  @Nullable Body find(String name, String descriptor) {
    Body body = found.get(name + descriptor);
    return body == null || body.isWoven() ? null : body;
  }
}
