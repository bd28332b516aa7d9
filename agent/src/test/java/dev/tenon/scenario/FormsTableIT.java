package dev.tenon.scenario;

import static dev.tenon.scenario.GeneratedForms.HiddenTaking;
import static dev.tenon.scenario.GeneratedForms.Taking;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.Seams;
import dev.tenon.Status;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import dev.tenon.verdict.Violation;
import java.io.IOException;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every cell of the table in docs/forms.md that this JVM has the door for. */
class FormsTableIT implements Scenario {

  private static boolean sound = true;
  private static final Map<String, Form<?>> FORMS = forms();

  @TestFactory
  Stream<DynamicTest> every_form_is_as_the_table_says() throws IOException {
    Door door = Door.open().get(0);
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.form(),
                    () -> form(row).show(door, door == Door.WOVEN ? row.woven() : row.proxy())));
  }

  @Test
  void the_table_has_every_form() throws IOException {
    assertThat(rows()).extracting(Row::form).containsExactlyInAnyOrderElementsOf(FORMS.keySet());
    assertThat(FORMS).hasSizeGreaterThan(35);
  }

  private static Form<?> form(Row row) {
    Form<?> form = FORMS.get(row.form());
    assertThat(form).as("a test for the form '%s' of docs/forms.md", row.form()).isNotNull();
    return form;
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("../docs/forms.md"), UTF_8)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 6 && !cells[1].isBlank() && !cells[1].contains("---")) {
        rows.add(new Row(cells[1].strip(), cells[2].strip(), cells[3].strip()));
      }
    }
    return rows.subList(1, rows.size());
  }

  private record Row(String form, String woven, String proxy) {}

  private interface Call<S> {
    void on(S supplier) throws Throwable;
  }

  /** A form, and a call that breaks one clause of it. */
  private record Form<S>(
      Class<S> seam, Supplier<? extends S> supplier, Call<S> call, Party blamed) {

    Form(Class<S> seam, Supplier<? extends S> supplier, Call<S> call) {
      this(seam, supplier, call, Party.CLIENT);
    }

    /** One that no object stands for: a constructor, or a static method. */
    static Form<?> own(Class<?> declaring, Call<Object> call) {
      return own(declaring, call, Party.CLIENT);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no supplier to have the type
    static Form<?> own(Class<?> declaring, Call<Object> call, Party blamed) {
      return new Form(declaring, () -> null, call, blamed);
    }

    void show(Door door, String said) {
      Modes.set(seam.getName().substring("dev.tenon.scenario.".length()), Mode.OBSERVE);
      Modes.set("FormsTableIT$TakingToo", Mode.OBSERVE);
      if (said.equals("refused")) {
        assertThatThrownBy(() -> door.guard(seam, supplier.get()))
            .isInstanceOf(IllegalArgumentException.class);
        return;
      }
      S made = supplier.get();
      S guarded = made == null ? null : door.guard(seam, made);
      List<Violation> recorded = recordedBy(() -> call.on(guarded));
      switch (said) {
        case "checked" ->
            assertThat(recorded).singleElement().extracting(Violation::blamed).isEqualTo(blamed);
        case "not" -> assertThat(recorded).isEmpty();
        case "announced" -> {
          assertThat(recorded).isEmpty();
          assertThat(Seams.status().notEnforced())
              .extracting(Status.SeamStatus::name)
              .contains(seam.getName());
        }
        default -> throw new IllegalStateException("docs/forms.md says '" + said + "'");
      }
    }
  }

  private static Map<String, Form<?>> forms() {
    Map<String, Form<?>> forms = new TreeMap<>();
    int captured = 1;
    Taking woven = new GeneratedForms.Open();
    taking(forms, "class", GeneratedForms.Open::new);
    taking(forms, "record", () -> new Recorded(1));
    taking(forms, "enum", () -> Counted.PLAIN);
    taking(forms, "body of an enum constant", () -> Counted.SPECIAL);
    taking(
        forms,
        "anonymous class",
        () ->
            new Taking() {
              @Override
              public int take(int n) {
                return n;
              }
            });
    class Local implements Taking {
      @Override
      public int take(int n) {
        return n + captured;
      }
    }
    taking(forms, "local class", Local::new);
    taking(forms, "inner class", () -> new Outer().new Inner());
    taking(forms, "class that inherits from a supplier", Extending::new);
    taking(forms, "override that calls super", Calling::new);
    taking(forms, "composite of its own class", () -> new Composite(new Composite(null)));
    taking(forms, "lambda that captures nothing", () -> n -> n);
    taking(forms, "lambda that captures", () -> n -> n + captured);
    taking(forms, "serialisable lambda", () -> (Taking & Serializable) n -> n);
    taking(forms, "reference to a static method", () -> Math::abs);
    taking(forms, "reference to a method of an object", () -> "abc"::indexOf);
    taking(forms, "reference to the operation itself", () -> woven::take);
    taking(forms, "JDK proxy that does the work", GeneratedForms::jdkProxyAlone);
    taking(
        forms,
        "JDK proxy before a supplier",
        () -> GeneratedForms.jdkProxyBefore(new GeneratedForms.Open()));
    taking(forms, "subclass by CGLIB before a supplier", GeneratedForms::cglibSubclass);
    taking(forms, "class by CGLIB that does the work", GeneratedForms::cglibInterface);
    taking(forms, "subclass by Byte Buddy before a supplier", GeneratedForms::byteBuddySubclass);
    taking(forms, "class by Byte Buddy that does the work", GeneratedForms::byteBuddyInterface);
    taking(forms, "body inherited from a class outside the seam", Adopting::new);
    forms.put(
        "call by reflection",
        new Form<>(
            Taking.class,
            GeneratedForms.Open::new,
            supplier -> Taking.class.getMethod("take", int.class).invoke(supplier, -1)));
    forms.put("call by a method handle", byHandle());
    forms.put(
        "call through this",
        new Form<>(SelfCalling.class, SelfCaller::new, supplier -> supplier.outer(1)));
    forms.put(
        "default method of the seam",
        new Form<>(Defaulting.class, () -> new Defaulting() {}, supplier -> supplier.give(-1)));
    forms.put(
        "default method of an interface below",
        new Form<>(Taking.class, () -> new Below() {}, supplier -> supplier.take(-1)));
    forms.put(
        "private method of the seam behind a default method",
        new Form<>(Defaulting.class, () -> new Defaulting() {}, supplier -> supplier.indirect(-1)));
    forms.put("sealed seam", new Form<>(Shut.class, OnlyShut::new, supplier -> supplier.take(-1)));
    forms.put(
        "package-private seam",
        new Form<>(Near.class, () -> n -> n, supplier -> supplier.take(-1)));
    forms.put(
        "generic seam with a bridge",
        new Form<>(Generic.class, OfWords::new, FormsTableIT::callGeneric));
    forms.put(
        "generic body that only a bridge leads to",
        new Form<>(Wording.class, Words::new, supplier -> supplier.keep("")));
    forms.put(
        "covariant result", new Form<>(Copying.class, Copier::new, supplier -> supplier.copy(-1)));
    forms.put(
        "varargs", new Form<>(Joining.class, () -> parts -> "", supplier -> supplier.join("")));
    forms.put(
        "class with two seams",
        new Form<>(Copying.class, TwoSeams::new, supplier -> supplier.copy(-1)));
    forms.put(
        "the same operation in two seams",
        new Form<>(Taking.class, SameTwice::new, supplier -> supplier.take(-1)));
    forms.put(
        "body inherited from a class of the JDK",
        new Form<>(Listing.class, Listed::new, supplier -> supplier.indexOf(null)));
    forms.put(
        "body that a bridge inherits from a class of the JDK",
        new Form<>(Adding.class, Added::new, supplier -> supplier.add("")));
    forms.put(
        "hidden class",
        new Form<>(HiddenTaking.class, GeneratedForms::hidden, supplier -> supplier.take(-1)));
    forms.put("constructor", Form.own(Making.class, none -> new Making(-1)));
    forms.put("constructor of a record", Form.own(Made.class, none -> new Made(-1)));
    forms.put("static method of a class", Form.own(Making.class, none -> Making.of(-1)));
    forms.put("static method of an interface", Form.own(Given.class, none -> Given.of(-1)));
    invariants(forms);
    return forms;
  }

  private static void invariants(Map<String, Form<?>> forms) {
    Working working = new Working();
    keeping(forms, "invariant at an operation of the seam", Working::new, Sound::work);
    forms.put(
        "invariant at another method of a class below",
        Form.own(Sound.class, unsound(none -> working.other()), Party.SUPPLIER));
    forms.put(
        "invariant at the constructor of a class below",
        Form.own(Sound.class, unsound(none -> new Working()), Party.SUPPLIER));
    keeping(
        forms, "invariant at a body inherited from a class outside", Inheriting::new, Sound::work);
    keeping(forms, "invariant at a `@Pure` method", Working::new, Sound::pure);
    keeping(
        forms, "invariant at a method that gives the value of a field", Working::new, Sound::value);
    keeping(forms, "invariant at the accessor of a record", () -> new Valued(1), Sound::value);
    keeping(forms, "invariant at a method of Object", Working::new, Sound::toString);
    keeping(forms, "invariant at a lambda", SoundRunning.class, () -> () -> {}, SoundRunning::run);
    keeping(
        forms,
        "invariant at a body inherited from a class of the JDK",
        SoundClearing.class,
        Cleared::new,
        SoundClearing::clear);
  }

  private static void keeping(
      Map<String, Form<?>> forms, String name, Supplier<Sound> supplier, Call<Sound> call) {
    keeping(forms, name, Sound.class, supplier, call);
  }

  private static <S> void keeping(
      Map<String, Form<?>> forms,
      String name,
      Class<S> seam,
      Supplier<? extends S> supplier,
      Call<S> call) {
    forms.put(name, new Form<>(seam, supplier, unsound(call), Party.SUPPLIER));
  }

  /** The call while no object has its invariant. */
  private static <S> Call<S> unsound(Call<S> call) {
    return supplier -> {
      sound = false;
      try {
        call.on(supplier);
      } finally {
        sound = true;
      }
    };
  }

  static boolean isSound() {
    return sound;
  }

  private static void taking(
      Map<String, Form<?>> forms, String name, Supplier<? extends Taking> supplier) {
    forms.put(name, new Form<>(Taking.class, supplier, each -> each.take(-1)));
  }

  private static Form<Taking> byHandle() {
    return new Form<>(
        Taking.class,
        GeneratedForms.Open::new,
        supplier -> {
          MethodHandle take =
              MethodHandles.lookup()
                  .findVirtual(Taking.class, "take", MethodType.methodType(int.class, int.class));
          assertThat((int) take.invokeExact(supplier, -1)).isEqualTo(-1);
        });
  }

  @SuppressWarnings("unchecked") // a class literal has no type arguments
  private static void callGeneric(Generic<?> supplier) {
    ((Generic<String>) supplier).keep("");
  }

  private record Recorded(int value) implements Taking {
    @Override
    public int take(int n) {
      return value;
    }
  }

  private enum Counted implements Taking {
    PLAIN,
    SPECIAL {
      @Override
      public int take(int n) {
        return -n;
      }
    };

    @Override
    public int take(int n) {
      return n;
    }
  }

  private static final class Outer {
    private final class Inner implements Taking {
      @Override
      public int take(int n) {
        return n;
      }
    }
  }

  private static final class Extending extends GeneratedForms.Open {}

  private static final class Calling extends GeneratedForms.Open {
    @Override
    public int take(int n) {
      return super.take(n);
    }
  }

  /** Hands on with an argument of its own, so that only the client's call is wrong. */
  private record Composite(Composite next) implements Taking {
    @Override
    public int take(int n) {
      return next == null ? n : next.take(Math.abs(n));
    }
  }

  private static class Outside {
    public int take(int n) {
      return n;
    }
  }

  private static final class Adopting extends Outside implements Taking {}

  /** A seam that is called from inside. */
  public interface SelfCalling {
    int outer(int n);

    @Requires("n >= 0")
    int inner(int n);
  }

  private static final class SelfCaller implements SelfCalling {
    @Override
    public int outer(int n) {
      return inner(-n);
    }

    @Override
    public int inner(int n) {
      return n;
    }
  }

  /** A seam with bodies of its own. */
  public interface Defaulting {
    @Requires("n >= 0")
    default int give(int n) {
      return n;
    }

    @Requires("n >= 0")
    default int indirect(int n) {
      return given(n);
    }

    private int given(int n) {
      return n;
    }
  }

  /** An interface that supplies. */
  public interface Below extends Taking {
    @Override
    default int take(int n) {
      return n;
    }
  }

  /** A sealed seam. */
  public sealed interface Shut permits OnlyShut {
    @Requires("n >= 0")
    int take(int n);
  }

  static final class OnlyShut implements Shut {
    @Override
    public int take(int n) {
      return n;
    }
  }

  interface Near {
    @Requires("n >= 0")
    int take(int n);
  }

  /** A generic seam. */
  public interface Generic<T> {
    @Requires("!value.equals(\"\")")
    T keep(T value);
  }

  private static final class OfWords implements Generic<String> {
    @Override
    public String keep(String value) {
      return value;
    }
  }

  /** A seam over a generic class. */
  public interface Wording {
    @Requires("!value.isEmpty()")
    String keep(String value);
  }

  private static class Keeping<T> {
    public T keep(T value) {
      return value;
    }
  }

  private static final class Words extends Keeping<String> implements Wording {}

  /** A seam whose result suppliers narrow. */
  public interface Copying {
    @Requires("n >= 0")
    Object copy(int n);
  }

  private static final class Copier implements Copying {
    @Override
    public String copy(int n) {
      return "";
    }
  }

  /** A seam with varargs. */
  public interface Joining {
    @Requires("parts.length > 1")
    String join(String... parts);
  }

  private static final class TwoSeams implements Copying, Joining {
    @Override
    public Object copy(int n) {
      return n;
    }

    @Override
    public String join(String... parts) {
      return "";
    }
  }

  /** The same operation once more. */
  public interface TakingToo {
    @Requires("n >= 0")
    int take(int n);
  }

  private static final class SameTwice implements Taking, TakingToo {
    @Override
    public int take(int n) {
      return n;
    }
  }

  /** A seam that a class of the JDK supplies. */
  public interface Listing {
    @Requires("value != null")
    int indexOf(Object value);
  }

  private static final class Listed extends ArrayList<String> implements Listing {
    private static final long serialVersionUID = 1;
  }

  /** One where only a bridge stands between. */
  public interface Adding {
    @Requires("!value.isEmpty()")
    boolean add(String value);
  }

  private static final class Added extends ArrayList<String> implements Adding {
    private static final long serialVersionUID = 1;
  }

  /** A class that is asked about before there is an object. */
  static class Making {

    @Requires("n >= 0")
    Making(int n) {
      assertThat(n).isNegative();
    }

    @Requires("n >= 0")
    static int of(int n) {
      return n;
    }
  }

  record Made(int n) {
    @Requires("n >= 0")
    Made {}
  }

  /** A seam without operations of its objects. */
  public interface Given {
    @Requires("n >= 0")
    static int of(int n) {
      return n;
    }
  }

  /** A seam with an invariant. */
  @Invariant("isSound()")
  public interface Sound {
    void work();

    int value();

    @Pure
    default int pure() {
      return value() + 1;
    }
  }

  private static class Working implements Sound {
    private int value;

    @Override
    public void work() {
      value++;
    }

    @Override
    public int value() {
      return value;
    }

    @Override
    public String toString() {
      return value + "";
    }

    void other() {
      value--;
    }
  }

  private record Valued(int value) implements Sound {
    @Override
    public void work() {}
  }

  private static class Outworking {
    int value;

    public void work() {
      value++;
    }
  }

  private static final class Inheriting extends Outworking implements Sound {
    @Override
    public int value() {
      return value;
    }
  }

  /** One with nothing but an invariant, which a lambda can supply. */
  @Invariant("isSound()")
  public interface SoundRunning {
    void run();
  }

  /** One that a class of the JDK supplies. */
  @Invariant("isSound()")
  public interface SoundClearing {
    void clear();
  }

  private static final class Cleared extends ArrayList<String> implements SoundClearing {
    private static final long serialVersionUID = 1;
  }
}
