package dev.tenon.testkit;

/** A client under test. */
record Buyer(Purse purse) {

  long pay(long amount) {
    return purse.take(amount);
  }
}
