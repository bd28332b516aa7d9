package dev.tenon.internal.guard;

import dev.tenon.internal.constraint.Validators;
import dev.tenon.ledger.Ledger;
import dev.tenon.ledger.StandInListeners;
import dev.tenon.model.settings.Settings;
import dev.tenon.policy.Policy;
import dev.tenon.verdict.Rendering;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The one installed runtime of this core: settings, policy and ledger.
 *
 * <p>Made at the first use; wrong settings make every use fail with the same message. Thread-safe.
 */
public final class Engine {

  private static final String STRICT = "strict";

  /** Told before the settings are read; whoever asks earlier must not start the runtime thereby. */
  private static volatile boolean isStarted;

  private final Policy policy;
  private final Ledger ledger;
  private final StandInListeners standIns;
  private final Rendering rendering;
  private final Machinery machinery;
  private final Quarantine quarantine;
  private final boolean isStrict;
  private final Settings settings;
  private final boolean startedWithAgent = AgentDesk.version().isPresent();
  private volatile boolean hasMet;

  private Engine(Settings settings, Ledger ledger) {
    this.policy = Policy.of(settings);
    this.ledger = ledger;
    this.standIns = new StandInListeners(ledger);
    this.rendering = new Rendering(settings.renderAll());
    this.machinery = new Machinery(settings.infrastructure());
    this.isStrict = settings.strict();
    this.settings = settings;
    this.quarantine = new Quarantine(settings.clauseQuarantine());
    policy.onChange(this::changed);
    FreshStack.load();
  }

  /**
   * The installed runtime.
   *
   * @return the runtime
   * @throws IllegalArgumentException if the settings are wrong
   */
  public static Engine installed() {
    return Holder.INSTALLED.engine();
  }

  /**
   * Whether the runtime has been used, and has read its settings with that.
   *
   * @return false as long as settings can still be given
   */
  public static boolean isStarted() {
    return isStarted;
  }

  /**
   * What happens after a verdict.
   *
   * @return the policy
   */
  public Policy policy() {
    return policy;
  }

  /**
   * What has been seen.
   *
   * @return the ledger
   */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Who hears of what is found at stand-ins.
   *
   * @return the listeners
   */
  public StandInListeners standIns() {
    return standIns;
  }

  Rendering rendering() {
    return rendering;
  }

  /** Says once that an agent came too late for its arguments to be read here. */
  public void meetAgent() {
    if (!startedWithAgent && !hasMet) {
      hasMet = true;
      if (AgentDesk.arguments() != null) {
        ledger.warning(
            "the agent came after core had started: its arguments hold for the agent alone; use"
                + " Seams.policy() to change modes");
      }
    }
  }

  /** Which clauses fail too often. */
  Quarantine quarantine() {
    return quarantine;
  }

  Machinery machinery() {
    return machinery;
  }

  /**
   * Whether a call that cannot be checked is refused.
   *
   * @return false when it passes
   */
  public boolean isStrict() {
    return isStrict;
  }

  /**
   * Takes the application's validator.
   *
   * @param factory a {@code jakarta.validation.ValidatorFactory}
   */
  public void useValidator(Object factory) {
    Validators.use(factory);
    Switches.throwAll();
  }

  /**
   * Does without a validator that it took, unless it has taken another since.
   *
   * @param factory the factory that was given to {@link #useValidator}
   */
  public void forgetValidator(Object factory) {
    if (Validators.forget(factory)) {
      Switches.throwAll();
    }
  }

  /**
   * Whether a call that cannot be checked is refused, also where wrong settings keep the runtime
   * from starting.
   *
   * @return false when it passes
   */
  public static boolean refusesUnchecked() {
    return Holder.INSTALLED.isStrict();
  }

  /**
   * What the option {@code seams} names without wildcards.
   *
   * @return the binary names of types
   */
  public List<String> selectedNames() {
    return settings.selectedNames();
  }

  /** Whether the option {@code seams} selects a type. */
  boolean isSelected(String type) {
    return settings.isSelected(type);
  }

  /** Whether frameworks keep their answer to what breaks a constraint. */
  boolean keepsFrameworksAnswer() {
    return !settings.enforcesConstraints();
  }

  private void changed() {
    Switches.throwAll();
    ClassLoader loader = Engine.class.getClassLoader();
    weaveSwitchedOn(AgentDesk.seams(loader), loader);
    weaveSwitchedOn(AgentDesk.views(loader), loader);
  }

  /** What was off when its classes were loaded: nothing of it is woven yet. */
  private void weaveSwitchedOn(Map<String, String> states, @Nullable ClassLoader loader) {
    states.forEach(
        (name, state) -> {
          if (state.equals("off") && policy.mayBeArmed(name)) {
            weave(name, loader);
          }
        });
  }

  private void weave(String name, @Nullable ClassLoader loader) {
    try {
      AgentDesk.weave(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      ledger.warning(name + " was off and cannot be woven now: " + e);
    }
  }

  private static Engine start() {
    isStarted = true;
    Ledger ledger = new Ledger();
    List<String> said = AgentDesk.warnings();
    Settings settings =
        Settings.resolve(
            AgentDesk.arguments(),
            System.getProperties(),
            System.getenv(),
            file(),
            line -> {
              if (!said.contains(line)) {
                ledger.warning(line);
              }
            });
    return new Engine(settings, ledger);
  }

  private static Properties file() {
    Properties properties = new Properties();
    URL url = Engine.class.getResource("/tenon.properties");
    if (url == null) {
      return properties;
    }
    try {
      URLConnection connection = url.openConnection();
      // A cached jar is shared with the application, which may close it.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("tenon.properties cannot be read: " + e, e);
    }
    return properties;
  }

  /** Whether the settings say so, as far as they can be understood. */
  private static boolean isStrictAnyway() {
    Properties understood = new Properties();
    try {
      String strict = file().getProperty(STRICT);
      if (strict != null && Settings.fault(STRICT, strict, "") == null) {
        understood.setProperty(STRICT, strict);
      }
      return Settings.resolve(
              AgentDesk.arguments(),
              System.getProperties(),
              System.getenv(),
              understood,
              warning -> {})
          .strict();
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** A failed start is kept and told to everybody, rather than once and then as a missing class. */
  private sealed interface Start {
    Engine engine();

    boolean isStrict();
  }

  private record Started(Engine engine) implements Start {
    @Override
    public boolean isStrict() {
      return engine.isStrict();
    }
  }

  private record Refused(String message, boolean isStrict) implements Start {
    @Override
    public Engine engine() {
      throw new IllegalArgumentException(message);
    }
  }

  private static final class Holder {
    static final Start INSTALLED = start();

    private static Start start() {
      try {
        return new Started(Engine.start());
      } catch (IllegalArgumentException e) {
        return new Refused(String.valueOf(e.getMessage()), isStrictAnyway());
      }
    }
  }
}
