package dev.tenon;

import dev.tenon.contract.Assumes;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Holders;
import dev.tenon.internal.declaration.SeamIndex;
import dev.tenon.internal.guard.AbsentTypes;
import dev.tenon.internal.guard.AgentDesk;
import dev.tenon.internal.guard.Engine;
import dev.tenon.internal.guard.GuardedSupplier;
import dev.tenon.internal.guard.Presence;
import dev.tenon.ledger.Ledger;
import dev.tenon.ledger.StandInListeners;
import dev.tenon.policy.Policy;
import dev.tenon.verdict.MalformedContract;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The front door: checking proxies, and proof that contracts are enforced.
 *
 * <p>Thread-safe.
 */
public final class Seams {

  private Seams() {}

  /**
   * Puts a checking proxy in front of a supplier, for tests and for hosts that forbid agents. Calls
   * through it are judged as calls of woven code are; calls past it are not.
   *
   * @param <S> the seam
   * @param seam the interface
   * @param supplier what does the work
   * @return the proxy
   * @throws MalformedContract if the interface has no clauses, or they cannot be enforced
   * @throws IllegalArgumentException if it is no interface, is sealed, or its package is neither
   *     exported nor open to {@code dev.tenon.core}: then use {@link #guard(MethodHandles.Lookup,
   *     Class, Object)}
   */
  public static <S> S guard(Class<S> seam, S supplier) {
    Guarding.check(seam, supplier, null);
    return guard(seam, supplier, List.of());
  }

  /**
   * The same for a client that has a view of the seam: what this client promises and relies on is
   * judged too, as it is at the client's own calls where an agent is attached. The seam need not
   * have a contract.
   *
   * @param <S> the seam
   * @param seam the interface
   * @param supplier what does the work
   * @param view an interface with {@link Assumes} about the seam, or about what the seam extends
   * @return the proxy, for this client alone
   * @throws MalformedContract if the view says nothing, or something of it or of the seam's own
   *     contract cannot be enforced
   * @throws IllegalArgumentException if the view is none of this seam, and as for {@link
   *     #guard(Class, Object)}
   */
  public static <S> S guard(Class<S> seam, S supplier, Class<?> view) {
    List<ClientView> assumed = List.of(Guarding.view(seam, supplier, view, null));
    return guard(seam, supplier, assumed);
  }

  private static <S> S guard(Class<S> seam, S supplier, List<ClientView> assumed) {
    try {
      return GuardedSupplier.of(seam, supplier, assumed);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(
          seam.getName()
              + " is not visible to dev.tenon.core: use Seams.guard(MethodHandles.lookup(), …), or"
              + " export or open its package to dev.tenon.core",
          e);
    }
  }

  /**
   * The same for a seam in a package that the core does not see.
   *
   * @param <S> the seam
   * @param lookup a lookup of a class that sees the seam, from {@link MethodHandles#lookup()}
   * @param seam the interface
   * @param supplier what does the work
   * @return the proxy
   * @throws MalformedContract if the interface has no clauses, or they cannot be enforced
   * @throws IllegalArgumentException if it is no interface, is sealed, or the lookup does not see
   *     it
   */
  public static <S> S guard(MethodHandles.Lookup lookup, Class<S> seam, S supplier) {
    Objects.requireNonNull(lookup, "lookup");
    Guarding.check(seam, supplier, lookup.lookupClass().getClassLoader());
    return guard(lookup, seam, supplier, List.of());
  }

  /**
   * The same for a client that has a view of a seam in a package that the core does not see.
   *
   * @param <S> the seam
   * @param lookup a lookup of a class that sees the seam, from {@link MethodHandles#lookup()}
   * @param seam the interface
   * @param supplier what does the work
   * @param view an interface with {@link Assumes} about the seam, or about what the seam extends
   * @return the proxy, for this client alone
   * @throws MalformedContract if the view says nothing, or something of it or of the seam's own
   *     contract cannot be enforced
   * @throws IllegalArgumentException if the view is none of this seam, and as for {@link
   *     #guard(MethodHandles.Lookup, Class, Object)}
   */
  public static <S> S guard(MethodHandles.Lookup lookup, Class<S> seam, S supplier, Class<?> view) {
    Objects.requireNonNull(lookup, "lookup");
    ClassLoader viewer = lookup.lookupClass().getClassLoader();
    return guard(lookup, seam, supplier, List.of(Guarding.view(seam, supplier, view, viewer)));
  }

  private static <S> S guard(
      MethodHandles.Lookup lookup, Class<S> seam, S supplier, List<ClientView> assumed) {
    try {
      return GuardedSupplier.of(lookup, seam, supplier, assumed);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(
          seam.getName()
              + " is not visible to "
              + lookup
              + ": give the MethodHandles.lookup() of a class that sees it",
          e);
    }
  }

  /**
   * Gives the validator of the application to Tenon: it answers where constraints of Bean
   * Validation are not compiled, and its messages are quoted. Without it the default provider is
   * set up when it is first needed.
   *
   * <p>Seams that are in use ask it from their next call on; safe under load. Where it is Hibernate
   * Validator, declarations that break the rules on overriding methods are accepted here all the
   * same; the application's own use of the factory does not change.
   *
   * @param factory the factory; stays open as long as seams are called
   */
  public static void useValidator(ValidatorFactory factory) {
    Engine.installed().useValidator(Objects.requireNonNull(factory, "factory"));
  }

  /**
   * Takes back {@link #useValidator}: the application closes the factory. The default provider
   * answers from the next call on, as if none had been given. Does nothing when another factory has
   * been given since.
   *
   * @param factory the factory that was given
   */
  public static void forgetValidator(ValidatorFactory factory) {
    Engine.installed().forgetValidator(Objects.requireNonNull(factory, "factory"));
  }

  /**
   * Whether Tenon has been used in this JVM, and has read its settings with that: what is set
   * later, other than modes, comes too late. Asking does not start it.
   *
   * @return false as long as settings can still be given
   */
  public static boolean isStarted() {
    return Engine.isStarted();
  }

  /**
   * Demands that contracts are enforced in this JVM.
   *
   * <p>A seam that is off is no hole: that is a mode, which somebody chose and can change.
   *
   * <p>Without an agent it reads every class file on the class path, where classes were woven at
   * build: a supplier that was not is a seam that is not enforced.
   *
   * @throws IllegalStateException if neither an agent is attached nor anything was woven at build,
   *     if the settings are wrong, if no seam is known, or if one is known that cannot be enforced,
   *     or where that cannot be proven; the message lists what to do
   */
  public static void requireActive() {
    require(List.of());
  }

  /**
   * The same, and first that each of these seams is enforced, as far as that can be known before it
   * is called: its clauses were compiled and belong to it, it is in the index of seams, the agent
   * refused none of its implementations, and both sides of the joint understand each other. None of
   * them is initialised; of a class, that holds for all that binds it.
   *
   * <p>A seam that is off is no hole: that is a mode, which somebody chose and can change.
   *
   * @param seams the interfaces, views among them; with none this is {@link #requireActive()}
   * @throws IllegalStateException if neither an agent is attached nor anything was woven at build,
   *     if one of these has no clauses, or if one of these or of the seams known cannot be
   *     enforced; the message lists each with the reason and what to do
   */
  public static void requireActive(Class<?>... seams) {
    require(List.of(seams));
  }

  private static void require(List<Class<?>> seams) {
    try {
      Engine.installed();
    } catch (IllegalArgumentException wrongSettings) {
      throw new IllegalStateException(
          "tenon is not active: no seam is enforced: " + wrongSettings.getMessage(), wrongSettings);
    }
    Map<String, String> holes = new LinkedHashMap<>();
    if (AgentDesk.version().isPresent()) {
      seams.forEach(seam -> Enforcement.holes(seam).forEach(holes::putIfAbsent));
    } else {
      holes.putAll(holesAtBuild(seams));
    }
    Status status = status();
    if (seams.isEmpty() && status.seams().isEmpty()) {
      throw new IllegalStateException(
          "tenon is not active: no seam is known; add tenon-processor to the compiler's"
              + " annotationProcessorPaths, so that it writes the index of seams");
    }
    status.notEnforced().forEach(seam -> holes.putIfAbsent(seam.name(), seam.detail()));
    unindexed(status).forEach(name -> Enforcement.unreadable(name).forEach(holes::putIfAbsent));
    status.views().stream()
        .filter(view -> view.state() == Status.State.NOT_ENFORCED)
        .forEach(view -> holes.putIfAbsent(view.name(), view.detail()));
    if (!holes.isEmpty()) {
      StringBuilder message = new StringBuilder("tenon is not active for every seam:");
      holes.forEach((name, why) -> message.append("\n  ").append(name).append(": ").append(why));
      throw new IllegalStateException(message.toString());
    }
  }

  /** Of the seams that will be enforced, those that are known by a supplier or lambda alone. */
  private static Set<String> unindexed(Status status) {
    Set<String> names = new TreeSet<>();
    status.seams().stream()
        .filter(seam -> seam.state() != Status.State.NOT_ENFORCED)
        .map(Status.SeamStatus::name)
        .filter(policy()::mayBeArmed)
        .forEach(names::add);
    names.removeAll(indexed());
    return names;
  }

  private static Map<String, String> holesAtBuild(List<Class<?>> demanded) {
    ClassLoader loader = Seams.class.getClassLoader();
    if (loader == null || WovenRecord.own().isEmpty()) {
      throw new IllegalStateException(
          "tenon is not active: no agent is attached; start the JVM with"
              + " -javaagent:tenon-agent.jar, or weave its classes at build");
    }
    Map<String, String> holes = new LinkedHashMap<>();
    demanded.forEach(seam -> Enforcement.holes(seam).forEach(holes::putIfAbsent));
    WovenProof.ownHoles(loader, indexed(), ViewStates.scopes(loader))
        .forEach(
            (name, why) -> {
              if (policy().mayBeArmed(name)) {
                holes.putIfAbsent(name, why);
              }
            });
    return holes;
  }

  /**
   * What is enforced now.
   *
   * @return the status at this moment
   */
  public static Status status() {
    Map<String, Status.SeamStatus> seams = new TreeMap<>();
    Optional<String> version = AgentDesk.version();
    if (version.isPresent()) {
      AgentDesk.look();
      AgentDesk.seams(Seams.class.getClassLoader())
          .forEach((name, said) -> seams.put(name, Status.SeamStatus.of(name, said)));
    } else {
      seams.putAll(WovenRecord.own().states(indexed()));
    }
    Presence.notEnforced()
        .forEach(
            (name, reason) ->
                seams.put(name, new Status.SeamStatus(name, Status.State.NOT_ENFORCED, reason)));
    List<ViewStatus> views = ViewStates.of(Seams.class.getClassLoader(), version.isPresent());
    Set<String> known = new TreeSet<>(seams.keySet());
    views.forEach(view -> known.add(view.name()));
    AbsentTypes.look(Engine.installed(), known, Seams.class.getClassLoader());
    views.forEach(view -> seams.remove(view.name()));
    Presence.mapped().forEach(name -> seams.computeIfPresent(name, (same, seam) -> seam.mapped()));
    return new Status(
        version,
        new ArrayList<>(seams.values()),
        views,
        policy().switchedOff().stream().map(rule -> rule.pattern() + "  " + rule.origin()).toList(),
        Engine.installed().ledger().errors() + AgentDesk.errors());
  }

  /**
   * What has been seen at the seams since the start.
   *
   * @return the ledger of this core
   */
  public static Ledger ledger() {
    return Engine.installed().ledger();
  }

  /**
   * Who hears of what is found at stand-ins, such as mocks; the ledger does not.
   *
   * @return the listeners of this core
   */
  public static StandInListeners standIns() {
    return Engine.installed().standIns();
  }

  /**
   * What happens after a verdict; may be changed while the application runs.
   *
   * @return the policy of this core
   */
  public static Policy policy() {
    return Engine.installed().policy();
  }

  /** With those that the option selects, as far as anything was looked at for them at build. */
  private static Set<String> indexed() {
    ClassLoader loader = Seams.class.getClassLoader();
    try {
      Set<String> seams = new TreeSet<>(Holders.targets(loader));
      if (loader != null) {
        seams.addAll(SeamIndex.of(loader));
      }
      seams.addAll(SelectedSeams.of(WovenRecord.own().names(), loader));
      return seams;
    } catch (IOException | UncheckedIOException e) {
      Engine.installed().ledger().error("index of seams", e);
      return Set.of();
    }
  }
}
