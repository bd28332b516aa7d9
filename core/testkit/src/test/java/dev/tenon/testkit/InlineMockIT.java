package dev.tenon.testkit;

import org.junit.jupiter.api.Nested;
import org.mockito.MockMakers;

/** Mocks by the inline mock maker. */
class InlineMockIT {

  @Nested
  class Bare extends MockScenarios {
    Bare() {
      super(MockMakers.INLINE, false);
    }
  }

  @Nested
  class BehindAGuard extends MockScenarios {
    BehindAGuard() {
      super(MockMakers.INLINE, true);
    }
  }
}
