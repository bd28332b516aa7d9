/** All that a contract means at run time. */
module dev.tenon.core {
  requires dev.tenon.annotations;
  requires dev.tenon.linking;
  requires transitive dev.tenon.model;
  requires org.slf4j;
  requires static jakarta.validation;
  requires static org.hibernate.validator;
  requires static org.jspecify;

  exports dev.tenon.ledger;
  exports dev.tenon.policy;
  exports dev.tenon.verdict;
  exports dev.tenon;
  exports dev.tenon.runtime;
}
