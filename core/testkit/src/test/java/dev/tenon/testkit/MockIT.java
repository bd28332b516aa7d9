package dev.tenon.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.mockito.MockMakers;

class MockIT {
  @Test
  void explore() {
    for (String maker : new String[] {MockMakers.INLINE, MockMakers.SUBCLASS}) {
      for (boolean guarded : new boolean[] {false, true}) {
        MockExamples.maker = maker;
        MockExamples.isGuarded = guarded;
        for (Class<?> c : new Class<?>[] {MockExamples.Checked.class, MockExamples.ClientsOnly.class, MockExamples.Unchecked.class, MockExamples.Suppliers.class}) {
          System.out.println("=== " + maker + " guarded=" + guarded + " " + c.getSimpleName());
          EngineTestKit.engine("junit-jupiter").selectors(selectClass(c)).execute().testEvents().finished().stream().forEach(e ->
            System.out.println(e.getTestDescriptor().getDisplayName() + ": " + e.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class).getThrowable().map(t -> c == MockExamples.Checked.class || c == MockExamples.Suppliers.class ? String.valueOf(t) : String.valueOf(t).lines().skip(2).findFirst().orElse("" + t)).orElse("ok")));
        }
      }
    }
  }
}
