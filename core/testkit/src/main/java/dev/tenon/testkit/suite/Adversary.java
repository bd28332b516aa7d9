package dev.tenon.testkit.suite;

import dev.tenon.ClauseAnswer;
import dev.tenon.StatedClause;
import dev.tenon.ThoughtCall;
import dev.tenon.Truth;
import dev.tenon.contract.Pure;
import dev.tenon.model.Node;
import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.NoValueException;
import dev.tenon.testkit.domain.Variant;
import dev.tenon.testkit.relation.Known;
import dev.tenon.testkit.relation.Literal;
import dev.tenon.testkit.relation.Problem;
import dev.tenon.testkit.relation.Solver;
import dev.tenon.testkit.relation.Tally;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that answers whatever its contract allows. What its queries say it remembers, so that
 * guarantees about them hold from one call to the next.
 *
 * <p>Confined to one thread at a time.
 */
final class Adversary implements InvocationHandler {

  private static final int TRIES = 50;
  private static final int THROWS = 5;
  private static final int MOST = 10_000;

  private final Class<?> seam;
  private final Map<Method, AnswerSource> sources;
  private final Move move;
  private final Choices choices;
  private final Map<String, @Nullable Object> state = new LinkedHashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private final Set<Method> answering = new HashSet<>();
  private boolean isMet;
  private final SourceText text = new SourceText();

  /**
   * An adversary.
   *
   * @param move what it shows
   * @param choices where its answers come from
   */
  Adversary(Class<?> seam, Map<Method, AnswerSource> sources, Move move, Choices choices) {
    this.seam = seam;
    this.sources = sources;
    this.move = move;
    this.choices = choices;
  }

  /**
   * What one adversary shows.
   *
   * @param method the operation; null for all alike
   * @param goal what its answers are like
   */
  record Move(@Nullable Method method, Goal goal) {}

  synchronized List<Answer> answers() {
    return List.copyOf(answers);
  }

  @Override
  public synchronized @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
    @Nullable Object[] arguments = given == null ? new Object[0] : given;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    AnswerSource source = sources.get(method);
    if (source == null) {
      throw new IllegalStateException(method + " is no operation of " + seam.getName());
    }
    if (!answering.add(method)) {
      // A clause asks what is being answered: anything will do until that is known.
      return source.result() == null ? null : source.result().draw(Choices.of(List.of()));
    }
    try {
      return answer(source, proxy, method, arguments);
    } finally {
      answering.remove(method);
    }
  }

  private @Nullable Object answer(
      AnswerSource source, Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    String call = method.getName() + "(" + text.list(Arrays.asList(arguments)) + ")";
    boolean isShown = method.equals(move.method());
    Optional<Throwable> thrown = thrown(source, proxy, arguments, isShown);
    if (thrown.isEmpty() && source.isQuery() && state.containsKey(method.getName())) {
      return state.get(method.getName());
    }
    if (answers.size() >= MOST) {
      throw new IllegalStateException(
          "the client asked more than " + MOST + " times: it may wait for what nobody promises");
    }
    isMet = isShown;
    if (thrown.isPresent()) {
      String because = isShown ? move.goal().what() : "";
      answers.add(new Answer(call, "threw " + thrown.get(), because));
      throw thrown.get();
    }
    Object result = answer(source, proxy, arguments, isShown ? move.goal() : Goal.ANY);
    if (method.getReturnType() != void.class) {
      String because = isMet ? move.goal().what() : "";
      answers.add(new Answer(call, "returned " + text.of(result), because));
    }
    return result;
  }

  private Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "any supplier of " + seam.getName();
    };
  }

  private Optional<Throwable> thrown(
      AnswerSource source, Object proxy, @Nullable Object[] arguments, boolean isShown) {
    List<ClauseAnswer> entry = source.terms().call(proxy, arguments).entry();
    Optional<String> demanded = source.demanded(entry);
    if (demanded.isPresent()) {
      return Optional.of(Exceptions.make(demanded.get(), seam.getClassLoader()));
    }
    List<String> allowed = source.allowed();
    String what = move.goal().what();
    if (isShown && what.startsWith(Exceptions.THROWS)) {
      String name = what.substring(Exceptions.THROWS.length());
      return Optional.of(Exceptions.make(name, seam.getClassLoader()));
    }
    boolean isThrowing = move.method() == null && !allowed.isEmpty() && choices.isOneIn(THROWS);
    return isThrowing
        ? Optional.of(Exceptions.make(choices.pick(allowed), seam.getClassLoader()))
        : Optional.empty();
  }

  private @Nullable Object answer(
      AnswerSource source, Object proxy, @Nullable Object[] arguments, Goal goal) {
    ThoughtCall thought = source.terms().call(proxy, arguments);
    Map<Node, @Nullable Object> old = old(source, proxy, arguments);
    Map<String, @Nullable Object> before = new LinkedHashMap<>(state);
    RuntimeException last = new NoValueException("nothing was tried");
    for (int i = 0; i < TRIES; i++) {
      Goal wanted = i < TRIES / 2 ? goal : Goal.ANY;
      isMet &= !wanted.isAny();
      // The simplest is tried first; where it does not do, any other.
      Choices from = i == 0 ? choices : Choices.random(i);
      try {
        Object result = draw(source, proxy, arguments, old, wanted, from);
        if (source.isQuery() && isRemembered(source)) {
          state.put(source.terms().method().getName(), result);
        }
        if (thought.returning(result).stream().allMatch(each -> each.truth() == Truth.TRUE)) {
          return result;
        }
      } catch (EmptyDomainException | NoValueException again) {
        last = again;
      }
      state.clear();
      state.putAll(before);
    }
    throw new NoValueException(
        "no answer of "
            + source.terms().method().getName()
            + " was found that keeps its guarantees: "
            + last.getMessage()
            + "; let a stub of your own answer it");
  }

  private @Nullable Object draw(
      AnswerSource source,
      Object proxy,
      @Nullable Object[] arguments,
      Map<Node, @Nullable Object> old,
      Goal goal,
      Choices from) {
    Map<String, Domain> roots = new LinkedHashMap<>();
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      known.put(source.terms().parameters().get(i), arguments[i]);
    }
    Domain result = source.result();
    if (result != null) {
      Variant variant = goal.variant();
      roots.put("result", variant == null ? result : variant.domain());
    }
    Set<String> changed = source.changed();
    if (changed.isEmpty()) {
      known.put("this", proxy);
    } else {
      changed.forEach(state::remove);
      roots.put("this", new State(seam, queries(changed)));
    }
    List<Literal> literals = new ArrayList<>();
    for (StatedClause each : source.guarantees()) {
      literals.addAll(
          each.equals(goal.about()) ? goal.literals() : from.pick(source.branches(each)));
    }
    sources.values().stream()
        .filter(each -> each.isQuery() && changed.contains(each.terms().method().getName()))
        .flatMap(each -> each.asState().stream())
        .forEach(branches -> literals.addAll(from.pick(branches)));
    Problem problem = new Problem(seam.getClassLoader(), roots, known, old, literals, List.of());
    Map<String, @Nullable Object> drawn = Solver.draw(problem, from, new Tally());
    if (drawn.get("this") instanceof Map<?, ?> next) {
      next.forEach((name, value) -> state.put(String.valueOf(name), value));
    }
    return drawn.get("result");
  }

  /** What clauses ask, or is said to change nothing: two answers in a row are the same. */
  private boolean isRemembered(AnswerSource source) {
    Method method = source.terms().method();
    return method.isAnnotationPresent(Pure.class)
        || sources.values().stream().anyMatch(each -> each.asks(method.getName()));
  }

  private Map<String, Domain> queries(Set<String> names) {
    Map<String, Domain> queries = new LinkedHashMap<>();
    sources.forEach(
        (method, source) -> {
          Domain result = source.result();
          if (names.contains(method.getName()) && source.isQuery() && result != null) {
            queries.put(method.getName(), result);
          }
        });
    return queries;
  }

  private Map<Node, @Nullable Object> old(
      AnswerSource source, Object proxy, @Nullable Object[] arguments) {
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    known.put("this", proxy);
    for (int i = 0; i < arguments.length; i++) {
      known.put(source.terms().parameters().get(i), arguments[i]);
    }
    return Known.values(seam.getClassLoader(), source.old(), known);
  }
}
