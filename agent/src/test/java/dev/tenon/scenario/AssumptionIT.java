package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.GAP;
import static dev.tenon.model.Party.OVERRIDE;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.model.Mode;
import dev.tenon.scenario.auditing.AuditingView;
import dev.tenon.scenario.auditing.Auditor;
import dev.tenon.scenario.buying.ArchiveView;
import dev.tenon.scenario.buying.BoxView;
import dev.tenon.scenario.buying.Buyer;
import dev.tenon.scenario.buying.BuyingView;
import dev.tenon.scenario.buying.Copied;
import dev.tenon.scenario.buying.StockView;
import dev.tenon.scenario.pricing.Archive;
import dev.tenon.scenario.pricing.Box;
import dev.tenon.scenario.pricing.Picky;
import dev.tenon.scenario.pricing.Pricing;
import dev.tenon.scenario.pricing.Scripted;
import dev.tenon.scenario.pricing.Stock;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** What a client promises and takes for granted, and who is to blame when that is not so. */
class AssumptionIT implements Scenario {

  private static Pricing gate(Door door, Pricing supplier) {
    return Gate.open(door, Pricing.class, supplier, BuyingView.class);
  }

  private static Buyer buyer(Door door, Pricing supplier) {
    return new Buyer(gate(door, supplier));
  }

  @EveryDoor
  void what_holds_says_nothing(Door door) {
    Buyer buyer = buyer(door, new Scripted(3));

    assertThat(recordedBy(() -> assertThat(buyer.price("tea", 1)).isEqualTo(3))).isEmpty();
  }

  @EveryDoor
  void a_broken_promise_is_the_clients_before_the_call(Door door) {
    Scripted accepting = new Scripted(3);
    Buyer buyer = buyer(door, accepting);

    assertThatViolation(() -> buyer.price("", 1))
        .blames(CLIENT)
        .isA(ClauseKind.PRECONDITION)
        .quoting("!what.isEmpty()")
        .of("quote")
        .client(Buyer.class, "price")
        .supplier(Scripted.class);
    assertThat(accepting.calls()).isZero();
  }

  @EveryDoor
  void the_client_and_the_seam_are_named(Door door) {
    Buyer buyer = buyer(door, new Scripted(0));

    Violation violation = assertThatViolation(() -> buyer.price("tea", 1)).violation();

    assertThat(violation.operation().seam()).isEqualTo(Pricing.class.getName());
    assertThat(violation.client().component()).isEqualTo("buying");
    assertThat(violation.client().line()).isPositive();
    assertThat(violation.client().file()).isEqualTo("Buyer.java");
    assertThat(violation.supplier().component()).isEqualTo("pricing");
    assertThat(violation.clause().file()).isEqualTo("BuyingView.java");
    assertThat(violation.clause().because()).isEqualTo("nothing is free");
  }

  @EveryDoor
  void what_nobody_promises_is_a_gap(Door door) {
    Buyer buyer = buyer(door, new Scripted(0));

    Violation violation =
        assertThatViolation(() -> buyer.price("tea", 1))
            .blames(GAP)
            .isA(ClauseKind.ASSUMPTION)
            .quoting("result > 0")
            .seeing("result", "0")
            .client(Buyer.class, "price")
            .supplier(Scripted.class)
            .violation();

    assertThat(violation.against()).extracting(Citation::text).containsExactly("result >= -1");
    assertThat(violation.text())
        .contains(
            "nobody promises `result > 0`; dev.tenon.scenario.pricing.Pricing.quote promises"
                + " `result >= -1`");
  }

  @EveryDoor
  void what_is_promised_and_not_kept_is_the_suppliers(Door door) {
    Buyer buyer = buyer(door, new Scripted(-2));

    assertThatViolation(() -> buyer.price("tea", 1))
        .blames(SUPPLIER)
        .isA(ClauseKind.GUARANTEE)
        .quoting("result >= -1")
        .alsoFalse();
  }

  @EveryDoor
  void an_observed_broken_guarantee_is_one_record(Door door) {
    Buyer buyer = buyer(door, new Scripted(-2));
    Modes.set("pricing.Pricing", Mode.OBSERVE);

    assertThatRecord(() -> buyer.price("tea", 1)).blames(SUPPLIER);
    assertThatRecord(() -> buyer.price("tea", 1)).blames(SUPPLIER);
  }

  @EveryDoor
  void one_broken_guarantee_hides_no_later_gap_at_the_same_place(Door door) {
    // A promise that is off, so that what is relied on can hold where it is broken.
    PrimitiveIterator.OfInt answers = IntStream.of(-2, 0, 3, 0).iterator();
    Buyer buyer = buyer(door, new Scripted(answers::nextInt));
    Modes.set("pricing.Pricing", Mode.OBSERVE);
    Modes.set("buying.BuyingView", Mode.OBSERVE);

    assertThat(recordedBy(() -> buyer.sum(4)))
        .extracting(Violation::blamed)
        .containsExactly(SUPPLIER, GAP, GAP);
  }

  @EveryDoor
  void an_observed_broken_promise_is_one_record_and_leaves_nothing_to_rely_on(Door door) {
    Buyer buyer = buyer(door, new Scripted(0));
    Modes.set("buying.BuyingView", Mode.OBSERVE);
    Modes.set("pricing.Pricing", Mode.OBSERVE);

    assertThatRecord(() -> buyer.price("", 1)).blames(CLIENT).quoting("!what.isEmpty()");
    assertThatRecord(() -> buyer.price("", -1))
        .blames(CLIENT)
        .quoting("!what.isEmpty()")
        .alsoFalse("pieces >= 0");
  }

  @EveryDoor
  void a_broken_promise_and_precondition_are_one_violation(Door door) {
    Buyer buyer = buyer(door, new Scripted(3));

    assertThatViolation(() -> buyer.price("", -1))
        .blames(CLIENT)
        .quoting("!what.isEmpty()")
        .alsoFalse("pieces >= 0");
  }

  @EveryDoor
  void the_strictest_of_promise_and_precondition_decides(Door door) {
    Buyer buyer = buyer(door, new Scripted(3));
    Modes.set("buying.BuyingView", Mode.OBSERVE);

    assertThatViolation(() -> buyer.price("", -1))
        .blames(CLIENT)
        .quoting("pieces >= 0")
        .alsoFalse("!what.isEmpty()");
  }

  @EveryDoor
  void after_an_observed_broken_precondition_nothing_is_relied_on(Door door) {
    Buyer buyer = buyer(door, new Scripted(0));
    Modes.set("pricing.Pricing", Mode.OBSERVE);

    assertThatRecord(() -> buyer.price("tea", -1)).blames(CLIENT).quoting("pieces >= 0");
    assertThatRecord(() -> buyer.price("tea", -1)).blames(CLIENT).quoting("pieces >= 0");
    assertThatViolation(() -> buyer.price("tea", 1)).blames(GAP);
  }

  @EveryDoor
  void an_override_that_asks_more_than_the_client_sees_is_to_blame(Door door) {
    Buyer buyer = buyer(door, new Picky(3));

    assertThat(recordedBy(() -> buyer.price("tea", 9))).isEmpty();
    assertThatViolation(() -> buyer.price("tea", 10)).blames(OVERRIDE).quoting("pieces < 10");
    assertThatViolation(() -> buyer.price("", 10)).blames(CLIENT).quoting("!what.isEmpty()");
  }

  @EveryDoor
  void an_enforced_contradiction_is_thrown_beside_an_observed_promise(Door door) {
    Buyer buyer = buyer(door, new Picky(3));
    Modes.set("buying.BuyingView", Mode.OBSERVE);

    assertThatViolation(() -> buyer.price("", 10)).blames(OVERRIDE).quoting("pieces < 10");
  }

  @EveryDoor
  void a_seam_may_inherit_a_generic_operation(Door door) {
    Box.OfText echo = thing -> thing.substring(1);
    Box.OfText box = Gate.open(door, Box.OfText.class, echo, BoxView.class);

    assertThat(Buyer.put(box, "tea")).isEqualTo("ea");
    assertThatViolation(() -> Buyer.put(box, "")).blames(CLIENT).quoting("!thing.isEmpty()");
    assertThatViolation(() -> Buyer.put(box, "t")).blames(GAP).quoting("!result.isEmpty()");
  }

  @EveryDoor
  void old_values_are_those_at_the_clients_call(Door door) {
    Buyer buyer = buyer(door, new Scripted(3));

    assertThat(recordedBy(() -> buyer.order(3))).isEmpty();
    assertThatViolation(() -> buyer.order(5))
        .blames(GAP)
        .quoting("ordered() == old(ordered()) + pieces")
        .seeing("old(ordered())", "3")
        .seeing("ordered()", "6");
  }

  @EveryDoor
  void an_exception_that_the_client_is_prepared_for_passes(Door door) {
    IllegalArgumentException own = new IllegalArgumentException("no such thing");
    Buyer buyer = buyer(door, throwing(own));

    assertThat(recordedBy(() -> assertThat(catchThrowable(() -> buyer.find("x"))).isSameAs(own)))
        .isEmpty();
    assertThat(own.getSuppressed()).isEmpty();
  }

  @EveryDoor
  void an_exception_that_it_is_not_prepared_for_passes_with_the_gap(Door door) {
    IllegalStateException own = new IllegalStateException("closed");
    Buyer buyer = buyer(door, throwing(own));

    assertThat(catchThrowable(() -> buyer.find("x"))).isSameAs(own);

    assertThat(own.getSuppressed()).hasSize(1);
    Violation violation = ((ContractViolation) own.getSuppressed()[0]).violation();
    assertThat(violation.blamed()).isEqualTo(GAP);
    assertThat(violation.kind()).isEqualTo(ClauseKind.ASSUMPTION);
    assertThat(violation.clause().name()).isEqualTo("unknown");
  }

  @EveryDoor
  void what_the_seam_lets_pass_may_still_be_a_gap(Door door) {
    IllegalStateException own = new IllegalStateException("closed");
    Archive archive =
        archive(
            door,
            number -> {
              throw own;
            });

    assertThat(catchThrowable(() -> Buyer.look(archive, 1))).isSameAs(own);

    Violation violation = ((ContractViolation) own.getSuppressed()[0]).violation();
    assertThat(violation.blamed()).isEqualTo(GAP);
    assertThat(violation.against()).extracting(Citation::name).containsExactly("closed");
  }

  @EveryDoor
  void a_client_behind_a_decorator_is_not_told_in_place_of_the_one_in_front(Door door) {
    Archive copied = archive(door, new Copied(archive(door, number -> 0)));
    Modes.set("pricing.Archive", Mode.OBSERVE);

    for (int i = 0; i < 2; i++) {
      assertThat(recordedBy(() -> Buyer.look(copied, -1)))
          .extracting(Violation::blamed)
          .containsExactly(CLIENT, CLIENT);
    }
  }

  private static Archive archive(Door door, Archive supplier) {
    return Gate.open(door, Archive.class, supplier, ArchiveView.class);
  }

  private static Scripted throwing(RuntimeException own) {
    return new Scripted(
        () -> {
          throw own;
        });
  }

  @EveryDoor
  void two_clients_assume_the_opposite_of_one_supplier(Door door) {
    Scripted supplier = new Scripted(1);
    Buyer buyer = buyer(door, supplier);
    Pricing audited = Gate.open(door, Pricing.class, supplier, AuditingView.class);

    assertThat(recordedBy(() -> buyer.price("tea", 1))).isEmpty();
    Violation violation =
        assertThatViolation(() -> Auditor.price(audited, "tea"))
            .blames(GAP)
            .quoting("result <= 0")
            .client(Auditor.class, "price")
            .violation();
    assertThat(violation.client().component()).isEqualTo("auditing");
  }

  @EveryDoor
  void a_mode_is_for_one_client(Door door) {
    Scripted supplier = new Scripted(0);
    Buyer buyer = buyer(door, supplier);
    Pricing audited = Gate.open(door, Pricing.class, new Scripted(1), AuditingView.class);
    Modes.set("buying..*", Mode.OBSERVE);

    assertThatRecord(() -> assertThat(buyer.price("tea", 1)).isZero()).blames(GAP);
    assertThatViolation(() -> Auditor.price(audited, "tea")).blames(GAP);
  }

  @EveryDoor
  void a_seam_without_any_contract_promises_nothing(Door door) {
    Stock empty = what -> List.of();
    Stock stock = Gate.open(door, Stock.class, empty, StockView.class);

    Violation violation =
        assertThatViolation(() -> Buyer.search(stock, "tea"))
            .blames(GAP)
            .isA(ClauseKind.ASSUMPTION)
            .violation();

    assertThat(violation.clause().name()).isEqualTo("result.NotEmpty");
    assertThat(violation.text()).contains("Stock.search promises nothing about it");
    assertThat(violation.supplier().className()).contains(AssumptionIT.class.getSimpleName());
  }

  @EveryDoor
  void constraints_of_a_view_are_promises_and_reliances(Door door) {
    Stock stock = Gate.open(door, Stock.class, what -> List.of(what), StockView.class);

    assertThat(recordedBy(() -> Buyer.search(stock, "tea"))).isEmpty();
    assertThatViolation(() -> Buyer.search(stock, "peppermint")).blames(CLIENT);
    assertThatViolation(() -> Buyer.search(stock, "?tea")).blames(GAP);
  }

  @EveryDoor
  void a_supplier_may_be_a_proxy_that_calls_from_afar(Door door) {
    Stock stub =
        (Stock)
            Proxy.newProxyInstance(
                Stock.class.getClassLoader(),
                new Class<?>[] {Stock.class},
                (proxy, method, arguments) -> List.of());
    Stock stock = Gate.open(door, Stock.class, stub, StockView.class);

    assertThatViolation(() -> Buyer.search(stock, "tea")).blames(GAP).client(Buyer.class, "search");
  }

  @EveryDoor
  void the_fingerprint_is_the_same_through_every_door(Door door) {
    Buyer buyer = buyer(door, new Scripted(0));

    assertThat(assertThatViolation(() -> buyer.price("tea", 1)).violation().fingerprint())
        .isEqualTo("27d213974f00570f");
  }
}
