package dev.tenon.ledger;

import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import dev.tenon.verdict.Site;
import dev.tenon.verdict.Violation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the ledger tells the log. */
final class Journal {

  static final String OWN_LOGGER = "dev.tenon";

  private final Voice voice;
  private final Tallies tallies;

  Journal(Voice voice, Tallies tallies) {
    this.voice = voice;
    this.tallies = tallies;
  }

  /** Tells of a violation that was recorded so many times. */
  void write(Violation violation, Mode mode, Tally tally, long times) {
    String seam = violation.operation().seam();
    Map<String, Object> keys = keys(violation, mode);
    keys.put("count", times);
    voice.say(isThrown(violation, mode), seam, text(violation, tally, times), keys);
  }

  /** Tells of something that is no violation. */
  void write(String warning) {
    voice.say(false, OWN_LOGGER, warning, Map.of());
  }

  /** Tells of an error of Tenon itself. */
  void write(String where, Throwable error) {
    voice.say(OWN_LOGGER, "Tenon failed at " + where + ", and the application goes on", error);
  }

  private String text(Violation violation, Tally tally, long times) {
    if (tallies.isOverflow(tally)) {
      return tooMany(times) + ", the last of them:\n" + violation.text();
    }
    return times == 1 ? violation.text() : again(violation, times);
  }

  private String tooMany(long times) {
    String further = times == 1 ? "one further is" : times + " further are";
    return "More than "
        + tallies.size()
        + " different violations: "
        + further
        + " counted together";
  }

  private static String again(Violation violation, long times) {
    String what = violation.blamed() == Party.CONTRACT ? "Undecided again: " : "Broken again: ";
    return what
        + violation.clause().name()
        + " of "
        + violation.operation().seam()
        + "."
        + violation.operation().name()
        + ", "
        + times
        + " times now, to blame: "
        + violation.blamed();
  }

  private static boolean isThrown(Violation violation, Mode mode) {
    return mode == Mode.ENFORCE && violation.blamed() != Party.CONTRACT && !violation.isLatent();
  }

  private static Map<String, Object> keys(Violation violation, Mode mode) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("seam", violation.operation().seam());
    keys.put("operation", violation.operation().name());
    keys.put("clause", violation.clause().name());
    keys.put("kind", violation.kind());
    keys.put("blamed", violation.blamed());
    keys.put("mode", mode);
    keys.put("client", component(violation.client()));
    keys.put("supplier", component(violation.supplier()));
    keys.put("fingerprint", violation.fingerprint());
    return keys;
  }

  private static String component(Site site) {
    return site.isKnown() ? site.component() : "unknown";
  }
}
