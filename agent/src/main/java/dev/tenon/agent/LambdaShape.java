package dev.tenon.agent;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the lambdas of one site are, as the arguments of its bootstrap describe them. */
final class LambdaShape {

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
   * @param given what {@link LambdaSites#arguments} says
   */
  LambdaShape(Lookup lookup, String name, MethodType factory, Object[] given) {
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

  Lookup lookup() {
    return lookup;
  }

  /** The name of the operation. */
  String name() {
    return name;
  }

  /** What is captured, and what is made. */
  MethodType factory() {
    return factory;
  }

  /** What is made: the first of the interfaces. */
  Class<?> type() {
    return factory.returnType();
  }

  /** The source file; empty when unknown. */
  String file() {
    return file;
  }

  /** The line; 0 when unknown. */
  int line() {
    return line;
  }

  /** The erased type of the operation. */
  MethodType operation() {
    return operation;
  }

  /** What the operation leads to. */
  MethodHandle body() {
    return body;
  }

  /** The type of the operation for these lambdas. */
  MethodType instantiated() {
    return instantiated;
  }

  Set<Class<?>> interfaces() {
    return interfaces;
  }

  /** Further types of the operation. */
  List<MethodType> bridges() {
    return bridges;
  }

  boolean isSerializable() {
    return Serializable.class.isAssignableFrom(type()) || interfaces.contains(Serializable.class);
  }
}
