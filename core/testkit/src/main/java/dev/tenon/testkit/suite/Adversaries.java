package dev.tenon.testkit.suite;

import dev.tenon.OperationTerms;
import dev.tenon.SeamTerms;
import dev.tenon.Seams;
import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.Domains;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Suppliers of a seam that answer whatever its contract allows: first the simplest, then one bound
 * or branch after the other with all else as simple as can be, then at random.
 *
 * <p>Thread-safe; each supplier is for one thread at a time.
 *
 * @param <S> the seam
 */
public final class Adversaries<S> {

  private final Class<S> seam;
  private final @Nullable Class<?> view;
  private final Map<Method, AnswerSource> sources = new LinkedHashMap<>();
  private final List<Adversary.Move> moves = new ArrayList<>();
  private final long seed;

  private Adversaries(
      Class<S> seam, @Nullable Class<?> view, Map<Type, Arbitrary<?>> provided, long seed) {
    this.seam = seam;
    this.view = view;
    this.seed = seed;
    Domains domains = Domains.of(provided, Clock.system(ZoneId.systemDefault()), new Whole());
    SeamTerms terms = view == null ? SeamTerms.of(seam) : SeamTerms.withView(seam, view);
    for (OperationTerms each : terms.operations()) {
      Method method = each.method();
      sources.put(method, new AnswerSource(each, result(method, domains)));
    }
    moves.add(new Adversary.Move(null, Goal.ANY));
    sources.forEach(
        (method, source) ->
            source.goals().forEach(goal -> moves.add(new Adversary.Move(method, goal))));
  }

  private @Nullable Domain result(Method method, Domains domains) {
    return method.getReturnType() == void.class
        ? null
        : domains.of(
            method.getAnnotatedReturnType(),
            Declared.variables(seam),
            Declared.places(seam, view, method),
            "result");
  }

  /**
   * The adversaries of a client.
   *
   * @param <S> the seam
   * @param seam the interface
   * @param view what the client assumes: they keep within it; null for none
   * @param provided the values of types that have no way to be made
   * @param seed what answers at random come from
   * @return the adversaries
   * @throws dev.tenon.verdict.MalformedContract if the contract cannot be enforced
   */
  public static <S> Adversaries<S> of(
      Class<S> seam, @Nullable Class<?> view, Map<Type, Arbitrary<?>> provided, long seed) {
    return new Adversaries<>(seam, view, provided, seed);
  }

  /**
   * How many of them show something in particular, the simplest included.
   *
   * @return the number, from 1
   */
  public int moves() {
    return moves.size();
  }

  /**
   * One of them.
   *
   * @param number which, from 0; from {@link #moves} on it answers at random
   * @return a new supplier
   */
  public One<S> one(int number) {
    boolean isPlanned = number < moves.size();
    Adversary.Move move = isPlanned ? moves.get(number) : new Adversary.Move(null, Goal.ANY);
    Choices choices = isPlanned ? Choices.of(List.of()) : Choices.random(seed * 1_000_003 + number);
    Adversary adversary = new Adversary(seam, sources, move, choices);
    S supplier =
        seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, adversary));
    S guarded = view == null ? Seams.guard(seam, supplier) : Seams.guard(seam, supplier, view);
    return new One<>(guarded, what(move, number), adversary);
  }

  private static String what(Adversary.Move move, int number) {
    Method method = move.method();
    if (method == null) {
      return number == 0 ? "the simplest answers" : "any answers";
    }
    return method.getName() + ": " + move.goal().what();
  }

  /**
   * One adversary.
   *
   * @param <S> the seam
   */
  public static final class One<S> {

    private final S supplier;
    private final String what;
    private final Adversary adversary;

    private One(S supplier, String what, Adversary adversary) {
      this.supplier = supplier;
      this.what = what;
      this.adversary = adversary;
    }

    /**
     * The supplier, behind a checking proxy: what its client owes is judged.
     *
     * @return the supplier
     */
    public S supplier() {
      return supplier;
    }

    /**
     * What it shows.
     *
     * @return in words
     */
    public String what() {
      return what;
    }

    /**
     * What it answered so far.
     *
     * @return the answers in order
     */
    public List<Answer> answers() {
      return adversary.answers();
    }
  }
}
