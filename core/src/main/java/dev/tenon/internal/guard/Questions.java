package dev.tenon.internal.guard;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.contract.companion.Flag;
import dev.tenon.internal.check.Checks;
import dev.tenon.internal.check.Side;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import dev.tenon.model.Clause.Role;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that bind one operation, asked outside of any call: nothing is judged or recorded,
 * and the mode of a clause does not matter. What clauses cross while they are asked is not judged
 * either.
 *
 * <p>Thread-safe.
 */
public final class Questions {

  private final List<Checks> checks;

  private Questions(List<Checks> checks) {
    this.checks = checks;
  }

  /**
   * The questions of one operation.
   *
   * @param lookup a lookup that sees the seam; null for what the core sees
   * @param supplier the class of the suppliers, or the seam for what it says alone
   * @param seam the interface
   * @param assumed what a client assumes of it
   * @param method one of its methods
   * @return the questions; without any where nothing binds it
   * @throws dev.tenon.verdict.MalformedContract if what binds it cannot be enforced
   */
  public static Questions of(
      MethodHandles.@Nullable Lookup lookup,
      Class<?> supplier,
      Class<?> seam,
      List<ClientView> assumed,
      Method method) {
    MethodHandles.Lookup by = lookup == null ? Companion.towards(seam) : lookup;
    ClassLoader viewer =
        lookup == null ? seam.getClassLoader() : lookup.lookupClass().getClassLoader();
    Body body = Bodies.guarded(by, supplier, viewer, seam, assumed, method);
    return new Questions(body == null ? List.of() : body.checks());
  }

  /**
   * The questions about a class: its constructors and its invariants, and those that it inherits.
   *
   * @param type a class
   * @param parameters the names of a constructor's parameters; null for the invariants
   * @return the questions; without any where nothing binds it, or what does cannot be enforced
   */
  public static Questions of(Class<?> type, @Nullable List<String> parameters) {
    List<Checks> found = new ArrayList<>();
    for (Declaration each : Declarations.binding(type)) {
      if (each instanceof Declaration.Compiled compiled) {
        found.addAll(
            Bodies.link(
                Companion.towards(type),
                compiled,
                (declaring, operation) ->
                    parameters == null
                        ? operation.isInvariants()
                        : declaring == type
                            && operation.isConstructor()
                            && operation.parameters().equals(parameters),
                List.of(),
                new Holes()));
      }
    }
    return new Questions(found);
  }

  /**
   * What binds the operation.
   *
   * @return the clauses of every role, the most general declaration first; the invariants last
   */
  public List<Question> all() {
    List<Question> all = new ArrayList<>();
    for (Checks each : checks) {
      for (Role role : Role.values()) {
        for (int i = 0; i < each.side(role).clauses().size(); i++) {
          all.add(question(each, role, i));
        }
      }
    }
    return all;
  }

  /**
   * The names of the parameters, as declared.
   *
   * @return the names; empty where nothing binds the operation but invariants
   */
  public List<String> parameters() {
    return checks.stream()
        .map(each -> each.operation().parameters())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Begins a call that is only thought of: captures what guarantees would compare with.
   *
   * @param self the supplier; null where no clause asks it
   * @param arguments the arguments, boxed
   * @return the call
   */
  public Call call(@Nullable Object self, @Nullable Object[] arguments) {
    return new Call(self, arguments.clone());
  }

  /**
   * Asks one precondition.
   *
   * @param question one of {@link #all}
   * @param self the supplier; null where the clause does not ask it
   * @param arguments the arguments, boxed; what the clause does not read may be anything
   * @return the reply
   * @throws IllegalArgumentException if it is no precondition of this operation
   */
  public Reply ask(Question question, @Nullable Object self, @Nullable Object[] arguments) {
    for (Checks each : checks) {
      int number = number(each, question);
      if (number >= 0) {
        return quietly(
            () -> reply(question, each.requires(), number, Judge.operands(self, arguments)));
      }
    }
    throw new IllegalArgumentException(question.clause().text() + " is no precondition here");
  }

  private static int number(Checks checks, Question question) {
    for (int i = 0; i < checks.requires().clauses().size(); i++) {
      if (question(checks, Role.REQUIRES, i).equals(question)) {
        return i;
      }
    }
    return -1;
  }

  private static Reply reply(
      Question question, Side side, int number, @Nullable Object[] operands) {
    try {
      boolean answer = side.ask(number, operands);
      // The check of an exception clause says whether a return is right.
      boolean isOfThrow = question.clause().role() == Role.THROWS;
      return new Reply(question, answer != isOfThrow, null);
    } catch (Throwable failure) {
      Faults.passVirtualMachineErrors(failure);
      return new Reply(question, false, failure);
    }
  }

  private static Question question(Checks checks, Role role, int number) {
    Side side = checks.side(role);
    return new Question(
        checks.declaring(),
        checks.source(),
        checks.operation().parameters(),
        side.clauses().get(number),
        number < checks.constraints(side));
  }

  private static <T> T quietly(Supplier<T> question) {
    Lane lane = Lane.current();
    boolean before = lane.on;
    lane.on = true;
    try {
      return question.get();
    } finally {
      lane.on = before;
    }
  }

  /**
   * One clause.
   *
   * @param declaring the type that it is about
   * @param source the source file in which it stands
   * @param parameters the names of the parameters where it stands
   * @param clause the clause
   * @param isConstraint whether it is a constraint of Bean Validation
   */
  public record Question(
      Class<?> declaring,
      String source,
      List<String> parameters,
      Clause clause,
      boolean isConstraint) {}

  /**
   * What a clause answered.
   *
   * @param question the clause
   * @param isTrue whether it is true; false also when it threw
   * @param thrown what it threw; null when it did not
   */
  public record Reply(Question question, boolean isTrue, @Nullable Throwable thrown) {}

  /** A call that is only thought of. Confined to one thread, like what clauses read. */
  public final class Call {

    private final @Nullable Object self;
    private final @Nullable Object[] arguments;
    private final List<@Nullable Object[]> old;

    private Call(@Nullable Object self, @Nullable Object[] arguments) {
      this.self = self;
      this.arguments = arguments;
      this.old = quietly(() -> checks.stream().map(this::captured).toList());
    }

    /**
     * Asks what is owed before: the preconditions, and the conditions of exception clauses.
     *
     * @return the replies, declaration by declaration
     */
    public List<Reply> entry() {
      return quietly(
          () -> {
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
              ask(i, Role.REQUIRES, null, replies);
              ask(i, Role.THROWS, null, replies);
            }
            return replies;
          });
    }

    /**
     * Asks what would be owed if it returned now: guarantees and invariants.
     *
     * @param result what it would return; null when that is nothing
     * @return the replies, declaration by declaration
     */
    public List<Reply> returning(@Nullable Object result) {
      return quietly(
          () -> {
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
              ask(i, Role.ENSURES, result, replies);
              ask(i, Role.INVARIANT, null, replies);
            }
            return replies;
          });
    }

    /**
     * Asks what would be owed if it threw now.
     *
     * @param thrown what it would throw
     * @return the replies of the guarantees after exceptions whose exception this is
     */
    public List<Reply> throwing(Throwable thrown) {
      return quietly(
          () -> {
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
              ask(i, Role.AFTER, null, replies);
            }
            return replies.stream().filter(each -> isOf(each, thrown)).toList();
          });
    }

    private static boolean isOf(Reply reply, Throwable thrown) {
      String exception = reply.question().clause().exception();
      for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
        if (type.getName().equals(exception)) {
          return true;
        }
      }
      return false;
    }

    private void ask(int index, Role role, @Nullable Object result, List<Reply> replies) {
      Checks declared = checks.get(index);
      Side side = declared.side(role);
      @Nullable Object[] operands = operands(index, role, result);
      for (int i = 0; i < side.clauses().size(); i++) {
        if (role == Role.THROWS && side.clauses().get(i).old().isEmpty()) {
          // Without a condition there is nothing to ask.
          continue;
        }
        replies.add(reply(question(declared, role, i), side, i, operands));
      }
    }

    private @Nullable Object[] operands(int index, Role role, @Nullable Object result) {
      Checks declared = checks.get(index);
      List<@Nullable Object> operands = new ArrayList<>();
      if (role == Role.ENSURES && declared.erased().returnType() != void.class) {
        operands.add(result);
      }
      operands.add(self);
      if (role != Role.INVARIANT) {
        operands.addAll(Arrays.asList(arguments));
      }
      if (role != Role.INVARIANT && role != Role.REQUIRES) {
        operands.addAll(Arrays.asList(old.get(index)));
      }
      return operands.toArray();
    }

    /** The old values of one declaration, its kept failures last. */
    private @Nullable Object[] captured(Checks declared) {
      Checks.@Nullable Capture capture = declared.capture();
      if (capture == null) {
        return new Object[0];
      }
      List<@Nullable Object> given = new ArrayList<>();
      if (capture.guarded()) {
        given.add(new Flag());
      }
      given.add(this);
      given.add(-1L);
      given.add(self);
      given.addAll(Arrays.asList(arguments));
      try {
        Object carrier = capture.capture().invokeWithArguments(given);
        List<@Nullable Object> slots = new ArrayList<>();
        for (MethodHandle slot : capture.slots()) {
          slots.add(slot.invoke(carrier));
        }
        slots.add(((Carrier) carrier).failed);
        return slots.toArray();
      } catch (RuntimeException | Error failure) {
        throw failure;
      } catch (Throwable impossible) {
        throw new LinkageError("capture of " + declared.operation().name(), impossible);
      }
    }
  }
}
