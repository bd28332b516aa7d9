package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Lambdas and method references as suppliers, checked where they are made. */
class WovenLambdaIT implements Scenario {

  @Test
  void one_that_captures_nothing() {
    Halving halving = n -> n / 2;

    assertThatViolation(() -> halving.half(3)).blames(CLIENT).quoting("n % 2 == 0");
    assertThat(recordedBy(() -> assertThat(halving.half(4)).isEqualTo(2))).isEmpty();
  }

  @Test
  void one_that_captures() {
    int loss = 1;
    Halving halving = n -> n / 2 - loss;

    assertThatViolation(() -> halving.half(4)).blames(SUPPLIER).quoting("result * 2 == n");
  }

  @Test
  void the_supplier_is_the_class_and_line_that_made_it() {
    Halving halving = n -> n;

    ViolationAssert found = assertThatViolation(() -> halving.half(2)).blames(SUPPLIER);

    assertThat(found.violation().supplier().className()).isEqualTo(WovenLambdaIT.class.getName());
    assertThat(found.violation().supplier().file()).isEqualTo("WovenLambdaIT.java");
    assertThat(found.violation().supplier().line()).isPositive();
    found.client(WovenLambdaIT.class, "the_supplier_is_the_class_and_line_that_made_it");
  }

  @Test
  void one_that_captures_nothing_stays_one_object() {
    List<Halving> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.add(n -> n / 2);
    }

    assertThat(made.get(0)).isSameAs(made.get(1)).isSameAs(made.get(2));
  }

  @Test
  void a_reference_to_a_static_method() {
    Halving halving = WovenLambdaIT::wrong;

    assertThatViolation(() -> halving.half(2)).blames(SUPPLIER);
  }

  @Test
  void a_reference_to_a_method_of_an_object() {
    Wrong wrong = new Wrong();
    Halving halving = wrong::of;

    assertThatViolation(() -> halving.half(2)).blames(SUPPLIER);
  }

  @Test
  void a_reference_to_a_constructor_and_one_of_an_array() {
    Making<List<String>> making = ArrayList::new;
    Making<String[]> arrays = String[]::new;

    assertThatViolation(() -> making.make(-1)).blames(CLIENT);
    assertThatViolation(() -> arrays.make(-1)).blames(CLIENT);
    assertThat(recordedBy(() -> assertThat(arrays.make(2)).hasSize(2))).isEmpty();
  }

  @Test
  void a_reference_to_a_method_with_varargs() {
    Joining joining = WovenLambdaIT::join;

    assertThatViolation(() -> joining.join("", "b")).blames(CLIENT);
    assertThat(recordedBy(() -> assertThat(joining.join("a", "b")).isEqualTo("ab"))).isEmpty();
  }

  @Test
  void a_reference_to_the_operation_itself_is_handed_on() {
    Modes.set("WovenLambdaIT$Halving", Mode.OBSERVE);
    Halving halving = n -> n / 2;
    Halving again = halving::half;

    assertThatRecord(() -> again.half(3)).blames(CLIENT);
  }

  @Test
  void a_lambda_that_calls_another_is_a_client_of_it() {
    Halving halving = n -> n / 2;
    Halving decorating = n -> halving.half(n + 1) - 1;

    assertThatViolation(() -> decorating.half(2))
        .blames(CLIENT)
        .client(WovenLambdaIT.class, "a_lambda_that_calls_another_is_a_client_of_it");
  }

  @Test
  void a_serialisable_one_is_checked_after_it_was_read_again() throws Exception {
    Kept kept = (Kept & Serializable) n -> n;

    Kept read = copy(kept);

    assertThatViolation(() -> read.half(2)).blames(SUPPLIER);
    assertThatViolation(() -> kept.half(2)).blames(SUPPLIER);
  }

  @Test
  void a_further_interface_of_a_lambda() {
    Plain plain = (Plain & Marked) n -> n;

    assertThatViolation(() -> plain.half(2)).blames(SUPPLIER);
    assertThat(plain).isInstanceOf(Marked.class);
  }

  @Test
  void a_generic_seam_with_a_bridge() {
    Naming<Integer> naming = n -> n == 1 ? "" : "many";
    OfStrings strings = s -> "";

    assertThatViolation(() -> naming.name(1)).blames(SUPPLIER).quoting("!result.isEmpty()");
    assertThatViolation(() -> naming.name(null)).blames(CLIENT);
    assertThatViolation(() -> strings.name("a")).blames(SUPPLIER);
    assertThatViolation(() -> named(strings, null)).blames(CLIENT);
  }

  @Test
  void a_default_method_of_a_lambda_is_checked_in_the_seam() {
    Halving halving = n -> n / 2;

    assertThatViolation(() -> halving.quarter(2)).blames(CLIENT).of("quarter");
  }

  @Test
  void an_exception_of_a_lambda_is_passed_on() {
    IllegalStateException thrown = new IllegalStateException("no");
    Halving halving =
        n -> {
          throw thrown;
        };

    Throwable seen = null;
    try {
      halving.half(2);
    } catch (IllegalStateException e) {
      seen = e;
    }

    assertThat(seen).isSameAs(thrown);
    assertThat(thrown.getSuppressed()).isEmpty();
  }

  @Test
  void a_package_private_seam_and_a_private_one() {
    Hidden hidden = n -> n;

    assertThatViolation(() -> hidden.same(-1)).blames(CLIENT);
  }

  @Test
  void behind_a_checking_proxy_it_is_one_handoff() {
    Modes.set("WovenLambdaIT$Halving", Mode.OBSERVE);
    Halving lossy = n -> n / 2 - 1;
    Halving halving = Seams.guard(Halving.class, lossy);

    assertThatRecord(() -> halving.half(3)).blames(CLIENT);
    assertThatRecord(() -> halving.half(4)).blames(SUPPLIER).supplier(WovenLambdaIT.class);
  }

  @Test
  void lambdas_of_the_jdk_are_left_alone() {
    Supplier<String> supplier = () -> "a";
    IntFunction<int[]> function = int[]::new;

    assertThat(supplier.getClass().getName()).contains("$$Lambda");
    assertThat(function.getClass().getName()).contains("$$Lambda");
  }

  private static <T> String named(Naming<T> naming, T value) {
    return naming.name(value);
  }

  private static int wrong(int n) {
    return n;
  }

  private static String join(String... parts) {
    return String.join("", parts);
  }

  private static Kept copy(Kept kept) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(kept);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Kept) in.readObject();
    }
  }

  /** A functional seam. */
  public interface Halving {
    @Requires("n % 2 == 0")
    @Ensures("result * 2 == n")
    int half(int n);

    @Requires("n % 4 == 0")
    default int quarter(int n) {
      return half(half(n));
    }
  }

  /** One whose lambdas can be kept. */
  public interface Kept {
    @Ensures("result * 2 == n")
    int half(int n);
  }

  /** No seam. */
  public interface Plain {
    int half(int n);
  }

  /** A seam that a lambda may have beside another interface. */
  public interface Marked {
    @Ensures("result * 2 == n")
    int half(int n);
  }

  /** A generic seam. */
  public interface Naming<T> {
    @Requires("value != null")
    @Ensures("!result.isEmpty()")
    String name(T value);
  }

  /** One that says which type. */
  public interface OfStrings extends Naming<String> {
    @Override
    String name(String value);
  }

  /** A seam with a type argument in its result. */
  public interface Making<T> {
    @Requires("size >= 0")
    T make(int size);
  }

  /** A seam with varargs. */
  public interface Joining {
    @Requires("!parts[0].isEmpty()")
    String join(String... parts);
  }

  interface Hidden {
    @Requires("n >= 0")
    int same(int n);
  }

  private static final class Wrong {
    int of(int n) {
      return n;
    }
  }
}
