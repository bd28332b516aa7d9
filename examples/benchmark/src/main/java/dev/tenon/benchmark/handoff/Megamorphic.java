package dev.tenon.benchmark.handoff;

import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.util.ArrayList;
import java.util.List;

/** A call site that meets suppliers of several classes in turn. */
final class Megamorphic {

  private Megamorphic() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int suppliers : new int[] {1, 2, 3, 8}) {
      String workload = suppliers == 1 ? "1 supplier in turn" : suppliers + " suppliers in turn";
      rows.add(Row.of(workload, "nothing", Agent.NONE, () -> Proof.accepts(plain(suppliers))));
      rows.add(
          Row.of(
              workload,
              "hand-written",
              Agent.NONE,
              () -> Proof.refuses(byHand(suppliers), IllegalArgumentException.class)));
      rows.add(
          Row.of(
              workload,
              "Tenon",
              Agent.TENON,
              () -> Proof.refuses(woven(suppliers), ContractViolation.class)));
    }
    return rows;
  }

  private static Operation byHand(int copies) {
    PlainTransfers[] suppliers =
        Copies.of(copies, PlainTransfers.class, PlainTransfers.HandWritten.class);
    Turn turn = new Turn(copies);
    return (from, to, amount) -> suppliers[turn.next()].transfer(from, to, amount);
  }

  private static Operation woven(int copies) {
    Proof.in(Mode.ENFORCE, LeafTransfers.class, LeafTransfers.class);
    return plain(copies);
  }

  private static Operation plain(int copies) {
    LeafTransfers[] suppliers =
        Copies.of(copies, LeafTransfers.class, LeafTransfers.Supplier.class);
    Turn turn = new Turn(copies);
    return (from, to, amount) -> suppliers[turn.next()].transfer(from, to, amount);
  }

  /** Whose turn it is. */
  private static final class Turn {

    private final int suppliers;
    private int next;

    Turn(int suppliers) {
      this.suppliers = suppliers;
    }

    int next() {
      int now = next;
      next = now + 1 == suppliers ? 0 : now + 1;
      return now;
    }
  }
}
