package dev.tenon.testkit.engine;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Counts up to a limit. */
@Invariant("count() >= 0 && count() <= 1000")
public interface Counter {

  @Pure
  int count();

  @Requires(value = "by > 0 && by <= 100", name = "some")
  @Ensures("count() == old(count()) + by")
  @Throws(value = IllegalStateException.class, when = "count() + by > 1000")
  void add(int by);

  @Requires("by > 0 && by <= count()")
  @Ensures("count() == old(count()) - by")
  void take(int by);

  /** Right. */
  class Honest implements Counter {

    private int count;

    @Override
    public int count() {
      return count;
    }

    @Override
    public void add(int by) {
      if (count + by > 1000) {
        throw new IllegalStateException("full");
      }
      count += by;
    }

    @Override
    public void take(int by) {
      count -= by;
    }
  }

  /** Wrong from the second call of more than fifty on. */
  class Forgetful extends Honest {

    private boolean hasSeenMany;

    @Override
    public void add(int by) {
      super.add(hasSeenMany && by > 50 ? by - 1 : by);
      hasSeenMany |= by > 50;
    }
  }

  /** Never returns from a call once another thread holds its lock, whoever interrupts it. */
  class Stuck extends Honest {

    private final ReentrantLock lock;

    Stuck(ReentrantLock lock) {
      this.lock = lock;
    }

    @Override
    public void take(int by) {
      lock.lock();
      try {
        super.take(by);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Right, and holds something until it is closed. */
  class Holding extends Honest implements AutoCloseable {

    private final AtomicInteger open;

    Holding(AtomicInteger open) {
      this.open = open;
      open.incrementAndGet();
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  /** Wrong outside of its contract alone, which nobody may call. */
  class Full extends Honest {

    Full() {
      for (int i = 0; i < 10; i++) {
        add(100);
      }
    }
  }
}
