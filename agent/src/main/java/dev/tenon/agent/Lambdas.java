package dev.tenon.agent;

import java.io.Serializable;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts a class with doors in front of the lambdas of one site: the class of a lambda itself is
 * hidden, and no agent may change it.
 *
 * <p>Thread-safe.
 */
final class Lambdas {

  /** What the names of the classes in front end with, before the JVM's own address. */
  static final String SUFFIX = "$$Tenon$Lambda";

  private static final int FLAGS = 3;
  private static final int MARKERS = 1 << 1;
  private static final int BRIDGES = 1 << 2;

  private final Linker linker;
  private final Presence presence;

  Lambdas(Linker linker, Presence presence) {
    this.linker = linker;
    this.presence = presence;
  }

  /**
   * The site of a lambda.
   *
   * @param lookup of the class that makes it
   * @param name of the operation
   * @param plain the site as the JDK links it
   * @param given what {@link LambdaSites#arguments} says
   */
  CallSite link(Lookup lookup, String name, CallSite plain, Object[] given) {
    try {
      Site site = new Site(lookup, name, plain.type(), given);
      return site.isHandedOn() ? plain : guarded(site, plain);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      presence.count("lambda of " + lookup.lookupClass().getName(), error);
      presence.refuse(
          lookup.lookupClass().getClassLoader(),
          plain.type().returnType().getName(),
          "a lambda in "
              + lookup.lookupClass().getName()
              + " could not be woven ("
              + error
              + "); please report this defect of tenon");
      return plain;
    }
  }

  private CallSite guarded(Site site, CallSite plain) throws Throwable {
    Class<?> target = plain.type().returnType();
    Lookup inner = site.lookup.defineHiddenClass(site.woven(), false, Lookup.ClassOption.NESTMATE);
    linker.origin(inner.lookupClass(), site.origin());
    MethodHandle wrap =
        inner
            .findConstructor(inner.lookupClass(), MethodType.methodType(void.class, target))
            .asType(MethodType.methodType(target, target));
    MethodHandle made = MethodHandles.filterReturnValue(plain.dynamicInvoker(), wrap);
    if (plain.type().parameterCount() > 0) {
      return new ConstantCallSite(made);
    }
    // One object for ever, as without an agent.
    Object only = made.invoke();
    return new ConstantCallSite(MethodHandles.constant(target, only));
  }

  /** One site, as its arguments describe it. */
  private static final class Site {

    private final Lookup lookup;
    private final String name;
    private final MethodType factory;
    private final String file;
    private final int line;
    private final MethodType operation;
    private final MethodHandle body;
    private final Set<Class<?>> interfaces = new LinkedHashSet<>();
    private final List<MethodType> bridges = new ArrayList<>();

    Site(Lookup lookup, String name, MethodType factory, Object[] given) {
      this.lookup = lookup;
      this.name = name;
      this.factory = factory;
      this.file = (String) given[1];
      this.line = (int) given[2];
      this.operation = (MethodType) given[3];
      this.body = (MethodHandle) given[4];
      interfaces.add(factory.returnType());
      if (given[0].equals("altMetafactory")) {
        readAlternate(given);
      }
    }

    private void readAlternate(Object[] given) {
      int flags = (int) given[3 + FLAGS];
      int at = 3 + FLAGS + 1;
      if ((flags & MARKERS) != 0) {
        int count = (int) given[at++];
        for (int i = 0; i < count; i++) {
          interfaces.add((Class<?>) given[at++]);
        }
      }
      if ((flags & BRIDGES) != 0) {
        int count = (int) given[at++];
        for (int i = 0; i < count; i++) {
          bridges.add((MethodType) given[at++]);
        }
      }
      if ((flags & 1) != 0) {
        interfaces.add(Serializable.class);
      }
    }

    Origin origin() {
      return new Origin(lookup.lookupClass().getName(), file, line);
    }

    /** Whether it is a reference to the operation itself: its receiver is woven. */
    boolean isHandedOn() {
      MethodHandleInfo info = lookup.revealDirect(body);
      int kind = info.getReferenceKind();
      return (kind == MethodHandleInfo.REF_invokeVirtual
              || kind == MethodHandleInfo.REF_invokeInterface)
          && factory.parameterCount() == 1
          && info.getName().equals(name)
          && info.getMethodType().parameterCount() == operation.parameterCount()
          && isUnderAll(info.getDeclaringClass());
    }

    private boolean isUnderAll(Class<?> type) {
      for (Class<?> each : interfaces) {
        if (each != Serializable.class && !each.isAssignableFrom(type)) {
          return false;
        }
      }
      return true;
    }

    /** The class file of what stands in front of the lambdas, with doors. */
    byte[] woven() {
      byte[] plain = plain();
      ClassHeader header = ClassHeader.of(plain);
      if (header == null) {
        throw new IllegalStateException("a class file of our own is malformed");
      }
      Set<String> body = Set.of(name.concat(operation.toMethodDescriptorString()));
      Bodies bodies = new Bodies(header.name(), new Wanted(List.of(), body, Map.of(), Map.of()));
      ClassReader reader = new ClassReader(plain);
      reader.accept(bodies, ClassReader.EXPAND_FRAMES);
      return new Doorways(header, bodies, Wanted.nothing(), false).write(reader);
    }

    private byte[] plain() {
      String type = Type.getInternalName(lookup.lookupClass()) + SUFFIX;
      String target = Type.getDescriptor(factory.returnType());
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      List<String> names = new ArrayList<>();
      for (Class<?> each : interfaces) {
        names.add(Type.getInternalName(each));
      }
      writer.visit(
          Opcodes.V17,
          Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
          type,
          null,
          "java/lang/Object",
          names.toArray(new String[0]));
      writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "target", target, null, null);
      writeConstructor(writer, type, target);
      String descriptor = operation.toMethodDescriptorString();
      writeOperation(writer, type, target, descriptor);
      for (MethodType bridge : bridges) {
        writeBridge(writer, type, bridge);
      }
      if (Serializable.class.isAssignableFrom(factory.returnType())
          || interfaces.contains(Serializable.class)) {
        writeReplacement(writer, type, target);
      }
      writer.visitEnd();
      return writer.toByteArray();
    }

    private static void writeConstructor(ClassWriter writer, String type, String target) {
      MethodVisitor method = writer.visitMethod(0, "<init>", "(" + target + ")V", null, null);
      method.visitCode();
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitVarInsn(Opcodes.ALOAD, 1);
      method.visitFieldInsn(Opcodes.PUTFIELD, type, "target", target);
      method.visitInsn(Opcodes.RETURN);
      method.visitMaxs(0, 0);
      method.visitEnd();
    }

    private void writeOperation(ClassWriter writer, String type, String target, String descriptor) {
      MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
      method.visitCode();
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitFieldInsn(Opcodes.GETFIELD, type, "target", target);
      loadArguments(method, Type.getArgumentTypes(descriptor), null);
      method.visitMethodInsn(
          Opcodes.INVOKEINTERFACE,
          Type.getInternalName(factory.returnType()),
          name,
          descriptor,
          true);
      method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
      method.visitMaxs(0, 0);
      method.visitEnd();
    }

    /** As javac writes one: to the operation in this class, which has the door. */
    private void writeBridge(ClassWriter writer, String type, MethodType bridge) {
      String descriptor = bridge.toMethodDescriptorString();
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC,
              name,
              descriptor,
              null,
              null);
      method.visitCode();
      method.visitVarInsn(Opcodes.ALOAD, 0);
      loadArguments(
          method,
          Type.getArgumentTypes(descriptor),
          Type.getArgumentTypes(operation.toMethodDescriptorString()));
      method.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, type, name, operation.toMethodDescriptorString(), false);
      method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
      method.visitMaxs(0, 0);
      method.visitEnd();
    }

    private static void loadArguments(MethodVisitor method, Type[] types, Type @Nullable [] casts) {
      int slot = 1;
      for (int i = 0; i < types.length; i++) {
        method.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), slot);
        if (casts != null && !casts[i].equals(types[i])) {
          method.visitTypeInsn(Opcodes.CHECKCAST, casts[i].getInternalName());
        }
        slot += types[i].getSize();
      }
    }

    /** The lambda is what is written: it knows how to be read again, at a site that is woven. */
    private static void writeReplacement(ClassWriter writer, String type, String target) {
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_PRIVATE, "writeReplace", "()Ljava/lang/Object;", null, null);
      method.visitCode();
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitFieldInsn(Opcodes.GETFIELD, type, "target", target);
      method.visitInsn(Opcodes.ARETURN);
      method.visitMaxs(0, 0);
      method.visitEnd();
    }
  }
}
