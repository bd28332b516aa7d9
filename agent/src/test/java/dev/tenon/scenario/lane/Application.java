package dev.tenon.scenario.lane;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** Every kind of supplier and clause, and every party that may be at fault. */
public final class Application {

  private Application() {}

  /**
   * Prints what each call came to, with the whole report, and at last what is special about this
   * JVM.
   *
   * @param arguments how many holding calls come before each; what to say of the JVM
   */
  public static void main(String[] arguments) throws Exception {
    int calls = Integer.parseInt(arguments[0]);
    for (int round = 0; round < 2; round++) {
      suppliers(calls);
      forms(calls);
      observed();
    }
    Seams.requireActive();
    System.out.println(Seams.ledger().summary());
    Seams.status()
        .text()
        .lines()
        .filter(line -> line.contains(Application.class.getPackageName()))
        .forEach(System.out::println);
    System.out.println("errors " + Seams.status().errors() + Seams.ledger().errorTexts());
    System.out.println("jvm " + special(arguments[1]));
  }

  private static void suppliers(int calls) {
    Till honest = new Tills.Honest();
    for (int i = 0; i < calls; i++) {
      honest.take(i % 100 + 1);
      honest.give(i % 100 + 1);
      honest.greet("world");
      honest.taken().clear();
    }
    say("honest", () -> honest.take(7));
    say("client", () -> honest.take(-1));
    say("state", () -> honest.give(Long.MAX_VALUE));
    say("exception", () -> honest.give(600));
    say("constraint", () -> honest.greet(""));
    say("null", () -> honest.greet(null));
    say("undecided", honest::ask);
    say("short", () -> new Tills.Short().take(1));
    say("overdrawn", () -> new Tills.Overdrawn().give(1));
    say("rude", () -> new Tills.Rude().give(1));
    Till picky = new Tills.Picky();
    say("picky", () -> picky.take(11));
    say("proxied", () -> Seams.guard(Till.class, new Tills.Honest()).take(-2));
  }

  private static void forms(int calls) {
    int offset = calls;
    rate("lambda", currency -> 1, calls);
    rate("capturing", currency -> offset + 1, calls);
    rate("reference", String::length, calls);
    rate("bound", "abcd"::compareTo, calls);
    rate("record", new Tills.Fixed(3), calls);
    rate("enum", Tills.Table.ONE, calls);
    rate("constant", Tills.Table.TWO, calls);
    rate("adopting", new Tills.Adopting(), calls);
    rate(
        "anonymous",
        new Rates() {
          @Override
          public int of(String currency) {
            return 4;
          }
        },
        calls);
    rate(
        "proxy",
        (Rates)
            Proxy.newProxyInstance(
                Rates.class.getClassLoader(),
                new Class<?>[] {Rates.class},
                (self, method, values) -> 5),
        calls);
    say("gap", () -> new Tills.Fixed(0).of("EUR"));
    say("constructor", () -> new Tills.Box(0));
    say("static", () -> Tills.Box.small(10));
  }

  private static void rate(String what, Rates rates, int calls) {
    for (int i = 0; i < calls; i++) {
      rates.of("EUR");
    }
    say(what, () -> rates.of("EURO"));
  }

  private static void observed() {
    Seams.policy().mode(Rates.class.getName(), Mode.OBSERVE);
    say("observed", () -> new Tills.Fixed(3).of("EURO"));
    Seams.policy().mode(Rates.class.getName(), Mode.OFF);
    say("off", () -> new Tills.Fixed(3).of("EURO"));
    Seams.policy().reset(Rates.class.getName());
    say("on", () -> new Tills.Fixed(3).of("EURO"));
  }

  private static void say(String what, Callable<?> call) {
    System.out.println(what + ": " + outcome(call));
  }

  private static void say(String what, Runnable call) {
    say(
        what,
        () -> {
          call.run();
          return "done";
        });
  }

  private static String outcome(Callable<?> call) {
    try {
      return "returned " + call.call();
    } catch (ContractViolation broken) {
      return broken.violation().blamed() + "\n" + broken.getMessage();
    } catch (Exception thrown) {
      return thrown.toString();
    }
  }

  private static String special(String what) throws Exception {
    return switch (what) {
      case "compiler" -> System.getProperty("java.vm.info").split(",")[0];
      case "unsafe" -> unsafe();
      case "arguments" -> "" + ManagementFactory.getRuntimeMXBean().getInputArguments();
      default -> option(what);
    };
  }

  private static String option(String name) throws Exception {
    Class<?> type = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
    Object bean =
        ManagementFactory.class.getMethod("getPlatformMXBean", Class.class).invoke(null, type);
    Object option = type.getMethod("getVMOption", String.class).invoke(bean, name);
    return name + " " + option.getClass().getMethod("getValue").invoke(option);
  }

  /** Whether the JVM lets its memory be reached past it. */
  private static String unsafe() throws Exception {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    try {
      long address =
          (long) type.getMethod("allocateMemory", long.class).invoke(field.get(null), 8L);
      type.getMethod("freeMemory", long.class).invoke(field.get(null), address);
      return "unsafe allowed";
    } catch (java.lang.reflect.InvocationTargetException denied) {
      return "unsafe denied by " + denied.getCause().getClass().getSimpleName();
    }
  }
}
