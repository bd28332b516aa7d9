package dev.tenon.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The entry of the agent: starts it in a class loader of its own. */
public final class Premain {

  /** The arguments in force, where the agent is started twice. */
  private static @Nullable String given;

  private Premain() {}

  /**
   * Called by the JVM before the application's main method.
   *
   * @param arguments what stands after {@code =} in {@code -javaagent}, or null
   * @param instrumentation what the JVM offers to agents
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    if (isToolOfTheJdk()) {
      return;
    }
    if (isAlreadyHere()) {
      // The same twice is harmless: a build may add what JAVA_TOOL_OPTIONS has already.
      if (arguments != null && !arguments.isEmpty() && !arguments.equals(given)) {
        System.err.println(
            "tenon: an agent is attached already; these arguments of a second one are ignored: "
                + arguments);
      }
      return;
    }
    given = arguments;
    try {
      start(arguments, instrumentation);
    } catch (InvocationTargetException refused) {
      Throwable cause = refused.getCause();
      if (cause instanceof IllegalArgumentException) {
        System.err.println("tenon: " + cause.getMessage());
        System.exit(1);
      }
      notStarted(cause == null ? refused : cause);
    } catch (Throwable failure) {
      // An agent that cannot start must not keep the application from starting.
      notStarted(failure);
    }
  }

  /**
   * Called by the JVM when the agent is attached to a running application: what is loaded already
   * is woven now.
   *
   * @param arguments what was given with the attachment, or null
   * @param instrumentation what the JVM offers to agents
   * @throws IllegalArgumentException if a setting is not valid; nothing is woven then
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    if (isAlreadyHere()) {
      System.err.println("tenon: an agent is attached already; it stays as it is");
      return;
    }
    try {
      start(arguments, instrumentation);
    } catch (InvocationTargetException refused) {
      Throwable cause = refused.getCause();
      if (cause instanceof IllegalArgumentException wrong) {
        // The application goes on; whoever attaches is told by the JVM that it failed.
        System.err.println("tenon: not attached: " + wrong.getMessage());
        throw wrong;
      }
      notStarted(cause == null ? refused : cause);
    } catch (Throwable failure) {
      notStarted(failure);
    }
  }

  private static void start(@Nullable String arguments, Instrumentation instrumentation)
      throws Exception {
    File file = new File(Premain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    // Never closed: classes are read from it for as long as the JVM runs.
    JarFile jar = new JarFile(file, false);
    AgentClassLoader loader = new AgentClassLoader(jar, Premain.class.getProtectionDomain());
    // With the parameters that the JVM has called this class with: JDK 18 and later make classes
    // for each new shape of a reflective call.
    Class.forName("dev.tenon.agent.Start", true, loader)
        .getMethod("start", String.class, Instrumentation.class)
        .invoke(null, arguments, instrumentation);
  }

  private static void notStarted(Throwable failure) {
    System.err.println("tenon: the agent did not start, no seam is enforced: " + failure);
  }

  /** Tools inherit JAVA_TOOL_OPTIONS; only the launcher of source files runs an application. */
  private static boolean isToolOfTheJdk() {
    String module = System.getProperty("jdk.module.main", "");
    return (module.startsWith("jdk.") || module.startsWith("java."))
        && !System.getProperty("jdk.module.main.class", "").endsWith(".launcher.Main")
        && !System.getProperty("jdk.module.main.class", "").endsWith(".launcher.SourceLauncher");
  }

  private static boolean isAlreadyHere() {
    try {
      Class.forName("java.lang.TenonJoint", false, null);
      return true;
    } catch (ClassNotFoundException first) {
      return false;
    }
  }
}
