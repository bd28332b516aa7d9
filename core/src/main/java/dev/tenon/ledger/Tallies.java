package dev.tenon.ledger;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** A bounded table of counts by fingerprint. */
final class Tallies {

  private final ConcurrentMap<String, Tally> byFingerprint = new ConcurrentHashMap<>();
  private final Semaphore free;
  private final Tally overflow = new Tally();

  Tallies(int capacity) {
    this.free = new Semaphore(capacity);
  }

  /** The count of a fingerprint, or that of all which found no place. */
  Tally of(String fingerprint) {
    Tally known = byFingerprint.get(fingerprint);
    if (known != null) {
      return known;
    }
    if (!free.tryAcquire()) {
      return byFingerprint.getOrDefault(fingerprint, overflow);
    }
    Tally added = new Tally();
    Tally earlier = byFingerprint.putIfAbsent(fingerprint, added);
    if (earlier == null) {
      return added;
    }
    free.release();
    return earlier;
  }

  /** The count of all violations that found no place. */
  Tally overflow() {
    return overflow;
  }

  boolean isOverflow(Tally tally) {
    return tally == overflow;
  }

  long count(String fingerprint) {
    Tally known = byFingerprint.get(fingerprint);
    return known == null ? 0 : known.count();
  }

  int size() {
    return byFingerprint.size();
  }
}
