package dev.tenon.benchmark.handoff;

import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.util.List;
import java.util.function.Supplier;

/** Contracts that differ from the transfer's in what is asked and how much. */
final class Clauses {

  private static final String BY_HAND = "hand-written";
  private static final String TENON = "Tenon";

  /** What all of them ask, in one way or the other. */
  private static final List<String> AMOUNT = List.of("amount > 0");

  private Clauses() {}

  static List<Row> rows() {
    return List.of(
        byHand("1 clause", PlainTransfers.HandWrittenOne::new),
        woven("1 clause", Clauses::one),
        byHand("20 clauses", TwentyTransfers.HandWritten::new),
        woven("20 clauses", () -> refuses(twenty())),
        byHand("24 clauses and an old value", ManyTransfers.HandWritten::new),
        woven("24 clauses and an old value", () -> refuses(many(Mode.ENFORCE))),
        Row.of(
            "24 clauses and an old value",
            TENON + Row.OBSERVED,
            Agent.TENON,
            () -> Proof.records(many(Mode.OBSERVE), "amount > 0", "amount > 0")),
        byHand("an old value", PlainTransfers.HandWrittenOld::new),
        Row.of("an old value", BY_HAND + Row.OBSERVED, Agent.NONE, Clauses::noted),
        woven("an old value", () -> Proof.refuses(old(Mode.ENFORCE), ContractViolation.class)),
        Row.of(
            "an old value",
            TENON + Row.OBSERVED,
            Agent.TENON,
            () -> Proof.records(old(Mode.OBSERVE), "from != to", "result >= 0")),
        byHand("an exception clause", PlainTransfers.HandWrittenThrows::new),
        woven("an exception clause", Clauses::exception),
        byHand("a clause that needs the flag", PlainTransfers.HandWrittenCall::new),
        woven("a clause that needs the flag", Clauses::flagged),
        Row.of("an invariant", "nothing", Agent.NONE, () -> free(new Range.Free())),
        Row.of(
            "an invariant",
            BY_HAND,
            Agent.NONE,
            () -> kept(new Range.HandWritten(), AssertionError.class)),
        woven("an invariant", () -> kept(new Range.Kept(), ContractViolation.class)),
        Row.of("an invariant", "Tenon once open", Agent.TENON, Clauses::open));
  }

  private static Row byHand(String workload, Supplier<PlainTransfers> supplier) {
    return Row.of(
        workload,
        BY_HAND,
        Agent.NONE,
        () -> {
          PlainTransfers made = supplier.get();
          return Proof.refuses(
              (from, to, amount) -> made.transfer(from, to, amount),
              IllegalArgumentException.class,
              AMOUNT);
        });
  }

  private static Row woven(String workload, Supplier<Subject> subject) {
    return Row.of(workload, TENON, Agent.TENON, subject);
  }

  private static Subject refuses(Operation operation) {
    return Proof.refuses(operation, ContractViolation.class, AMOUNT);
  }

  private static Subject one() {
    OneTransfers supplier = Proof.in(Mode.ENFORCE, OneTransfers.class, new OneTransfers.Supplier());
    return refuses((from, to, amount) -> supplier.transfer(from, to, amount));
  }

  private static Operation twenty() {
    TwentyTransfers supplier =
        Proof.in(Mode.ENFORCE, TwentyTransfers.class, new TwentyTransfers.Supplier());
    return (from, to, amount) -> supplier.transfer(from, to, amount);
  }

  private static Operation many(Mode mode) {
    ManyTransfers supplier = Proof.in(mode, ManyTransfers.class, new ManyTransfers.Supplier());
    return (from, to, amount) -> supplier.transfer(from, to, amount);
  }

  private static Operation old(Mode mode) {
    OldTransfers supplier = Proof.in(mode, OldTransfers.class, new OldTransfers.Supplier());
    return (from, to, amount) -> supplier.transfer(from, to, amount);
  }

  private static Subject noted() {
    PlainTransfers supplier = new PlainTransfers.HandWrittenOldNoting();
    return Proof.records(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        ByHand::count,
        "from != to",
        "result >= 0");
  }

  private static Subject exception() {
    ThrowingTransfers supplier =
        Proof.in(Mode.ENFORCE, ThrowingTransfers.class, new ThrowingTransfers.Supplier());
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        ContractViolation.class,
        List.of("amount > 0", "amount <= 1000000"));
  }

  private static Subject flagged() {
    FlaggedTransfers supplier =
        Proof.in(Mode.ENFORCE, FlaggedTransfers.class, new FlaggedTransfers.Supplier());
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount), ContractViolation.class);
  }

  private static Subject free(Range range) {
    return new Subject(
        (from, to, amount) -> range.move(amount),
        () -> {
          Range torn = new Range.Free();
          torn.tear();
          torn.move(0);
        });
  }

  private static Subject kept(Range range, Class<? extends Throwable> refusal) {
    return new Subject(
        (from, to, amount) -> range.move(amount),
        () -> {
          try {
            range.tear();
            range.move(0);
          } catch (AssertionError thrown) {
            if (refusal.isInstance(thrown)) {
              range.mend();
              return;
            }
          }
          throw new IllegalStateException("does not ask the invariant");
        });
  }

  private static Subject open() {
    Range.Kept range = new Range.Kept();
    return new Subject(
        (from, to, amount) -> range.move(amount),
        () -> {
          range.open();
          kept(range, ContractViolation.class).proof().run();
        });
  }
}
