package dev.tenon.benchmark.handoff;

import dev.tenon.Seams;
import dev.tenon.benchmark.constraint.OvalProxy;
import dev.tenon.benchmark.constraint.SpringProxy;
import dev.tenon.benchmark.constraint.ValidatorProxy;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.oval.exception.ConstraintsViolatedException;
import org.apache.groovy.contracts.AssertionViolation;

/** The contract of a transfer, asked by all. */
final class Peers {

  /** Those whose calls cost little enough for the phases to be told apart. */
  private static final Set<String> IN_PHASES =
      Set.of("nothing", "hand-written", "Tenon", "Tenon proxy", "Cofoja", "Hibernate Validator");

  private Peers() {}

  /** Calls for which it holds. */
  static List<Row> holding() {
    String transfer = "transfer";
    return List.of(
        Row.of(transfer, "nothing", Agent.NONE, Peers::nothing),
        Row.of(transfer, "hand-written", Agent.NONE, Peers::handWritten),
        Row.of(transfer, "hand-written" + Row.OBSERVED, Agent.NONE, Peers::noted),
        Row.of(transfer, "Tenon", Agent.TENON, Peers::woven),
        Row.of(transfer, "Tenon OFF", Agent.TENON, Peers::off),
        Row.of(transfer, "Tenon" + Row.OBSERVED, Agent.TENON, Peers::observed),
        Row.of(transfer, "Tenon proxy", Agent.NONE, Peers::guarded),
        Row.of(transfer, "valid4j", Agent.NONE, Peers::valid4j),
        Row.of(transfer, "Cofoja", Agent.COFOJA, Peers::cofoja),
        Row.of(transfer, "groovy-contracts", Agent.NONE, Peers::groovy),
        Row.of(transfer, "OVal", Agent.NONE, Peers::oval),
        Row.of(transfer, "Hibernate Validator", Agent.NONE, Peers::validator),
        Row.of(transfer, "Spring", Agent.NONE, Peers::spring));
  }

  /** Calls for which it does not. */
  static List<Row> broken() {
    List<Row> rows = new ArrayList<>();
    for (Row row : holding()) {
      if (row.way().endsWith(Row.OBSERVED)) {
        String way = row.way().substring(0, row.way().length() - Row.OBSERVED.length());
        rows.add(
            Row.of(Row.BROKEN + " (recorded)", way, row.agent(), () -> bad(row.subject().get())));
      } else if (!row.way().equals("nothing") && !row.way().equals("Tenon OFF")) {
        rows.add(
            Row.of(
                Row.BROKEN + " (thrown)", row.way(), row.agent(), () -> bad(row.subject().get())));
      }
    }
    return rows;
  }

  /** Some of them in another phase. */
  static List<Row> in(Phase phase, String named) {
    return holding().stream()
        .filter(row -> IN_PHASES.contains(row.way()))
        .map(row -> row.in(phase, named))
        .toList();
  }

  private static Subject bad(Subject subject) {
    Operation operation = subject.operation();
    return new Subject(
        (from, to, amount) -> {
          try {
            return operation.transfer(from, to, -amount);
          } catch (RuntimeException | Error refused) {
            return -1;
          }
        },
        subject.proof());
  }

  private static Subject nothing() {
    LeafTransfers supplier = new LeafTransfers.Supplier();
    return Proof.accepts((from, to, amount) -> supplier.transfer(from, to, amount));
  }

  private static Subject handWritten() {
    PlainTransfers supplier = new PlainTransfers.HandWritten();
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount), IllegalArgumentException.class);
  }

  private static Subject noted() {
    PlainTransfers supplier = new PlainTransfers.HandWrittenNoting();
    return Proof.records(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        ByHand::count,
        "from != to",
        "result >= 0");
  }

  private static Subject valid4j() {
    PlainTransfers supplier = new PlainTransfers.Valid4j();
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        org.valid4j.exceptions.ContractViolation.class);
  }

  private static Subject woven() {
    return Proof.refuses(woven(Mode.ENFORCE), ContractViolation.class);
  }

  private static Subject off() {
    return Proof.accepts(woven(Mode.OFF));
  }

  private static Subject observed() {
    return Proof.records(woven(Mode.OBSERVE), "from != to", "result >= 0");
  }

  private static Operation woven(Mode mode) {
    LeafTransfers supplier = Proof.in(mode, LeafTransfers.class, new LeafTransfers.Supplier());
    return (from, to, amount) -> supplier.transfer(from, to, amount);
  }

  private static Subject guarded() {
    LeafTransfers supplier =
        Seams.guard(
            LeafTransfers.class,
            Proof.in(Mode.ENFORCE, LeafTransfers.class, new LeafTransfers.Supplier()));
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount), ContractViolation.class);
  }

  private static Subject cofoja() {
    CofojaTransfers supplier = new CofojaSupplier();
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        com.google.java.contract.ContractAssertionError.class);
  }

  private static Subject groovy() {
    Operation supplier = Groovy.supplier();
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount), AssertionViolation.class);
  }

  private static Subject oval() {
    ConstrainedTransfers supplier =
        OvalProxy.of(ConstrainedTransfers.class, new ConstrainedTransfers.Guards());
    // A constraint on two parameters takes a script there, which costs half as much again.
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        ConstraintsViolatedException.class,
        List.of("from != null", "to != null", "amount > 0", "result >= 0"));
  }

  private static Subject validator() {
    return constrained(
        ValidatorProxy.of(ConstrainedTransfers.class, new ConstrainedTransfers.Supplier()));
  }

  private static Subject spring() {
    return constrained(
        SpringProxy.of(ConstrainedTransfers.class, new ConstrainedTransfers.Validates()));
  }

  private static Subject constrained(ConstrainedTransfers supplier) {
    return Proof.refuses(
        (from, to, amount) -> supplier.transfer(from, to, amount),
        ConstraintViolationException.class);
  }
}
