package dev.tenon.agent;

import dev.tenon.model.settings.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which seams are enforced and, of those that are not, why: nothing is left out in silence.
 *
 * <p>Thread-safe.
 */
final class Presence {

  private static final String LAMBDAS = " (lambdas)";

  private final Realms realms;
  private final Settings settings;
  private final Set<String> switchedOn = ConcurrentHashMap.newKeySet();
  private final Set<String> outdated = ConcurrentHashMap.newKeySet();
  private final AtomicLong errors = new AtomicLong();

  /** Whether a class met a full stack; a field, since there was no room for a call. */
  volatile boolean hasOverflowed;

  Presence(Realms realms, Settings settings) {
    this.realms = realms;
    this.settings = settings;
  }

  /** Whether nothing of this seam needs weaving, so far. */
  boolean isOff(String seam) {
    return !settings.mayBeArmed(seam) && !switchedOn.contains(seam);
  }

  /** Whether a call that cannot be checked is refused. */
  boolean isStrict() {
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
    if (realms.of(loader).refuse(seam, reason)) {
      Voice.say("seam " + seam + " is not enforced: " + reason);
    }
  }

  /** Why a seam that was refused is not enforced. */
  String refusal(@Nullable ClassLoader loader, String seam) {
    String reason = loader == null ? null : realms.of(loader).refusal(seam);
    return seam + " is not enforced: " + (reason == null ? "it cannot be" : reason);
  }

  /** The same, but not for each of the loaders that find it in a parent. */
  void refuseOnce(ClassLoader loader, String seam, String reason) {
    for (ClassLoader at = loader.getParent(); at != null; at = at.getParent()) {
      if (reason.equals(realms.of(at).refusal(seam))) {
        return;
      }
    }
    refuse(loader, seam, reason);
  }

  void wove(ClassLoader loader, String seam, String type, int bodies) {
    if (bodies > 0) {
      realms.of(loader).wove(seam, type, bodies);
    }
  }

  void woveLambdas(ClassLoader loader, String seam, String creator, int sites) {
    realms.of(loader).wove(seam, creator + LAMBDAS, sites);
  }

  /** Whether the lambdas that a class makes of seams are woven. */
  boolean hasWovenLambdas(ClassLoader loader, String creator) {
    return realms.of(loader).hasWoven(creator + LAMBDAS);
  }

  /** Counts an error of ours that is announced otherwise. */
  void count() {
    errors.incrementAndGet();
  }

  /** Counts an error of ours that was kept from the application. */
  void count(String where, Throwable error) {
    if (errors.incrementAndGet() == 1) {
      Voice.say(
          "an error of the agent was swallowed (later ones are counted only): "
              + where
              + ": "
              + error);
    }
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

  int woven(@Nullable ClassLoader loader, String seam) {
    int bodies = 0;
    for (Realm realm : realms.below(loader)) {
      bodies += realm.woven(seam);
    }
    return bodies;
  }

  /** The state of every seam that is known below or above a loader, by binary name. */
  Map<String, String> states(ClassLoader loader, Set<String> indexed) {
    Set<String> names = new LinkedHashSet<>(indexed);
    Map<String, String> refusals = new LinkedHashMap<>();
    for (Realm realm : realms.below(loader)) {
      Set<String> indexedBelow = realm.seams();
      if (indexedBelow != null) {
        names.addAll(indexedBelow);
      }
      names.addAll(realm.met());
      // No index names a class with clauses of its own.
      names.addAll(realm.woven());
      for (String seam : realm.refused()) {
        String reason = realm.refusal(seam);
        if (reason != null) {
          refusals.put(seam, reason);
          names.add(seam);
        }
      }
    }
    Map<String, String> states = new LinkedHashMap<>();
    for (String seam : names) {
      states.put(seam, state(loader, seam, refusals.get(seam)));
    }
    return states;
  }

  private String state(ClassLoader loader, String seam, @Nullable String refusal) {
    if (refusal != null) {
      return "not woven: " + refusal;
    }
    if (isOff(seam)) {
      return "off";
    }
    int bodies = woven(loader, seam);
    return bodies == 0 ? "known" : "woven:" + bodies;
  }
}
