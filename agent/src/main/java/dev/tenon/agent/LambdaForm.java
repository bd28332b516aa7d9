package dev.tenon.agent;

import dev.tenon.linking.LambdaShape;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Type;

/** What the lambdas of one site are, by names: no class needs to be loaded for it. Immutable. */
final class LambdaForm {

  private static final int FLAGS = 3;
  private static final int SERIALIZABLE = 1;
  private static final int MARKERS = 1 << 1;
  private static final int BRIDGES = 1 << 2;
  private static final String WRITABLE = "java/io/Serializable";

  private final String name;
  private final String operation;
  private final List<String> interfaces;
  private final List<String> bridges;

  private LambdaForm(String name, String operation, List<String> interfaces, List<String> bridges) {
    this.name = name;
    this.operation = operation;
    this.interfaces = interfaces;
    this.bridges = bridges;
  }

  /** The form of lambdas that are made in this JVM. */
  static LambdaForm of(LambdaShape shape) {
    List<String> interfaces = new ArrayList<>();
    for (Class<?> each : shape.interfaces()) {
      interfaces.add(Type.getInternalName(each));
    }
    List<String> bridges = new ArrayList<>();
    for (MethodType each : shape.bridges()) {
      bridges.add(each.toMethodDescriptorString());
    }
    return new LambdaForm(
        shape.name(), shape.operation().toMethodDescriptorString(), interfaces, bridges);
  }

  /**
   * The form of lambdas that a site of a class file makes.
   *
   * @param name of the operation
   * @param descriptor of the site
   * @param bootstrap the JDK's
   * @param arguments what the bootstrap is given
   */
  static LambdaForm of(String name, String descriptor, Handle bootstrap, Object[] arguments) {
    Set<String> interfaces = new LinkedHashSet<>();
    interfaces.add(Type.getReturnType(descriptor).getInternalName());
    List<String> bridges = new ArrayList<>();
    if (bootstrap.getName().equals("altMetafactory")) {
      int flags = (Integer) arguments[FLAGS];
      int at = FLAGS + 1;
      if ((flags & MARKERS) != 0) {
        for (int left = (Integer) arguments[at++]; left > 0; left--) {
          interfaces.add(((Type) arguments[at++]).getInternalName());
        }
      }
      if ((flags & BRIDGES) != 0) {
        for (int left = (Integer) arguments[at++]; left > 0; left--) {
          bridges.add(((Type) arguments[at++]).getDescriptor());
        }
      }
      if ((flags & SERIALIZABLE) != 0) {
        interfaces.add(WRITABLE);
      }
    }
    return new LambdaForm(
        name, ((Type) arguments[0]).getDescriptor(), new ArrayList<>(interfaces), bridges);
  }

  /** The name of the operation. */
  String name() {
    return name;
  }

  /** The erased descriptor of the operation. */
  String operation() {
    return operation;
  }

  /** The internal names of what the lambdas are; what is made first. */
  List<String> interfaces() {
    return interfaces;
  }

  /** Further descriptors of the operation. */
  List<String> bridges() {
    return bridges;
  }

  /** What is made. */
  Type type() {
    return Type.getObjectType(interfaces.get(0));
  }

  /** Whether a site of a class file says that its lambdas can be written. */
  boolean isSerializable() {
    return interfaces.contains(WRITABLE);
  }
}
