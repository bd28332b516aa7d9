package dev.tenon.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.testkit.ContractSuite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Test classes that are run by tests. */
final class Suites {

  private Suites() {}

  @ContractSuite(value = Counter.class, seed = 3)
  static class Right {
    Counter fresh() {
      return new Counter.Honest();
    }
  }

  @ContractSuite(value = Counter.class, seed = 3)
  static class Both {
    Map<String, Supplier<Counter>> suppliers() {
      return Map.of("forgetful", Counter.Forgetful::new);
    }

    List<Counter> others() {
      return List.of();
    }
  }

  @ContractSuite(value = Counter.class, seed = 3, tries = 10, sequences = 0, minimum = 2_000)
  static class Impatient {
    Counter fresh() {
      return new Counter.Honest();
    }
  }

  @ContractSuite(Counter.class)
  static class Silent {}

  @ContractSuite(value = Counter.class, seed = 3, patience = 1)
  static class Stuck {

    static final ReentrantLock LOCK = new ReentrantLock();

    Counter fresh() {
      return new Counter.Stuck(LOCK);
    }
  }

  @ContractSuite(value = Counter.class, seed = 3)
  static class Holding {

    static final AtomicInteger OPEN = new AtomicInteger();

    Counter fresh() {
      return new Counter.Holding(OPEN);
    }
  }

  @ContractSuite(value = Counter.class, seed = 3)
  static class Failing {
    Counter fresh() {
      throw new UnsupportedOperationException("no database");
    }
  }

  @ContractSuite(value = Counter.class, seed = 3)
  static class Unwanted {
    Counter fresh() {
      throw new TestAbortedException("not on this machine");
    }
  }

  @ContractSuite(value = Counter.class, seed = 3)
  static class Prepared {

    private Counter prepared = new Counter.Honest();

    @BeforeEach
    void prepare() {
      prepared = new Counter.Honest();
    }

    Counter fresh() {
      return prepared;
    }
  }

  @ContractSuite(value = Counter.class, seed = 3)
  static class PreparedForItsTests extends Prepared {

    @Test
    void one_is_prepared() {
      assertThat(fresh().count()).isZero();
    }

    @Override
    Counter fresh() {
      return new Counter.Honest();
    }
  }

  @ContractSuite(String.class)
  static class OfNoInterface {
    String fresh() {
      return "";
    }
  }

  /** Nobody can keep what it asks. */
  interface Impossible {
    @Requires("n > 5")
    @Requires("n < 3")
    void use(int n);
  }

  @ContractSuite(value = Impossible.class, seed = 3)
  static class OfNothing {
    Impossible fresh() {
      return n -> {};
    }
  }

  @ContractSuite(Runnable.class)
  static class WithoutContract {
    Runnable fresh() {
      return () -> {};
    }
  }
}
