package dev.tenon.benchmark.handoff;

import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Bodies near the limits of inlining. */
final class Sized {

  private Sized() {}

  static List<Row> rows() {
    return Stream.of(
            rows("a body below 35 bytes", SizedTransfers.Below35::new),
            rows("a body above 35 bytes", SizedTransfers.Above35::new),
            rows("a body well below 325 bytes", SizedTransfers.Well325::new),
            rows("a body just below 325 bytes", SizedTransfers.Below325::new),
            rows("a body above 325 bytes", SizedTransfers.Above325::new))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> rows(String workload, Supplier<SizedTransfers> supplier) {
    return List.of(
        Row.of(workload, "nothing", Agent.NONE, () -> Proof.accepts(operation(supplier))),
        Row.of(workload, "Tenon", Agent.TENON, () -> woven(operation(supplier))));
  }

  private static Subject woven(Operation operation) {
    Proof.in(Mode.ENFORCE, LeafTransfers.class, operation);
    return Proof.refuses(operation, ContractViolation.class);
  }

  private static Operation operation(Supplier<SizedTransfers> supplier) {
    SizedTransfers made = supplier.get();
    return (from, to, amount) -> made.transfer(from, to, amount);
  }
}
