package dev.tenon.testkit.suite;

import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.testkit.suite.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a suite shows of one supplier. */
final class SupplierSuite {

  /** How often a bound is tried before it is given up. */
  private static final int TRIES_OF_GOAL = 3;

  /** After how many cases in a row without a call of an operation no more are tried. */
  private static final int MOST_MISSES = 30;

  private final String name;
  private final Subject subject;
  private final Cases cases;
  private final Hunt.Case sequence;
  private final Map<Source, Coverage> coverages = new LinkedHashMap<>();
  private final Map<Source, RuntimeException> missed = new LinkedHashMap<>();

  /**
   * Why nothing is run any more: waiting again and again would take too long. Empty while it is.
   */
  private String blocked = "";

  /** Whether something was found: a property ends with it, and has shown less than it would. */
  private boolean isCutShort;

  SupplierSuite(String name, Subject subject, Supplier<?> fresh) {
    this.name = name;
    this.subject = subject;
    subject.sources().forEach(each -> coverages.put(each, new Coverage(each.terms())));
    this.cases = new Cases(subject, fresh, coverages);
    this.sequence = cases::sequence;
  }

  List<Property> properties() {
    List<Property> properties = new ArrayList<>();
    for (Source each : subject.sources()) {
      String operation = operation(each.terms());
      properties.add(property(operation + " inside", hunt -> inside(hunt, each)));
      List<Goal> outside = Goals.outside(each.terms(), each.domains());
      if (!outside.isEmpty()) {
        properties.add(property(operation + " outside", hunt -> outside(hunt, each, outside)));
      }
    }
    if (subject.plan().sequences() > 0) {
      properties.add(property("sequences of calls", this::sequences));
    }
    properties.add(new Property(name, "nothing is vacuous", this::vacuous));
    return properties;
  }

  private Property property(String what, Function<Hunt, Optional<Finding>> shown) {
    return new Property(
        name,
        what,
        () -> blocked.isEmpty() ? shown(what, shown) : List.of(finding(Kind.BLOCKED, "", blocked)));
  }

  private List<Finding> shown(String what, Function<Hunt, Optional<Finding>> shown) {
    Hunt hunt = new Hunt(name, subject, what);
    boolean wasCutShort = isCutShort;
    // Until it has ended without a finding or an exception.
    isCutShort = true;
    try {
      Optional<Finding> found = subject.patience().run(() -> shown.apply(hunt));
      isCutShort = wasCutShort || found.isPresent();
      return found.stream().toList();
    } catch (Patience.Blocked stuck) {
      blocked = "not run, since " + stuck.text();
      return List.of(hunt.stuck(stuck));
    }
  }

  List<OperationCount> counts() {
    return coverages.entrySet().stream()
        .map(each -> each.getValue().count(operation(each.getKey().terms())))
        .toList();
  }

  static String operation(OperationTerms terms) {
    String types =
        Arrays.stream(terms.method().getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    return terms.method().getName() + "(" + types + ")";
  }

  private Optional<Finding> inside(Hunt hunt, Source source) {
    List<Goal> goals = new ArrayList<>(Goals.inside(source.terms(), source.domains()));
    boolean isConstant = source.domains().isEmpty() && goals.size() == 1;
    int further = isConstant ? Math.max(subject.plan().minimum(), 50) : subject.plan().tries();
    for (int i = 0; i < further; i++) {
      goals.add(Goal.ANY);
    }
    int misses = 0;
    for (Goal goal : goals) {
      Hunt.Caught caught = tryOut(hunt, source, goal, goal.isAny() ? 1 : TRIES_OF_GOAL);
      if (caught.finding().isPresent()) {
        return caught.finding();
      }
      misses = caught.missed() == null ? 0 : misses + 1;
      if (caught.missed() != null) {
        missed.put(source, caught.missed());
      }
      if (misses == MOST_MISSES) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> outside(Hunt hunt, Source source, List<Goal> goals) {
    int rounds = Math.max(1, subject.plan().tries() / 4 / goals.size());
    List<Goal> reached = goals;
    for (int i = 0; i < rounds; i++) {
      List<Goal> again = new ArrayList<>();
      for (Goal goal : reached) {
        Hunt.Caught caught = tryOut(hunt, source, goal, TRIES_OF_GOAL);
        if (caught.finding().isPresent()) {
          return caught.finding();
        }
        if (caught.missed() == null) {
          again.add(goal);
        }
      }
      // What was missed once is missed again, and looking for it is what costs.
      reached = again;
    }
    return Optional.empty();
  }

  /** Until the call in question was made once. */
  private Hunt.Caught tryOut(Hunt hunt, Source source, Goal goal, int most) {
    Hunt.Case one = target(source, goal);
    Hunt.Caught caught = hunt.next(one, goal.isOutside() ? one : sequence);
    for (int i = 1; i < most && caught.missed() != null; i++) {
      caught = hunt.next(one, goal.isOutside() ? one : sequence);
    }
    return caught;
  }

  private Hunt.Case target(Source source, Goal goal) {
    return (choices, isCounted, narration) ->
        cases.target(source, goal, choices, isCounted, narration);
  }

  private Optional<Finding> sequences(Hunt hunt) {
    for (int i = 0; i < subject.plan().sequences(); i++) {
      Optional<Finding> found = hunt.next(sequence, sequence).finding();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<Finding> vacuous() {
    if (isCutShort) {
      String why = "not judged, since another test of this supplier ended early";
      return List.of(finding(Kind.VACUOUS, "", why));
    }
    List<Finding> found = new ArrayList<>();
    coverages.forEach(
        (source, coverage) -> {
          String operation = operation(coverage.terms());
          int least = subject.plan().minimum();
          if (coverage.calls() < least) {
            found.add(
                finding(
                    Kind.VACUOUS,
                    coverage.terms().method().getName(),
                    operation
                        + " was accepted "
                        + coverage.calls()
                        + " times, and at least "
                        + least
                        + " are asked for"
                        + starved(coverage, missed.get(source))));
          } else {
            for (StatedClause each : coverage.neverReached()) {
              found.add(
                  finding(
                      Kind.VACUOUS,
                      coverage.terms().method().getName(),
                      Goals.name(each) + " of " + operation + " was never exercised" + hint(each)));
            }
          }
        });
    return found;
  }

  private static String hint(StatedClause clause) {
    return clause.clause().exception().isEmpty()
        ? ": no call of it returned"
        : ": no call brought about what it speaks of; start from a supplier in such a state";
  }

  /** What kept arguments from being accepted. */
  private static String starved(Coverage coverage, @Nullable RuntimeException why) {
    Map<String, Long> refused = coverage.tally().refused();
    String starving =
        refused.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(each -> "; " + each.getKey() + " refused " + each.getValue() + " that were drawn")
            .orElse("");
    return starving + (why == null ? "" : "; at last: " + why.getMessage());
  }

  private Finding finding(Kind kind, String operation, String message) {
    return new Finding(
        kind, name, operation, message, Optional.empty(), List.of(), 0, subject.plan().seed(), "");
  }
}
