/** The vocabulary in which a contract is written. It depends on nothing but the JDK. */
module dev.tenon.annotations {
  requires static org.jspecify;

  exports dev.tenon.contract;
  exports dev.tenon.contract.companion;
}
