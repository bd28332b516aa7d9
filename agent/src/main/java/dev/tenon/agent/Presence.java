package dev.tenon.agent;

import dev.tenon.linking.Watch;
import dev.tenon.model.settings.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which seams and views are enforced and, of those that are not, why: nothing is left out in
 * silence.
 *
 * <p>Thread-safe.
 */
final class Presence implements Watch {

  private static final String LAMBDAS = " (lambdas)";

  private final Realms realms;
  private final Settings settings;
  private final boolean isSpoken;
  private final Set<String> switchedOn = ConcurrentHashMap.newKeySet();
  private final Set<String> outdated = ConcurrentHashMap.newKeySet();
  private final AtomicLong errors = new AtomicLong();
  private volatile String firstError = "";

  /** Whether a class met a full stack; a field, since there was no room for a call. */
  volatile boolean hasOverflowed;

  Presence(Realms realms, Settings settings) {
    this(realms, settings, true);
  }

  /**
   * A presence.
   *
   * @param realms what is known of the class loaders
   * @param settings what is set
   * @param isSpoken whether what is not enforced is announced where it is found
   */
  Presence(Realms realms, Settings settings, boolean isSpoken) {
    this.realms = realms;
    this.settings = settings;
    this.isSpoken = isSpoken;
  }

  /** Whether nothing of this seam or view needs weaving, so far. */
  boolean isOff(String name) {
    return !settings.mayBeArmed(name) && !switchedOn.contains(name);
  }

  @Override
  public boolean isStrict() {
    return settings.strict();
  }

  /** Whether the constraints of a type are clauses although nothing marks it as a seam. */
  boolean isSelected(String type) {
    return settings.isSelected(type);
  }

  /** Whether any type may be selected. */
  boolean selectsSeams() {
    return settings.selectsSeams();
  }

  /** Announces, once, constraints that nobody will enforce; the rest of the seam is. */
  void sayOutdated(String seam) {
    if (!isOff(seam) && outdated.add(seam)) {
      Voice.say(
          "seam "
              + seam
              + ": javax.validation constraints are present and not supported: use"
              + " jakarta.validation");
    }
  }

  void switchOn(String seam) {
    switchedOn.add(seam);
  }

  /** Records a seam that no index names. */
  void met(ClassLoader loader, String seam) {
    realms.of(loader).met(seam);
  }

  /** Records and announces, once, that a seam is not enforced for a loader's classes. */
  void refuse(ClassLoader loader, String seam, String reason) {
    refuse(Kind.SEAM, loader, seam, reason);
  }

  /** The same of a seam or view. */
  void refuse(Kind kind, ClassLoader loader, String name, String reason) {
    if (realms.of(loader).of(kind).refuse(name, reason) && isSpoken) {
      Voice.say(kind.word() + " " + name + " is not enforced: " + reason);
    }
  }

  /** Why a seam that was refused is not enforced. */
  String refusal(@Nullable ClassLoader loader, String seam) {
    return refusal(Kind.SEAM, loader, seam);
  }

  /** The same of a seam or view. */
  String refusal(Kind kind, @Nullable ClassLoader loader, String name) {
    String reason = loader == null ? null : realms.of(loader).of(kind).refusal(name);
    return name + " is not enforced: " + (reason == null ? "it cannot be" : reason);
  }

  /** Refuses, but not for each of the loaders that find the same in a parent. */
  void refuseOnce(Kind kind, ClassLoader loader, String name, String reason) {
    for (ClassLoader at = loader.getParent(); at != null; at = at.getParent()) {
      if (reason.equals(realms.of(at).of(kind).refusal(name))) {
        return;
      }
    }
    refuse(kind, loader, name, reason);
  }

  void wove(ClassLoader loader, String seam, String type, int bodies) {
    if (bodies > 0) {
      realms.of(loader).of(Kind.SEAM).wove(seam, type, bodies);
    }
  }

  void woveLambdas(ClassLoader loader, String seam, String creator, int sites) {
    realms.of(loader).of(Kind.SEAM).wove(seam, creator + LAMBDAS, sites);
  }

  void woveCalls(ClassLoader loader, String view, String client, int sites) {
    realms.of(loader).of(Kind.VIEW).wove(view, client, sites);
  }

  /** Whether the lambdas that a class makes of seams are woven. */
  boolean hasWovenLambdas(ClassLoader loader, String creator) {
    return realms.of(loader).of(Kind.SEAM).hasWoven(creator + LAMBDAS);
  }

  /** Whether anything of a class is woven, or is to be of what it inherits. */
  boolean hasWoven(ClassLoader loader, String type) {
    Realm realm = realms.of(loader);
    return realm.of(Kind.SEAM).hasWoven(type)
        || realm.of(Kind.VIEW).hasWoven(type)
        || hasWovenLambdas(loader, type)
        || !realm.inherited(type).isEmpty();
  }

  /** Counts an error of ours that is announced otherwise. */
  void count() {
    errors.incrementAndGet();
  }

  @Override
  public void count(String where, Throwable error) {
    if (errors.incrementAndGet() == 1) {
      firstError = where + ": " + error;
      Voice.say(
          "an error of the agent was swallowed (later ones are counted only): ".concat(firstError));
    }
  }

  /** The first error of ours; empty without one. */
  String firstError() {
    return firstError;
  }

  long errors() {
    return errors.get() + (hasOverflowed ? 1 : 0);
  }

  /** Whether any class loader knows a seam. */
  boolean knowsSeams() {
    for (Realm realm : realms.below(null)) {
      Indexes indexes = realm.indexes();
      if ((indexes != null && !indexes.isEmpty()) || !realm.met().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** How many bodies are woven for a seam. */
  int woven(@Nullable ClassLoader loader, String seam) {
    return woven(Kind.SEAM, loader, seam);
  }

  /** How many bodies are woven for a seam, or calls for a view. */
  int woven(Kind kind, @Nullable ClassLoader loader, String name) {
    int places = 0;
    for (Realm realm : realms.below(loader)) {
      places += realm.of(kind).woven(name);
    }
    return places;
  }

  /** The state of all that is known below or above a loader, by binary name. */
  Map<String, String> states(Kind kind, ClassLoader loader, Set<String> indexed) {
    Set<String> names = new LinkedHashSet<>(indexed);
    Map<String, String> refusals = new LinkedHashMap<>();
    for (Realm realm : realms.below(loader)) {
      names.addAll(realm.known(kind));
      Standing standing = realm.of(kind);
      // No index names a class with clauses of its own.
      names.addAll(standing.woven());
      for (String name : standing.refused()) {
        String reason = standing.refusal(name);
        if (reason != null) {
          refusals.put(name, reason);
          names.add(name);
        }
      }
    }
    Map<String, String> states = new LinkedHashMap<>();
    for (String name : names) {
      states.put(name, state(kind, loader, name, refusals.get(name)));
    }
    return states;
  }

  private String state(Kind kind, ClassLoader loader, String name, @Nullable String refusal) {
    if (refusal != null) {
      return "not woven: " + refusal;
    }
    if (isOff(name)) {
      return "off";
    }
    int places = woven(kind, loader, name);
    return places == 0 ? "known" : "woven:" + places;
  }
}
