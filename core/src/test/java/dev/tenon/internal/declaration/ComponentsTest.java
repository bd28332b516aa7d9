package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Component;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void the_nearest_annotation_counts() {
    assertThat(Components.of(Named.Inner.class)).isEqualTo("inner");
    assertThat(Components.of(Named.Other.class)).isEqualTo("outer");
  }

  @Test
  void without_annotation_a_class_of_a_jar_belongs_to_the_jar() {
    assertThat(Components.of(Test.class)).startsWith("junit-jupiter-api-").endsWith(".jar");
  }

  @Test
  void without_a_jar_a_class_belongs_to_its_package() {
    assertThat(Components.of(ComponentsTest.class)).isEqualTo("dev.tenon.internal.declaration");
  }

  @Test
  void a_class_of_a_named_module_belongs_to_the_module() {
    assertThat(Components.of(String.class)).isEqualTo("java.base");
  }

  @Component("outer")
  private static final class Named {
    @Component("inner")
    private static final class Inner {}

    private static final class Other {}
  }
}
