package dev.tenon.linking;

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
import java.util.Set;

/** What the lambdas of one site are, as the arguments of its bootstrap describe them. */
public final class LambdaShape {

  private static final int FLAGS = 3;
  private static final int MARKERS = 1 << 1;
  private static final int BRIDGES = 1 << 2;

  private final Lookup lookup;
  private final String name;
  private final MethodType factory;
  private final String file;
  private final int line;
  private final MethodType operation;
  private final MethodHandle body;
  private final MethodType instantiated;
  private final Set<Class<?>> interfaces = new LinkedHashSet<>();
  private final List<MethodType> bridges = new ArrayList<>();

  /**
   * A shape.
   *
   * @param lookup of the class that makes the lambdas
   * @param name of their operation
   * @param factory the type of the site
   * @param given which of the bootstraps of the JDK the site had, the source file and line, then
   *     what that bootstrap was given
   */
  public LambdaShape(Lookup lookup, String name, MethodType factory, Object[] given) {
    this.lookup = lookup;
    this.name = name;
    this.factory = factory;
    this.file = (String) given[1];
    this.line = (int) given[2];
    this.operation = (MethodType) given[3];
    this.body = (MethodHandle) given[4];
    this.instantiated = (MethodType) given[5];
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

  /**
   * Who makes the lambdas.
   *
   * @return a lookup of the class
   */
  public Lookup lookup() {
    return lookup;
  }

  /**
   * What is called on the lambdas.
   *
   * @return the name of the operation
   */
  public String name() {
    return name;
  }

  /**
   * What is captured, and what is made.
   *
   * @return the type of the site
   */
  public MethodType factory() {
    return factory;
  }

  /**
   * What is made.
   *
   * @return the first of the interfaces
   */
  public Class<?> type() {
    return factory.returnType();
  }

  /**
   * Where the lambdas are written.
   *
   * @return the source file; empty when unknown
   */
  public String file() {
    return file;
  }

  /**
   * Where in it.
   *
   * @return the line; 0 when unknown
   */
  public int line() {
    return line;
  }

  /**
   * What the operation takes and gives.
   *
   * @return its erased type
   */
  public MethodType operation() {
    return operation;
  }

  /**
   * What the operation leads to.
   *
   * @return the method of the lambda, or the one that is referred to
   */
  public MethodHandle body() {
    return body;
  }

  /**
   * What the operation of these lambdas takes and gives.
   *
   * @return its type where they are made
   */
  public MethodType instantiated() {
    return instantiated;
  }

  /**
   * What the lambdas are.
   *
   * @return all interfaces, what is made first
   */
  public Set<Class<?>> interfaces() {
    return interfaces;
  }

  /**
   * Further types of the operation.
   *
   * @return erased types; empty for most lambdas
   */
  public List<MethodType> bridges() {
    return bridges;
  }

  /**
   * Whether the lambdas can be written.
   *
   * @return true when one of the interfaces says so
   */
  public boolean isSerializable() {
    return Serializable.class.isAssignableFrom(type()) || interfaces.contains(Serializable.class);
  }

  /**
   * Whether it is a reference to the operation itself: its receiver is woven.
   *
   * @return true when nothing is to stand in front of the lambdas
   */
  public boolean isHandedOn() {
    MethodHandleInfo info = lookup.revealDirect(body);
    int kind = info.getReferenceKind();
    return (kind == MethodHandleInfo.REF_invokeVirtual
            || kind == MethodHandleInfo.REF_invokeInterface)
        && factory.parameterCount() == 1
        && info.getName().equals(name)
        && info.getMethodType().parameterCount() == operation.parameterCount()
        && isUnderAll(info.getDeclaringClass());
  }

  private boolean isUnderAll(Class<?> referred) {
    for (Class<?> each : interfaces) {
      if (each != Serializable.class && !each.isAssignableFrom(referred)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A site of what makes objects: one object for ever, as the JDK's, if none differs.
   *
   * @param made makes them
   * @return the site
   * @throws Throwable what making the only one throws
   */
  public static CallSite site(MethodHandle made) throws Throwable {
    if (made.type().parameterCount() > 0) {
      return new ConstantCallSite(made);
    }
    Object only = made.invoke();
    return new ConstantCallSite(MethodHandles.constant(made.type().returnType(), only));
  }
}
