package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.Kept;
import dev.tenon.model.Clause;
import dev.tenon.model.Node;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which threads make handoffs under one contract, as long as it is one thread.
 *
 * <p>A clause over state that other threads may change is false for a right supplier when two of
 * its handoffs overlap. While one thread alone has made handoffs there is no overlap; after that,
 * the first such clause that is false has the calls counted that are under way.
 *
 * <p>Thread-safe. One for each companion.
 */
final class Sharing {

  private static final Kept<Sharing> KEPT =
      new Kept<>() {
        @Override
        protected Sharing compute(Class<?> companion) {
          return new Sharing(companion);
        }
      };

  private final Class<?> companion;
  private @Nullable WeakReference<Thread> sole;
  private volatile boolean isShared;
  private volatile @Nullable Stragglers stragglers;

  private Sharing(Class<?> companion) {
    this.companion = companion;
  }

  /**
   * The contracts whose handoffs may overlap on objects of one type.
   *
   * @param binding the declarations that bind the type
   * @return one for each; none when no clause of theirs is about state, or all are confined
   */
  static List<Sharing> of(List<Declaration> binding) {
    List<Sharing> all = new ArrayList<>();
    boolean isNeeded = false;
    for (Declaration declaration : binding) {
      if (declaration instanceof Declaration.Compiled compiled) {
        all.add(KEPT.of(compiled.companion()));
        isNeeded |= !Declarations.isConfined(compiled.type()) && hasShared(compiled);
      }
    }
    return isNeeded ? List.copyOf(all) : List.of();
  }

  private static boolean hasShared(Declaration.Compiled declaration) {
    return declaration.contract().operations().stream()
        .flatMap(operation -> operation.clauses().stream())
        .anyMatch(Sharing::isShared);
  }

  /** Whether the clause compares what stood at two times, or must hold between all calls. */
  static boolean isShared(Clause clause) {
    return switch (clause.role()) {
      case REQUIRES -> false;
      case INVARIANT -> true;
      case ENSURES, AFTER, THROWS -> !clause.old().isEmpty() && readsState(clause.tree());
    };
  }

  private static boolean readsState(Node node) {
    return switch (node.kind()) {
      case LITERAL, PARAMETER, RESULT, OLD, UNARY, BINARY, CONDITIONAL, CAST, INSTANCEOF ->
          node.children().stream().anyMatch(Sharing::readsState);
      case THIS, FIELD, LOCAL, CALL, STATIC_CALL, INDEX, OPAQUE -> true;
    };
  }

  /** The first thread that makes a handoff: this one, when none has. */
  synchronized WeakReference<Thread> sole() {
    WeakReference<Thread> known = sole;
    if (known == null) {
      known = new WeakReference<>(Thread.currentThread());
      sole = known;
    }
    return known;
  }

  static boolean isSole(WeakReference<Thread> sole) {
    return sole.refersTo(Thread.currentThread());
  }

  /** Another thread makes a handoff: from now on nothing is compared. */
  void enterOther() {
    synchronized (this) {
      if (isShared) {
        return;
      }
      isShared = true;
    }
    Switches.throwOne(companion);
  }

  Class<?> companion() {
    return companion;
  }

  boolean isShared() {
    return isShared;
  }

  boolean isCounted() {
    return stragglers != null;
  }

  /** From the next entry on, calls under way are counted. */
  void count() {
    if (stragglers == null) {
      // Before the switch is thrown: what enters later is counted.
      stragglers = new Stragglers();
      Switches.throwOne(companion);
    }
  }

  /** Whether a call that is not counted may be under way on a supplier. */
  boolean mayHaveStragglers(Object self) {
    Stragglers known = stragglers;
    return known != null && known.mayBeIn(self);
  }
}
