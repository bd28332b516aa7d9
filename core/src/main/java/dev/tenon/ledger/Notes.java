package dev.tenon.ledger;

import dev.tenon.verdict.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts unexplained exceptions, of so many kinds at most. Thread-safe. */
final class Notes {

  private static final Comparator<Note> ORDER =
      Comparator.comparing(Note::seam)
          .thenComparing(Note::operation)
          .thenComparing(Note::exception);

  private final int most;
  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  Notes(int most) {
    this.most = most;
  }

  void add(Violation.Operation operation, String exception) {
    Key key = new Key(operation, exception);
    LongAdder count = counts.get(key);
    if (count == null) {
      if (counts.size() >= most) {
        return;
      }
      count = counts.computeIfAbsent(key, absent -> new LongAdder());
    }
    count.increment();
  }

  List<Note> list() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Note(
                    entry.getKey().operation.seam(),
                    entry.getKey().operation.name(),
                    entry.getKey().exception,
                    entry.getValue().sum()))
        .sorted(ORDER)
        .toList();
  }

  private record Key(Violation.Operation operation, String exception) {}
}
