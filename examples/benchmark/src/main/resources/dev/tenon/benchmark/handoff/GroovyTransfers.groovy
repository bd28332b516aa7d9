package dev.tenon.benchmark.handoff

import groovy.contracts.Ensures
import groovy.contracts.Requires
import groovy.transform.CompileStatic

/** The contract of a transfer for groovy-contracts, compiled statically, which costs it least. */
@CompileStatic
class GroovyTransfers implements Operation {

  @Override
  @Requires({ from != null && to != null && !from.is(to) && amount > 0 })
  @Ensures({ (result as long) >= 0L })
  long transfer(dev.tenon.benchmark.Account from, dev.tenon.benchmark.Account to, long amount) {
    1_000L - amount
  }
}
