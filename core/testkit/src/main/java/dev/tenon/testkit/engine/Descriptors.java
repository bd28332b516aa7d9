package dev.tenon.testkit.engine;

import dev.tenon.testkit.suite.Property;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** What stands in the tree of tests. */
final class Descriptors {

  private Descriptors() {}

  /**
   * A test class; its suppliers and properties are found when it is run. Its name is the full one:
   * Surefire takes that for the class of the properties.
   */
  static final class OfClass extends AbstractTestDescriptor {

    private final Class<?> type;

    OfClass(TestDescriptor parent, Class<?> type) {
      super(
          parent.getUniqueId().append("class", type.getName()),
          type.getName(),
          ClassSource.from(type));
      this.type = type;
    }

    Class<?> suite() {
      return type;
    }

    @Override
    public Set<TestTag> getTags() {
      return tags(type);
    }

    /** Why it is not to be run; empty when it is. */
    Optional<String> disabled() {
      return AnnotationSupport.findAnnotation(type, Disabled.class)
          .map(each -> each.value().isEmpty() ? "@Disabled" : each.value());
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

  private static Set<TestTag> tags(Class<?> type) {
    return AnnotationSupport.findRepeatableAnnotations(type, Tag.class).stream()
        .map(each -> TestTag.create(each.value()))
        .collect(Collectors.toSet());
  }

  /**
   * A property of one supplier. No source: Surefire would call it by the class, and not by name.
   */
  static final class OfProperty extends AbstractTestDescriptor {

    private final Class<?> type;

    OfProperty(UniqueId id, Property property, Class<?> type) {
      super(id, property.supplier() + ": " + property.name());
      this.type = type;
    }

    @Override
    public Set<TestTag> getTags() {
      return tags(type);
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}
