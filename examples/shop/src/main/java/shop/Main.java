package shop;

import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import goods.Product;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/** Four assumptions that nobody promised, each found at the call that relied on it, and mended. */
public final class Main {

  private static final List<Product> PRODUCTS =
      List.of(
          new Product("T-2", "black tea", 390),
          new Product("T-1", "green tea", 290),
          new Product("C-beans-arabica-washed-highland-2026-11", "coffee", 890));

  private final PrintStream out;

  private Main(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs both shops.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    new Main(System.out).run();
  }

  private void run() {
    if (!Seams.status().isAgentAttached()) {
      say("no agent attached: nothing is checked");
    }
    say("== as it drifted ==");
    day(
        new drifted.checkout.Checkout(
            new drifted.catalogue.Shelf(PRODUCTS), new drifted.payments.Terminal()));
    say("== mended ==");
    day(
        new mended.checkout.Checkout(
            new mended.catalogue.SortedShelf(PRODUCTS), new mended.payments.Terminal()));
  }

  private void day(Till till) {
    attempt("the cheapest tea", () -> till.offer("tea"));
    attempt("the cheapest cocoa", () -> till.offer("cocoa"));
    attempt("the newest product", till::note);
    attempt("a pot for 4.50", () -> till.sell("card 7", 450));
  }

  private void attempt(String what, Supplier<String> action) {
    say(what);
    try {
      say("  -> " + action.get());
    } catch (ContractViolation violation) {
      say("  -> " + violation.violation().text().indent(5).strip());
    } catch (RuntimeException failure) {
      say("  -> " + failure.getClass().getSimpleName());
    }
    say("");
  }

  private void say(String line) {
    out.print(line.replace(System.lineSeparator(), "\n") + "\n");
  }
}
