package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the core asks of the agent, through the one class that both know: {@code
 * java.lang.TenonJoint}, which is there only when an agent was attached. JDK types only.
 */
public final class AgentDesk {

  /** Found at the first question after an agent came, which may be while the application runs. */
  private static volatile @Nullable MethodHandle found;

  private static volatile boolean isLinkedHere;

  private AgentDesk() {}

  /**
   * Says that this core links code that was woven at build: as long as no agent comes, clients are
   * read from their class files.
   */
  public static void linkedHere() {
    isLinkedHere = true;
  }

  /**
   * The version of the agent.
   *
   * @return the version; empty without an agent
   */
  public static Optional<String> version() {
    return ask("version") instanceof String version ? Optional.of(version) : Optional.empty();
  }

  /**
   * What the agent speaks.
   *
   * @return the number of its protocol; 0 without an agent
   */
  public static int protocol() {
    try {
      return Class.forName("java.lang.TenonJoint", true, null).getField("PROTOCOL").getInt(null);
    } catch (ReflectiveOperationException e) {
      return 0;
    }
  }

  /**
   * The arguments given to the agent.
   *
   * @return the text behind the equals sign; null without
   */
  public static @Nullable String arguments() {
    return ask("arguments") instanceof String arguments ? arguments : null;
  }

  /**
   * What the agent has said about its settings.
   *
   * @return the lines; empty without an agent, or with one that does not tell
   */
  @SuppressWarnings("unchecked") // the protocol says so
  public static List<String> warnings() {
    return ask("warnings") instanceof List<?> said ? (List<String>) said : List.of();
  }

  /**
   * What the agent knows of the seams that a loader sees.
   *
   * @param loader the loader
   * @return binary names and what was done with them; empty without an agent
   */
  public static Map<String, String> seams(@Nullable ClassLoader loader) {
    return states("seams", loader);
  }

  /**
   * What the agent knows of the views that a loader sees.
   *
   * @param loader the loader
   * @return binary names and what was done with the calls of their clients; empty without an agent
   */
  public static Map<String, String> views(@Nullable ClassLoader loader) {
    return states("views", loader);
  }

  @SuppressWarnings("unchecked") // the protocol says so
  private static Map<String, String> states(String of, @Nullable ClassLoader loader) {
    return ask(of, loader) instanceof Map<?, ?> states ? (Map<String, String>) states : Map.of();
  }

  /** Has the agent look for what it was not told of: it weaves that, or says why it cannot. */
  public static void look() {
    ask("look");
  }

  /**
   * Asks the agent to weave the implementations of a seam that was off when it started.
   *
   * @param seam the seam
   */
  public static void weave(Class<?> seam) {
    ask("weave", seam);
  }

  /**
   * Where a method invokes methods of one name.
   *
   * @param type the class that holds the method's code
   * @param method name and descriptor of the method
   * @param invoked the name of what is invoked
   * @return the instructions, those of its class file where there is no agent and code was woven at
   *     build; empty where neither can be read
   */
  @SuppressWarnings("unchecked") // the protocol says so
  static Optional<Invocations> invocations(Class<?> type, String method, String invoked) {
    Object told = ask("invocations", type, method, invoked);
    if (told == null && isLinkedHere && version().isEmpty()) {
      return ClassFile.invocations(type, method, invoked);
    }
    return told instanceof List<?> list && !list.isEmpty()
        ? Optional.of(Invocations.of((List<String>) list))
        : Optional.empty();
  }

  /**
   * Errors that the agent swallowed.
   *
   * @return the count; 0 without an agent
   */
  public static long errors() {
    return ask("errors") instanceof Long errors ? errors : 0;
  }

  private static @Nullable Object ask(@Nullable Object... question) {
    MethodHandle ask = found;
    if (ask == null) {
      ask = find();
      found = ask;
    }
    if (ask == null) {
      return null;
    }
    try {
      return (Object) ask.invokeExact(question);
    } catch (Throwable failure) {
      Faults.passVirtualMachineErrors(failure);
      return null;
    }
  }

  private static @Nullable MethodHandle find() {
    try {
      Class<?> joint = Class.forName("java.lang.TenonJoint", true, null);
      return MethodHandles.publicLookup()
          .findStatic(joint, "ask", MethodType.methodType(Object.class, Object[].class))
          .asFixedArity();
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
