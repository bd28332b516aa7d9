package dev.tenon.scenario.buying;

import dev.tenon.scenario.pricing.Pricing;
import dev.tenon.scenario.pricing.Scripted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The forms in which a client's code calls an operation, each with the same question. */
public final class CallerForms {

  private static final String WHAT = "tea";

  private CallerForms() {}

  /** Something that asks for the price of tea. */
  @FunctionalInterface
  public interface Form extends ToIntFunction<Pricing> {}

  /** All forms by name. */
  public static Map<String, Form> all() {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("method", CallerForms::plain);
    forms.put("lambda", pricing -> pricing.quote(WHAT, 1));
    forms.put("nested lambda", pricing -> call(() -> call(() -> pricing.quote(WHAT, 1))));
    forms.put("bound reference", CallerForms::bound);
    forms.put("unbound reference", CallerForms::unbound);
    forms.put("reference of the class", CallerForms::ofClass);
    forms.put("reference in a stream", CallerForms::inStream);
    forms.put("record", pricing -> new Asked(pricing).price());
    forms.put("compact constructor", pricing -> new Priced(pricing, 0).price());
    forms.put("constructor", pricing -> new Made(pricing).price);
    forms.put("argument of super", pricing -> new Derived(pricing).price);
    forms.put("inner class", pricing -> new Outer(pricing).inner().price());
    forms.put("anonymous class", CallerForms::anonymous);
    forms.put("default method", pricing -> new Defaulting() {}.price(pricing));
    forms.put("static method of an interface", Defaulting::of);
    forms.put("enum constant", Rates.SPECIAL::price);
    forms.put("try", CallerForms::inTry);
    forms.put("finally", CallerForms::inFinally);
    forms.put("through the class", pricing -> ((Scripted) pricing).quote(WHAT, 1));
    forms.put("through a subtype", pricing -> special(pricing).quote(WHAT, 1));
    forms.put("generic receiver", pricing -> new Box<>(pricing).price());
    forms.put("switch", pricing -> chosen(pricing, 2));
    return forms;
  }

  private static int plain(Pricing pricing) {
    return pricing.quote(WHAT, 1);
  }

  private static int call(Callable<Integer> asking) {
    try {
      return asking.call();
    } catch (RuntimeException passed) {
      throw passed;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int bound(Pricing pricing) {
    BiFunction<String, Integer, Integer> asking = pricing::quote;
    return asking.apply(WHAT, 1);
  }

  private static int unbound(Pricing pricing) {
    Asking asking = Pricing::quote;
    return asking.ask(pricing, WHAT, 1);
  }

  private static int ofClass(Pricing pricing) {
    BiFunction<String, Integer, Integer> asking = ((Scripted) pricing)::quote;
    return asking.apply(WHAT, 1);
  }

  private static int inStream(Pricing pricing) {
    BiFunction<String, Integer, Integer> asking = pricing::quote;
    IntUnaryOperator one = pieces -> asking.apply(WHAT, pieces);
    return IntStream.of(1).map(one).sum();
  }

  private static int anonymous(Pricing pricing) {
    return new Object() {
      int price() {
        return pricing.quote(WHAT, 1);
      }
    }.price();
  }

  private static int inTry(Pricing pricing) {
    try {
      return pricing.quote(WHAT, 1);
    } catch (IllegalStateException closed) {
      return -1;
    }
  }

  @SuppressWarnings("Finally") // one of the forms
  private static int inFinally(Pricing pricing) {
    int price = 0;
    try {
      price = List.of(1).size();
    } finally {
      price += pricing.quote(WHAT, 1) - 1;
    }
    return price;
  }

  private static int chosen(Pricing pricing, int number) {
    return switch (number) {
      case 1 -> 1;
      case 2 -> {
        int price = pricing.quote(WHAT, 1);
        yield price;
      }
      default -> 0;
    };
  }

  private static Special special(Pricing pricing) {
    return (Special) pricing;
  }

  /** A subtype of the seam, of the client's own. */
  public interface Special extends Pricing {}

  /** A supplier that is one. */
  public static final class SpecialSupplier extends Scripted implements Special {

    /** Answers always the same. */
    public SpecialSupplier(int answer) {
      super(answer);
    }
  }

  private interface Asking {
    int ask(Pricing pricing, String what, int pieces);
  }

  private record Asked(Pricing pricing) {
    int price() {
      return pricing.quote(WHAT, 1);
    }
  }

  private record Priced(Pricing pricing, int price) {
    Priced {
      price = pricing.quote(WHAT, 1);
    }
  }

  private static class Made {
    final int price;

    Made(Pricing pricing) {
      this(pricing.quote(WHAT, 1));
    }

    Made(int price) {
      this.price = price;
    }
  }

  private static final class Derived extends Made {
    Derived(Pricing pricing) {
      super(pricing.quote(WHAT, 1));
    }
  }

  private static final class Outer {
    private final Pricing pricing;

    Outer(Pricing pricing) {
      this.pricing = pricing;
    }

    Inner inner() {
      return new Inner();
    }

    private final class Inner {
      int price() {
        return pricing.quote(WHAT, 1);
      }
    }
  }

  private interface Defaulting {
    default int price(Pricing pricing) {
      return pricing.quote(WHAT, 1);
    }

    static int of(Pricing pricing) {
      return pricing.quote(WHAT, 1);
    }
  }

  private enum Rates {
    SPECIAL {
      @Override
      int price(Pricing pricing) {
        return pricing.quote(WHAT, 1);
      }
    };

    abstract int price(Pricing pricing);
  }

  private static final class Box<P extends Pricing> {
    private final P pricing;

    Box(P pricing) {
      this.pricing = pricing;
    }

    int price() {
      return pricing.quote(WHAT, 1);
    }
  }
}
