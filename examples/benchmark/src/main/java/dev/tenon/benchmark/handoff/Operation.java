package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;

/** What is measured. */
@FunctionalInterface
public interface Operation {

  /** Transfers. */
  long transfer(Account from, Account to, long amount);
}
