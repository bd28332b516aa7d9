package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Hierarchy.Setting;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the handoffs of one program have in common. */
final class Judging {

  private final Hierarchy hierarchy;
  private final List<Setting> settings;
  private final List<Report> records = new ArrayList<>();

  /** The violations suppressed on exceptions, one at most on each. */
  private final Map<Throwable, Report> carried = new IdentityHashMap<>();

  private final Threads threads;
  private final Set<String> noted = new HashSet<>();
  private final Inside first;
  private Inside inside;

  Judging(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.settings = new ArrayList<>(hierarchy.settings());
    this.threads = new Threads(hierarchy);
    this.first = new Inside(hierarchy, noted, records);
    this.inside = first;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  Threads threads() {
    return threads;
  }

  /** What the thread that runs is inside of. */
  Inside inside() {
    return inside;
  }

  void change(Setting setting) {
    settings.add(setting);
  }

  /** What runs from here on runs in a new thread. */
  void fork() {
    threads.fork();
    inside = new Inside(hierarchy, noted, records);
  }

  void join() {
    threads.join();
    inside = first;
  }

  void begin() {
    records.clear();
    // A JVM may throw one instance again and again.
    carried.clear();
  }

  List<Report> records() {
    return List.copyOf(records);
  }

  void record(Report report) {
    records.add(report);
  }

  void carry(Throwable thrown, Report report) {
    carried.putIfAbsent(thrown, report);
  }

  Optional<Report> carried(Throwable thrown) {
    return Optional.ofNullable(carried.get(thrown));
  }

  Map<Clause, Mode> modes(Owned owned) {
    Map<Clause, Mode> modes = new HashMap<>();
    owned.clauses().forEach(clause -> modes.put(clause, mode(owned, clause)));
    return modes;
  }

  private Mode mode(Owned owned, Clause clause) {
    return Interpreter.mode(
        settings.stream()
            .filter(setting -> setting.type().equals(owned.type().name()))
            .map(Setting::rule)
            .toList(),
        owned.member().operation(),
        clause);
  }
}
