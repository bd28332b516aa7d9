/** Contracts, operations and clauses as data, with their canonical form and their refinement. */
module dev.tenon.model {
  requires static org.jspecify;

// Each line comes in with the first type of its package: javac refuses to export an empty one.
// exports dev.tenon.model;
}
