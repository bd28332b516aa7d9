package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;

/**
 * The contract of a transfer, and bodies whose size is near what the JVM's compilers inline: 35
 * bytes of a method that is rarely called or compiled by the first compiler, 325 of one that is
 * often called. They are statements in a row, so that nothing but their size is measured.
 */
public interface SizedTransfers extends LeafTransfers {

  /** Is inlined everywhere. */
  final class Below35 implements SizedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      long mixed = amount;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      return 1_000 - amount + (mixed >>> 63);
    }
  }

  /** Is inlined where it is often called. */
  final class Above35 implements SizedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      long mixed = amount;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      return 1_000 - amount + (mixed >>> 63);
    }
  }

  /** Is inlined where it is often called, with room for what weaving adds. */
  final class Well325 implements SizedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      long mixed = amount;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      return 1_000 - amount + (mixed >>> 63);
    }
  }

  /** Is inlined where it is often called, with little room. */
  final class Below325 implements SizedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      long mixed = amount;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      return 1_000 - amount + (mixed >>> 63);
    }
  }

  /** Is not inlined. */
  final class Above325 implements SizedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      long mixed = amount;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      mixed ^= mixed << 3;
      return 1_000 - amount + (mixed >>> 63);
    }
  }
}
