package dev.tenon.testkit;

import org.junit.jupiter.api.Nested;
import org.mockito.MockMakers;

/** Mocks by the subclass mock maker. */
class SubclassMockIT {

  @Nested
  class Bare extends MockScenarios {
    Bare() {
      super(MockMakers.SUBCLASS, false);
    }
  }

  @Nested
  class BehindAGuard extends MockScenarios {
    BehindAGuard() {
      super(MockMakers.SUBCLASS, true);
    }
  }
}
