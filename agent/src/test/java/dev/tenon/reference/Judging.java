package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Hierarchy.Setting;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the handoffs of one program have in common. */
final class Judging {

  private final Hierarchy hierarchy;
  private final List<Setting> settings;
  private final Records records = new Records();
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

  Records records() {
    return records;
  }

  /** What a declaration says now. */
  Stated stated(Owned owned) {
    Hierarchy.Member member = owned.member();
    return Stated.of(
        member.requires(), member.ensures(), member.exceptions(), clause -> mode(owned, clause));
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
