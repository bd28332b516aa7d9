/** All that a contract means at run time. */
module dev.tenon.core {
  requires dev.tenon.annotations;
  requires transitive dev.tenon.model;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.tenon.ledger;
  exports dev.tenon.policy;
  exports dev.tenon.verdict;

// Each line comes in with the first type of its package: javac refuses to export an empty one.
// exports dev.tenon;
// exports dev.tenon.runtime;
}
