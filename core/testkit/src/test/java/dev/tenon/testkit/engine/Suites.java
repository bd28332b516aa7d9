package dev.tenon.testkit.engine;

import dev.tenon.testkit.ContractSuite;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

  @ContractSuite(Runnable.class)
  static class WithoutContract {
    Runnable fresh() {
      return () -> {};
    }
  }
}
