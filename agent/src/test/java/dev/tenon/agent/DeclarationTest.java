package dev.tenon.agent;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.CLASS;
import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.settings.Settings;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which operations have something to be judged, by where constraints stand. */
class DeclarationTest {

  @Retention(RUNTIME)
  @Target({METHOD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
  @Constraint(validatedBy = {})
  @Repeatable(Even.List.class)
  @interface Even {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds several, as a repeated one is held. */
    @Retention(RUNTIME)
    @Target({METHOD, PARAMETER, TYPE_USE})
    @interface List {
      Even[] value();
    }
  }

  @Retention(RUNTIME)
  @interface Parted {
    Even.List[] value();
  }

  @Retention(RUNTIME)
  @interface Remark {
    String value() default "";

    String[] more() default {};
  }

  @Retention(CLASS)
  @Target({METHOD, PARAMETER})
  @interface Forgotten {}

  @Seam
  interface Marked {
    @NotNull
    String result();

    void parameter(int first, @Positive int second);

    void cascade(@Valid Object graph);

    void typeOfParameter(List<@NotNull String> all);

    List<@Size(min = 1) String> typeOfResult();

    void deep(Map<String, List<? extends @Min(1) Integer>> all);

    void component(@NotNull String[] all);

    void several(@Min(1) @Min(2) int amount);

    void custom(@Even int amount);

    @Even
    @SuppressWarnings("tenon") // where it stands matters here, not what it says
    void crossParameter(int from, int to);

    void severalCustom(@Even @Even int amount);

    default void withBody(@NotNull String text) {}

    <T extends Comparable<@NotNull T>> void bound(T only);

    @Remark
    @Nullable String remarked(@Remark("x") @Nullable String text);

    @Parted({})
    void tooDeep();

    @Forgotten
    void forgotten(@Forgotten int amount);

    @Deprecated
    void plain(List<String> all);

    void receiver(Marked this);

    @SuppressWarnings("tenon") // where it stands matters here, not what it says
    static void fixed(@NotNull String text) {}

    private void secret(@NotNull String text) {}
  }

  static class Demanding {
    @Requires("amount > 0")
    Demanding(int amount) {}
  }

  static class Heir extends Demanding {
    Heir() {
      super(1);
    }

    void take(@Positive int amount) {}
  }

  interface Plain {
    void take(@Positive int amount);
  }

  static class Made implements Plain {
    Made(@NotNull String name) {}

    Made(int plain) {}

    @Override
    public void take(@Even int amount) {}
  }

  record Parts(@NotNull String name, List<@Positive Integer> all, int plain) {}

  enum Held {
    ONE("one");

    Held(@NotNull String text) {}
  }

  private final Realms realms = new Realms();
  private final ClassLoader loader = DeclarationTest.class.getClassLoader();
  private final Lineages lineages = lineages("none.Such");

  private Lineages lineages(String selected) {
    Settings settings =
        Settings.resolve(
            "seams=" + selected, new Properties(), Map.of(), new Properties(), w -> {});
    return new Lineages(realms, new Presence(realms, settings));
  }

  private List<Declaration> of(Lineages lineages, Class<?> type) {
    return lineages.of(loader, internal(type));
  }

  private Declaration marked() {
    assertThat(of(lineages, Marked.class)).hasSize(1);
    return of(lineages, Marked.class).get(0);
  }

  private static Declaration only(List<Declaration> found, Class<?> type) {
    return found.stream()
        .filter(each -> each.type().equals(type.getName()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "result/0",
        "parameter/2",
        "cascade/1",
        "typeOfParameter/1",
        "typeOfResult/0",
        "deep/1",
        "component/1",
        "several/1",
        "custom/1",
        "crossParameter/2",
        "severalCustom/1",
        "withBody/1",
      })
  void a_constraint_binds_its_operation_wherever_it_stands(String operation) {
    assertThat(marked().hasOperation(operation)).isTrue();
    assertThat(marked().bindsLambda(operation)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bound/1",
        "remarked/1",
        "tooDeep/0",
        "forgotten/1",
        "plain/1",
        "receiver/0",
        "fixed/1",
        "secret/1",
      })
  void nothing_else_binds_an_operation(String operation) {
    assertThat(marked().hasOperation(operation)).isFalse();
    assertThat(marked().hasFixed(Marked.class.getName())).isFalse();
  }

  @Test
  void an_annotation_is_read_once_for_each_loader_and_most_are_not_read_at_all() {
    assertThat(marked()).isNotNull();
    Map<String, Boolean> read = realms.of(loader).constraints;
    assertThat(read)
        .containsOnlyKeys(
            internal(Even.class),
            internal(Even.List.class),
            internal(Remark.class),
            internal(Parted.class));
    assertThat(read.get(internal(Even.List.class))).isTrue();
    assertThat(read.get(internal(Remark.class))).isFalse();
    assertThat(read.get(internal(Parted.class))).isFalse();
  }

  @Test
  void constraints_of_a_type_that_is_in_no_question_are_not_looked_for() {
    assertThat(of(lineages, Plain.class)).isEmpty();
    assertThat(of(lineages, Made.class)).isEmpty();
    assertThat(realms.of(loader).constraints).isEmpty();
  }

  @Test
  void a_selected_interface_is_a_seam_and_what_is_under_it_may_add_its_own() {
    Lineages selecting = lineages(Plain.class.getName());
    assertThat(of(selecting, Plain.class)).hasSize(1);
    List<Declaration> made = of(selecting, Made.class);
    assertThat(made).hasSize(2);
    assertThat(only(made, Plain.class).hasOperation("take/1")).isTrue();
    Declaration own = only(made, Made.class);
    assertThat(own.hasOperation("take/1")).isTrue();
    assertThat(own.binds(constructor("(Ljava/lang/String;)V"))).isTrue();
    assertThat(own.binds(constructor("(I)V"))).isFalse();
  }

  private static Member constructor(String descriptor) {
    return new Member(Made.class.getName(), 0, "<init>", descriptor);
  }

  @Test
  void a_class_may_add_constraints_to_one_that_has_clauses_for_its_constructor_alone() {
    assertThat(of(lineages, Heir.class))
        .singleElement()
        .matches(own -> own.type().equals(Heir.class.getName()) && own.hasOperation("take/1"));
  }

  @Test
  void a_selected_type_without_constraints_is_nothing() {
    assertThat(of(lineages(DeclarationTest.class.getName()), DeclarationTest.class)).isEmpty();
  }

  @Test
  void a_record_is_bound_where_its_components_are() {
    List<Declaration> found = of(lineages(DeclarationTest.class.getName() + "*"), Parts.class);
    Declaration own = only(found, Parts.class);
    assertThat(own.hasOperation("name/0")).isTrue();
    assertThat(own.hasOperation("all/0")).isTrue();
    assertThat(own.hasOperation("plain/0")).isFalse();
    assertThat(
            own.mayBind(Parts.class.getName(), "<init>", "(Ljava/lang/String;Ljava/util/List;I)V"))
        .isTrue();
  }

  @Test
  void the_constructor_of_an_enum_is_found_by_its_whole_descriptor() {
    List<Declaration> found = of(lineages(DeclarationTest.class.getName() + "*"), Held.class);
    assertThat(
            only(found, Held.class)
                .mayBind(
                    Held.class.getName(), "<init>", "(Ljava/lang/String;ILjava/lang/String;)V"))
        .isTrue();
  }

  @Test
  void what_was_generated_has_copies_and_nothing_of_its_own() throws IOException {
    Lineages selecting = lineages(Plain.class.getName());
    byte[] bytes = generated();
    ClassHeader header = ClassHeader.of(bytes);
    assertThat(header).isNotNull();
    assertThat(selecting.of(loader, header, bytes))
        .extracting(Declaration::type)
        .containsExactly(Plain.class.getName());
  }

  /** As Mockito does, with the annotations of what it is made of. */
  private static byte[] generated() throws IOException {
    String plain = internal(Plain.class);
    net.bytebuddy.jar.asm.ClassWriter writer = new net.bytebuddy.jar.asm.ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_ABSTRACT,
        plain + "$MockitoMock$1",
        null,
        "java/lang/Object",
        new String[] {plain});
    new ClassReader(Plain.class.getName())
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                return writer.visitMethod(access, name, descriptor, generic, thrown);
              }
            },
            0);
    return writer.toByteArray();
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
