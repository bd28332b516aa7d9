/** The vocabulary in which a contract is written. It depends on nothing but the JDK. */
module dev.tenon.annotations {
  requires static org.jspecify;

// Each line comes in with the first type of its package: javac refuses to export an empty one.
// exports dev.tenon.contract;
// exports dev.tenon.contract.companion;
}
