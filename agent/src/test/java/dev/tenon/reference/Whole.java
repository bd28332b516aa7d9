package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * What a type says that is about none of its operations on objects.
 *
 * @param invariants what its objects keep
 * @param constructors its constructors; none for the one that Java gives it
 * @param statics its static methods
 * @param isConfined whether it says that it is for one thread at a time
 */
record Whole(
    List<Clause> invariants,
    List<Constructor> constructors,
    List<Member> statics,
    boolean isConfined) {

  /** What constructors are called where something is reported. */
  static final String MAKING = "<init>";

  /** What the invariants of a type are called where a mode is given. */
  static final String INVARIANTS = "<invariant>";

  /** Nothing. */
  static final Whole NONE = new Whole(List.of(), List.of(), List.of(), false);

  /**
   * A constructor.
   *
   * @param chain the constructor that it calls first; {@code super()} when it says nothing
   */
  record Constructor(List<Parameter> parameters, Optional<Chain> chain, Member member) {

    /** The one that Java gives to a class that declares none. */
    static final Constructor IMPLICIT =
        new Constructor(
            List.of(),
            Optional.empty(),
            new Member(MAKING, List.of(), List.of(), List.of(), true, List.of()));

    Operation operation() {
      return new Operation(MAKING, Type.VOID, parameters, false, false, false);
    }
  }

  /** {@code this(…)} or {@code super(…)}. */
  record Chain(boolean isOwn, List<Expression> arguments) {}

  /** The constructor with so many parameters. */
  Constructor constructor(int parameters) {
    return constructors.stream()
        .filter(constructor -> constructor.parameters().size() == parameters)
        .findFirst()
        .orElse(Constructor.IMPLICIT);
  }

  boolean hasClauses() {
    return !invariants.isEmpty()
        || constructors.stream().anyMatch(constructor -> constructor.member().hasClauses())
        || statics.stream().anyMatch(Member::hasClauses);
  }
}
