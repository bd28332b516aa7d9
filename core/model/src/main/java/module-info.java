/** Contracts, operations and clauses as data, with their canonical form and their refinement. */
module dev.tenon.model {
  requires static org.jspecify;

  exports dev.tenon.model;
  exports dev.tenon.model.classfile;
  exports dev.tenon.model.settings;
}
