package dev.tenon.testkit.engine;

import dev.tenon.testkit.suite.Property;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** What stands in the tree of tests. */
final class Descriptors {

  private Descriptors() {}

  /** A test class; its suppliers and properties are found when it is run. */
  static final class OfClass extends AbstractTestDescriptor {

    private final Class<?> type;

    OfClass(TestDescriptor parent, Class<?> type) {
      super(
          parent.getUniqueId().append("class", type.getName()),
          type.getSimpleName(),
          ClassSource.from(type));
      this.type = type;
    }

    Class<?> suite() {
      return type;
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
      return true;
    }
  }

  /** A property of one supplier. */
  static final class OfProperty extends AbstractTestDescriptor {

    OfProperty(UniqueId id, Property property, Class<?> type) {
      super(id, property.supplier() + ": " + property.name(), ClassSource.from(type));
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}
