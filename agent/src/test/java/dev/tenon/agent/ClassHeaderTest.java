package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Throws;
import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassHeaderTest {

  interface Asking {
    @Requires("amount > 0")
    void pay(int amount);
  }

  interface AskingTwice {
    @Requires("amount > 0")
    @Requires("amount < 9")
    void pay(int amount);
  }

  interface Promising {
    @Ensures("result > 0")
    int balance();
  }

  @Seam
  interface Bare {}

  interface Failing {
    @Throws(IllegalStateException.class)
    void fail();
  }

  interface FailingTwice {
    @Throws(IllegalStateException.class)
    @Throws(IllegalArgumentException.class)
    void fail();
  }

  @Invariant("true")
  interface Kept {}

  @Invariant("true")
  @Invariant("1 > 0")
  interface KeptTwice {}

  abstract static class Paying implements Asking, Serializable {
    private static final long serialVersionUID = 1;

    final long constant() {
      return 0x1234_5678_9ABCL;
    }
  }

  static class Größe extends Paying {
    private static final long serialVersionUID = 1;

    @Override
    public void pay(int amount) {}
  }

  @Test
  void names_the_class_and_all_above_it() {
    ClassHeader header = header(Paying.class);
    assertThat(header.name()).isEqualTo("dev/tenon/agent/ClassHeaderTest$Paying");
    assertThat(header.superName()).isEqualTo("java/lang/Object");
    assertThat(header.interfaces())
        .containsExactly("dev/tenon/agent/ClassHeaderTest$Asking", "java/io/Serializable");
    assertThat(header.isInterface()).isFalse();
    assertThat(header.major()).isEqualTo(61);
  }

  @Test
  void reads_names_beyond_ascii() {
    assertThat(header(Größe.class).name()).isEqualTo("dev/tenon/agent/ClassHeaderTest$Größe");
  }

  @Test
  void knows_an_interface() {
    assertThat(header(Asking.class).isInterface()).isTrue();
  }

  @Test
  void sees_each_annotation_that_makes_a_seam() {
    assertThat(header(Asking.class).carriesMarks()).isTrue();
    assertThat(header(AskingTwice.class).carriesMarks()).isTrue();
    assertThat(header(Promising.class).carriesMarks()).isTrue();
    assertThat(header(Bare.class).carriesMarks()).isTrue();
    assertThat(header(Failing.class).carriesMarks()).isTrue();
    assertThat(header(FailingTwice.class).carriesMarks()).isTrue();
    assertThat(header(Kept.class).carriesMarks()).isTrue();
    assertThat(header(KeptTwice.class).carriesMarks()).isTrue();
  }

  @Test
  void tells_what_needs_a_processor_from_what_only_marks_a_seam() {
    assertThat(header(Asking.class).carriesClauses()).isTrue();
    assertThat(header(AskingTwice.class).carriesClauses()).isTrue();
    assertThat(header(KeptTwice.class).carriesClauses()).isTrue();
    assertThat(header(Bare.class).carriesClauses()).isFalse();
    assertThat(header(Paying.class).carriesClauses()).isFalse();
  }

  @Test
  void sees_no_mark_in_a_class_without() {
    assertThat(header(Paying.class).carriesMarks()).isFalse();
    assertThat(header(String.class).carriesMarks()).isFalse();
  }

  @Test
  void object_has_nothing_above_it() {
    ClassHeader object = header(Object.class);
    assertThat(object.superName()).isNull();
    assertThat(object.interfaces()).isEmpty();
  }

  @Test
  void a_module_declaration_is_read_too() {
    ClassWriter module = new ClassWriter(0);
    module.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    module.visitModule("some", 0, null).visitEnd();
    ClassHeader header = ClassHeader.of(module.toByteArray());
    assertThat(header).isNotNull();
    assertThat(header.superName()).isNull();
  }

  @Test
  void what_is_cut_short_anywhere_is_no_class_file() {
    byte[] bytes = bytes(Paying.class);
    int lengths = 0;
    for (int length = 0; length < 200; length++) {
      assertThat(ClassHeader.of(Arrays.copyOf(bytes, length))).isNull();
      lengths++;
    }
    assertThat(lengths).isEqualTo(200);
  }

  @Test
  void what_does_not_begin_like_a_class_file_is_none() {
    byte[] bytes = bytes(Paying.class);
    bytes[0] = 0;
    assertThat(ClassHeader.of(bytes)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\uD83D\uDE00", "A\0", "\0", "A\uFFFD", "\uD800", "\u20AC\0\u00DF"})
  void reads_names_that_class_files_encode_in_their_own_way(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, name, null, "java/lang/Object", null);
    ClassHeader header = ClassHeader.of(writer.toByteArray());
    assertThat(header).isNotNull();
    assertThat(header.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(bytes = {0, 2, 13, 14, 21, 99, -1})
  void a_constant_of_an_unknown_kind_ends_the_reading(byte kind) {
    byte[] bytes = bytes(Paying.class);
    bytes[10] = kind;
    assertThat(ClassHeader.of(bytes)).isNull();
  }

  private static ClassHeader header(Class<?> type) {
    ClassHeader header = ClassHeader.of(bytes(type));
    assertThat(header).isNotNull();
    return header;
  }

  private static byte[] bytes(Class<?> type) {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
