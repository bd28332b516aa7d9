package dev.tenon.testkit;

import dev.tenon.Seams;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Fails a whole run of tests when contracts are not enforced, whatever its test engines. JUnit's
 * launcher finds it; it does nothing unless the configuration parameter {@value #KEY} is {@code
 * true}, for example in {@code junit-platform.properties}. Not for use by name.
 *
 * <p>It looks when tests begin and again when they end, by {@link Seams#requireActive()}, and fails
 * the session when it is closed: what an execution listener throws, JUnit only logs.
 *
 * <p>Thread-safe.
 */
public final class RequiredRun implements LauncherSessionListener {

  /** The configuration parameter that switches it on. */
  public static final String KEY = "dev.tenon.required";

  private final Look look = new Look();

  /** Made by JUnit's launcher. */
  public RequiredRun() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(look);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    IllegalStateException hole = look.hole;
    if (hole != null) {
      look.hole = null;
      throw hole;
    }
  }

  /** Only tests that run are looked at: tools discover tests in JVMs that run none. */
  private static final class Look implements TestExecutionListener {

    private volatile @Nullable IllegalStateException hole;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
      look(plan);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      look(plan);
    }

    private void look(TestPlan plan) {
      if (hole == null && plan.getConfigurationParameters().getBoolean(KEY).orElse(false)) {
        try {
          Seams.requireActive();
        } catch (IllegalStateException found) {
          hole =
              new IllegalStateException(
                  KEY + " is true, and " + found.getMessage() + "\nso this run of tests fails");
          System.err.println(hole.getMessage());
        }
      }
    }
  }
}
