package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calls of clients are woven, and that they still do what they did. */
class CallSitesIT {

  private static final String PRICING =
      """
      package bank;
      public interface Pricing {
        int quote(int amount);
        default String label(String prefix, long number) { return prefix + number; }
        default int free() { return 0; }
      }
      """;

  private static final String FAIR =
      """
      package bank;
      public class Fair implements Pricing {
        public int quote(int amount) {
          if (amount < 0) {
            throw new IllegalArgumentException("negative");
          }
          return amount * 2;
        }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Pricing.class)
      interface PricingView {
        @Requires("amount > 0") int quote(int amount);
        @Ensures("result != null") String label(String prefix, long number);
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .source(TellingLinkage.SOURCE)
        .source(PRICING)
        .source(FAIR)
        .source(VIEW)
        .views("shop.PricingView");
  }

  private static ForkedJvm.Run ran(ForkedJvm jvm) {
    ForkedJvm.Run run = jvm.compile().run("shop.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    return run;
  }

  /** Which methods call, in order; of what is printed. */
  private static List<String> calls(ForkedJvm.Run run) {
    return run.outLines().stream()
        .filter(line -> line.contains(" calls "))
        .map(
            line ->
                line.replaceAll(" at \\w*\\.java:line| as shop.PricingView$|(?<=main)\\$\\d", ""))
        .toList();
  }

  @Test
  void a_mirrored_call_of_a_client_meets_core() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package shop;
                    import bank.*;
                    public class Main {
                      public static void main(String[] args) {
                        Pricing pricing = new Fair();
                        System.out.println(pricing.quote(5));
                        System.out.println(pricing.label("n", 6L));
                        System.out.println(pricing.free());
                      }
                    }
                    """));
    assertThat(run.outLines())
        .containsExactly(
            "shop.Main.main at Main.java:line calls bank.Pricing.quote(5) as shop.PricingView",
            "10",
            "shop.Main.main at Main.java:line calls bank.Pricing.label(n, 6) as shop.PricingView",
            "n6",
            "0");
  }

  @Test
  void every_form_of_a_client_is_woven() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package shop;
                    import bank.*;
                    import java.util.function.*;
                    record Card(int amount) {
                      Card {
                        amount = Main.PRICING.quote(amount);
                      }
                      int again() { return Main.PRICING.quote(amount); }
                    }
                    class Base {
                      final int n;
                      Base(int n) { this.n = n; }
                    }
                    class Derived extends Base {
                      Derived(Pricing pricing) { super(pricing.quote(3)); }
                      Derived(int n) { this((Pricing) new Fair()); Main.PRICING.quote(n); }
                    }
                    class Initialised {
                      static final int N = Main.PRICING.quote(6);
                      static void touch() {}
                    }
                    interface Defaulting {
                      default int by(Pricing pricing) { return pricing.quote(7); }
                      static int of(Pricing pricing) { return pricing.quote(8); }
                      private int own(Pricing pricing) { return pricing.quote(9); }
                      default int through(Pricing pricing) { return own(pricing); }
                    }
                    enum Coin {
                      HEADS { int toss(Pricing pricing) { return pricing.quote(10); } };
                      abstract int toss(Pricing pricing);
                    }
                    public class Main {
                      static final Pricing PRICING = new Fair();
                      class Inner {
                        int inside() { return PRICING.quote(11); }
                      }
                      static synchronized int inTry(Pricing pricing) {
                        int sum = 0;
                        for (int i = -1; i < 2; i++) {
                          try {
                            sum += i + pricing.quote(i);
                          } catch (IllegalArgumentException negative) {
                            sum += 100 * pricing.quote(1);
                          } finally {
                            sum += pricing.quote(12);
                          }
                        }
                        return sum;
                      }
                      public static void main(String[] args) {
                        System.out.println(new Card(1).again());
                        System.out.println(new Derived(4).n);
                        Initialised.touch();
                        Defaulting defaulting = new Defaulting() {};
                        defaulting.by(PRICING);
                        Defaulting.of(PRICING);
                        defaulting.through(PRICING);
                        Coin.HEADS.toss(PRICING);
                        new Main().new Inner().inside();
                        System.out.println(inTry(PRICING));
                        IntUnaryOperator lambda = n -> PRICING.quote(n);
                        lambda.applyAsInt(13);
                        Supplier<IntSupplier> nested = () -> () -> PRICING.quote(14);
                        nested.get().getAsInt();
                        new Object() {
                          int anonymous() { return PRICING.quote(15); }
                        }.anonymous();
                        long wide = 1L << 40;
                        System.out.println(PRICING.label("x", wide) + wide);
                      }
                    }
                    """));
    assertThat(calls(run))
        .containsExactly(
            "shop.Card.<init> calls bank.Pricing.quote(1)",
            "shop.Card.again calls bank.Pricing.quote(2)",
            "shop.Derived.<init> calls bank.Pricing.quote(3)",
            "shop.Derived.<init> calls bank.Pricing.quote(4)",
            "shop.Initialised.<clinit> calls bank.Pricing.quote(6)",
            "shop.Defaulting.by calls bank.Pricing.quote(7)",
            "shop.Defaulting.of calls bank.Pricing.quote(8)",
            "shop.Defaulting.own calls bank.Pricing.quote(9)",
            "shop.Coin$1.toss calls bank.Pricing.quote(10)",
            "shop.Main$Inner.inside calls bank.Pricing.quote(11)",
            "shop.Main.inTry calls bank.Pricing.quote(-1)",
            "shop.Main.inTry calls bank.Pricing.quote(1)",
            "shop.Main.inTry calls bank.Pricing.quote(12)",
            "shop.Main.inTry calls bank.Pricing.quote(0)",
            "shop.Main.inTry calls bank.Pricing.quote(12)",
            "shop.Main.inTry calls bank.Pricing.quote(1)",
            "shop.Main.inTry calls bank.Pricing.quote(12)",
            "shop.Main.lambda$main calls bank.Pricing.quote(13)",
            "shop.Main.lambda$main calls bank.Pricing.quote(14)",
            "shop.Main$2.anonymous calls bank.Pricing.quote(15)",
            "shop.Main.main calls bank.Pricing.label(x, 1099511627776)");
    assertThat(run.outLines())
        .filteredOn(line -> !line.contains(" calls "))
        .containsExactly("4", "6", "275", "x10995116277761099511627776");
  }

  @Test
  void whatever_the_static_type_the_call_is_woven_and_super_is_not() {
    ForkedJvm.Run run =
        ran(
            new ForkedJvm(directory)
                .flags("-Xverify:all")
                .source(TellingLinkage.SOURCE)
                .source(
                    """
                    package bank;
                    public interface Converting<A, B extends Number> {
                      B convert(A a);
                      Object copy(A a);
                    }
                    """)
                .source(
                    """
                    package shop;
                    import bank.*;
                    import dev.tenon.contract.*;
                    @Assumes(Converting.class)
                    interface ConvertingView<A, B extends Number> {
                      @Requires("a != null") B convert(A a);
                      @Requires("a != null") Object copy(A a);
                    }
                    """)
                .views("shop.ConvertingView")
                .source(
                    """
                    package shop;
                    import bank.*;
                    interface Sub extends Converting<String, Integer> {}
                    class Lengths implements Sub {
                      public Integer convert(String s) { return s.length(); }
                      public String copy(String s) { return s; }
                      int convert(int a, int b) { return a; }
                      private int convert(long other) { return -1; }
                      static int convert(short other) { return -2; }
                      int own() { return this.convert("own") + convert(1L) + convert((short) 1); }
                    }
                    class Doubled extends Lengths {
                      @Override public Integer convert(String s) {
                        return 2 * super.convert(s);
                      }
                    }
                    class Stranger {
                      public Integer convert(String s) { return 0; }
                    }
                    public class Main {
                      static <T extends Object & Converting<String, Integer>> int both(T t) {
                        return t.convert("both");
                      }
                      public static void main(String[] args) {
                        Lengths lengths = new Lengths();
                        Sub sub = lengths;
                        Converting<String, Integer> converting = lengths;
                        int sum = lengths.convert("a") + sub.convert("sub")
                            + converting.convert("seam") + new Doubled().convert("twice");
                        String copy = lengths.copy("covariant");
                        System.out.println(sum + copy + both(lengths) + lengths.own());
                        System.out.println(new Stranger().convert("x") + lengths.convert(1, 2));
                      }
                    }
                    """));
    assertThat(run.outLines().stream().map(line -> line.replaceAll(" at .*calls | as .*", " ")))
        .containsExactly(
            "shop.Main.main shop.Lengths.convert(a) ",
            "shop.Main.main shop.Sub.convert(sub) ",
            "shop.Main.main bank.Converting.convert(seam) ",
            "shop.Main.main shop.Doubled.convert(twice) ",
            "shop.Main.main shop.Lengths.copy(covariant) ",
            "shop.Main.both bank.Converting.convert(both) ",
            "shop.Lengths.own shop.Lengths.convert(own) ",
            "shop.Lengths.own shop.Lengths.convert(1) ",
            "18covariant40",
            "1");
  }

  @Test
  void a_method_reference_is_the_call_of_its_client() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package shop;
                    import bank.*;
                    import java.io.*;
                    import java.util.*;
                    import java.util.function.*;
                    import java.util.stream.*;
                    class Own extends Fair {
                      IntUnaryOperator mine() { return this::quote; }
                      IntUnaryOperator above() { return super::quote; }
                    }
                    interface Calling<T> { T call(Pricing on, T n); }
                    interface CallingInts extends Calling<Integer> {
                      Integer call(Pricing on, Integer n);
                    }
                    interface Mute { void say(int n); }
                    interface Written extends IntUnaryOperator, Serializable {}
                    public class Main {
                      static IntUnaryOperator bound(Pricing pricing) { return pricing::quote; }
                      static ToIntBiFunction<Pricing, Integer> unbound() { return Pricing::quote; }
                      static Written written(Pricing pricing) { return pricing::quote; }
                      static Object copied(Object object) throws Exception {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        new ObjectOutputStream(bytes).writeObject(object);
                        return new ObjectInputStream(
                            new ByteArrayInputStream(bytes.toByteArray())).readObject();
                      }
                      public static void main(String[] args) throws Exception {
                        Pricing pricing = new Fair();
                        System.out.println(bound(pricing).applyAsInt(1));
                        System.out.println(unbound().applyAsInt(pricing, 2));
                        System.out.println(unbound() == unbound());
                        BiFunction<Fair, Integer, Object> virtual = Fair::quote;
                        System.out.println(virtual.apply(new Fair(), 3));
                        Mute mute = pricing::quote;
                        mute.say(4);
                        CallingInts bridged = Pricing::quote;
                        Calling<Integer> erased = bridged;
                        System.out.println(erased.call(pricing, 5));
                        IntToLongFunction widened = pricing::quote;
                        System.out.println(widened.applyAsLong(6));
                        System.out.println(
                            Stream.of((short) 7, (short) 8).map(pricing::quote).toList());
                        System.out.println(new Own().mine().applyAsInt(9));
                        System.out.println(new Own().above().applyAsInt(10));
                        BiFunction<String, Long, String> label = pricing::label;
                        System.out.println(label.apply("l", 11L));
                        IntSupplier free = pricing::free;
                        System.out.println(free.getAsInt());
                        try {
                          ((BiFunction) virtual).apply("wrong", 12);
                        } catch (ClassCastException e) {
                          System.out.println("as ever");
                        }
                        try {
                          bound(null);
                        } catch (NullPointerException e) {
                          System.out.println("null " + e.getStackTrace()[1].getMethodName());
                        }
                        try {
                          bound(pricing).applyAsInt(-1);
                        } catch (IllegalArgumentException e) {
                          for (StackTraceElement at : e.getStackTrace()) {
                            System.out.println(at.getClassName() + "." + at.getMethodName());
                          }
                        }
                      }
                    }
                    """));
    assertThat(run.outLines())
        .extracting(line -> line.replaceAll(" at Main.java:line| as shop.PricingView", ""))
        .containsExactly(
            "shop.Main.bound calls bank.Pricing.quote(1)",
            "2",
            "shop.Main.unbound calls bank.Pricing.quote(2)",
            "4",
            "true",
            "shop.Main.main calls bank.Fair.quote(3)",
            "6",
            "shop.Main.main calls bank.Pricing.quote(4)",
            "shop.Main.main calls bank.Pricing.quote(5)",
            "10",
            "shop.Main.main calls bank.Pricing.quote(6)",
            "12",
            "shop.Main.main calls bank.Pricing.quote(7)",
            "shop.Main.main calls bank.Pricing.quote(8)",
            "[14, 16]",
            "shop.Own.mine calls bank.Fair.quote(9)",
            "18",
            "20",
            "shop.Main.main calls bank.Pricing.label(l, 11)",
            "l11",
            "0",
            "as ever",
            "null bound",
            "shop.Main.bound calls bank.Pricing.quote(-1)",
            "bank.Fair.quote",
            "shop.Main.main");
  }

  @Test
  void a_serialisable_method_reference_is_read_again_as_the_clients_call() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package shop;
                    import bank.*;
                    import java.io.*;
                    import java.util.function.*;
                    class Kept extends Fair implements Serializable {}
                    interface Written extends IntUnaryOperator, Serializable {}
                    public class Main {
                      static Object copied(Object object) throws Exception {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        new ObjectOutputStream(bytes).writeObject(object);
                        return new ObjectInputStream(
                            new ByteArrayInputStream(bytes.toByteArray())).readObject();
                      }
                      public static void main(String[] args) throws Exception {
                        Pricing pricing = new Kept();
                        Written bound = pricing::quote;
                        bound.applyAsInt(1);
                        ((Written) copied(bound)).applyAsInt(2);
                        Object unbound =
                            (BiFunction<Pricing, Integer, Integer> & Serializable) Pricing::quote;
                        ((BiFunction<Pricing, Integer, Integer>) copied(unbound)).apply(pricing, 3);
                      }
                    }
                    """));
    assertThat(calls(run).stream().map(line -> line.replaceAll(".*calls ", "")))
        .containsExactly("bank.Pricing.quote(1)", "bank.Pricing.quote(2)", "bank.Pricing.quote(3)");
  }

  @Test
  void a_client_may_be_a_supplier_too() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package shop;
                    import dev.tenon.contract.*;
                    public interface Selling {
                      @Requires("n > 0") int sell(int n);
                    }
                    """)
                .index("shop.Selling")
                .source(
                    """
                    package shop;
                    import bank.*;
                    class Seller implements Selling {
                      final Pricing pricing = new Fair();
                      public int sell(int n) {
                        try {
                          return pricing.quote(n);
                        } finally {
                          pricing.quote(n + 1);
                        }
                      }
                    }
                    public class Main {
                      public static void main(String[] args) {
                        System.out.println(new Seller().sell(1));
                        Pricing pricing = new Fair();
                        Selling referring = pricing::quote;
                        System.out.println(referring.sell(5));
                        Selling lambda = n -> pricing.quote(n);
                        System.out.println(lambda.sell(6));
                      }
                    }
                    """));
    assertThat(run.outLines())
        .extracting(
            line ->
                line.replaceAll(" at \\w*.java:line| as shop.PricingView", "")
                    .replaceAll("/0x\\w+", ""))
        .containsExactly(
            "enter shop.Seller.sell(1)",
            "shop.Seller.sell calls bank.Pricing.quote(1)",
            "shop.Seller.sell calls bank.Pricing.quote(2)",
            "exit shop.Seller.sell(1) = 2",
            "2",
            "enter shop.Main$$Tenon$Lambda.sell(5)",
            "shop.Main.main calls bank.Pricing.quote(5)",
            "exit shop.Main$$Tenon$Lambda.sell(5) = 10",
            "10",
            "enter shop.Main$$Tenon$Lambda.sell(6)",
            "shop.Main.lambda$main$0 calls bank.Pricing.quote(6)",
            "exit shop.Main$$Tenon$Lambda.sell(6) = 12",
            "12");
  }

  @Test
  void every_kind_of_parameter_is_handed_on() {
    ForkedJvm.Run run =
        ran(
            new ForkedJvm(directory)
                .flags("-Xverify:all")
                .source(TellingLinkage.SOURCE)
                .source(
                    """
                    package bank;
                    public interface Kinds {
                      default int sum(int... of) { return java.util.stream.IntStream.of(of).sum(); }
                      default double all(byte a, short b, char c, int d, long e, float f, double g,
                          boolean h, String[][] i, Object j) { return a + b + c + d + e + f + g; }
                      default void nothing() {}
                      default <T extends Comparable<T>> T greatest(T[] of) { return of[0]; }
                    }
                    """)
                .source(
                    """
                    package shop;
                    import dev.tenon.contract.*;
                    @Assumes(bank.Kinds.class)
                    interface KindsView {
                      @Requires("of.length > 0") int sum(int... of);
                      @Requires("a > 0") double all(byte a, short b, char c, int d, long e,
                          float f, double g, boolean h, String[][] i, Object j);
                      @Throws(value = RuntimeException.class) void nothing();
                      @Ensures("result != null") <T extends Comparable<T>> T greatest(T[] of);
                    }
                    """)
                .views("shop.KindsView")
                .source(
                    """
                    package bank;
                    public abstract class Half implements Kinds {
                      protected void nothing(int none) {}
                      protected int sum(String other) { return 5; }
                    }
                    """)
                .source(
                    """
                    package shop;
                    import bank.*;
                    import java.util.function.*;
                    class Whole extends Half {
                      int own() { return sum("protected") + sum(1); }
                      ToIntFunction<String> referring() { return this::sum; }
                    }
                    public class Main {
                      public static void main(String[] args) {
                        Kinds kinds = new Whole();
                        System.out.println(kinds.sum() + kinds.sum(1, 2));
                        ToIntFunction<int[]> sum = kinds::sum;
                        System.out.println(sum.applyAsInt(new int[] {3, 4}));
                        IntBinaryOperator collecting = kinds::sum;
                        System.out.println(collecting.applyAsInt(5, 6));
                        System.out.println(kinds.all((byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, true,
                            new String[0][], null));
                        kinds.nothing();
                        Runnable nothing = kinds::nothing;
                        nothing.run();
                        System.out.println(kinds.greatest(new String[] {"g"}).length());
                        System.out.println(new Whole().own());
                        System.out.println(new Whole().referring().applyAsInt("x"));
                      }
                    }
                    """));
    assertThat(run.outLines())
        .extracting(
            line -> line.replaceAll(".* calls | as shop.KindsView|\\$?\\[\\[?Ljava.*;@\\w+", ""))
        .containsExactly(
            "bank.Kinds.sum([])",
            "bank.Kinds.sum([1, 2])",
            "3",
            "bank.Kinds.sum([3, 4])",
            "7",
            "bank.Kinds.sum([5, 6])",
            "11",
            "bank.Kinds.all(1, 2, c, 4, 5, 6.0, 7.0, true, , null)",
            "124.0",
            "bank.Kinds.nothing()",
            "bank.Kinds.nothing()",
            "bank.Kinds.greatest()",
            "1",
            "shop.Whole.sum(protected)",
            "shop.Whole.sum([1])",
            "6",
            "shop.Whole.sum(x)",
            "5");
  }
}
