package dev.tenon.agent;

import dev.tenon.linking.Invocations;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the code of clients invokes operations: read when core asks, and kept for as long as the
 * client's class.
 *
 * <p>Thread-safe.
 */
final class Clients {

  /** Said when the indexes are those of the class as it runs. */
  private static final String EXACT = "exact";

  private static final String SHIFTED = "shifted";

  /** The class that a thread captures just now. */
  private static final ThreadLocal<@Nullable Class<?>> READING = new ThreadLocal<>();

  private final Instrumentation instrumentation;
  private final Known known = new Known();
  private @Nullable RunningConstants constants;

  Clients(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * The instructions of a method that invoke methods of one name.
   *
   * @param client the class that holds the method
   * @param method its name and descriptor
   * @param invoked the name of what is invoked
   * @return whether the indexes are exact, then the instructions; empty when the JVM does not show
   *     the class
   */
  List<String> invocations(Class<?> client, String method, String invoked) {
    Client of = known.get(client);
    String key = method.concat(" ").concat(invoked);
    List<String> told = of.told.get(key);
    if (told == null || (of.wasRedefined && told.contains(EXACT))) {
      try {
        told = read(client, of, method, invoked);
      } catch (StackOverflowError deep) {
        // The application is deep: the next to ask may have more room.
        return List.of();
      }
      of.told.put(key, told);
    }
    return told;
  }

  private List<String> read(Class<?> client, Client of, String method, String invoked) {
    byte[] bytes;
    READING.set(client);
    try {
      bytes = Capture.of(client, instrumentation);
    } finally {
      READING.remove();
    }
    if (bytes == null) {
      return List.of();
    }
    List<String> told = new ArrayList<>();
    boolean isExact = !of.wasRedefined && Invocations.constants(bytes) == constants().of(client);
    told.add(isExact ? EXACT : SHIFTED);
    told.addAll(Invocations.of(bytes, method, invoked));
    return told;
  }

  private synchronized RunningConstants constants() {
    RunningConstants made = constants;
    if (made == null) {
      made = new RunningConstants(instrumentation);
      constants = made;
    }
    return made;
  }

  /**
   * A loaded class gets other code: calls that began before go on in the old one, so that no index
   * of it is sure from now on.
   */
  void redefined(Class<?> client) {
    if (READING.get() != client) {
      Client of = known.get(client);
      of.wasRedefined = true;
      of.told.clear();
    }
  }

  /** What is known of one class. */
  private static final class Client {

    private final Map<String, List<String>> told = new ConcurrentHashMap<>();
    private volatile boolean wasRedefined;
  }

  private static final class Known extends ClassValue<Client> {

    @Override
    protected Client computeValue(Class<?> type) {
      return new Client();
    }
  }
}
