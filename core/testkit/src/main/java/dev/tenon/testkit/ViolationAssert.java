package dev.tenon.testkit;

import dev.tenon.model.Party;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Site;
import dev.tenon.verdict.Violation;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * What can be asserted of a violation; every failure shows its whole text.
 *
 * <p>Not thread-safe, as assertions are.
 */
public final class ViolationAssert extends AbstractAssert<ViolationAssert, Violation> {

  ViolationAssert(@Nullable Violation actual) {
    super(actual, ViolationAssert.class);
  }

  /**
   * Asserts whose fault it is.
   *
   * @param party the party to blame
   * @return this
   */
  public ViolationAssert blames(Party party) {
    return has("to blame", actual().blamed(), party);
  }

  /**
   * Asserts what sort of clause it is.
   *
   * @param kind the kind of the clause
   * @return this
   */
  public ViolationAssert isA(ClauseKind kind) {
    return has("the kind of clause", actual().kind(), kind);
  }

  /**
   * Asserts at which seam it is.
   *
   * @param seam the type that declares the clause
   * @return this
   */
  public ViolationAssert at(Class<?> seam) {
    return has("the seam", actual().operation().seam(), seam.getName());
  }

  /**
   * Asserts what was called.
   *
   * @param operation the name of the method
   * @return this
   */
  public ViolationAssert of(String operation) {
    return has("the operation", actual().operation().name(), operation);
  }

  /**
   * Asserts which clause it is, by its text.
   *
   * @param text the clause as written
   * @return this
   */
  public ViolationAssert quoting(String text) {
    return has("the clause", actual().clause().text(), text);
  }

  /**
   * Asserts which clause it is, by its name.
   *
   * @param name the name of the clause
   * @return this
   */
  public ViolationAssert named(String name) {
    return has("the name of the clause", actual().clause().name(), name);
  }

  /**
   * Asserts a value that was seen.
   *
   * @param expression the part of the clause, as written
   * @param value the value, as reports show it
   * @return this
   */
  public ViolationAssert seen(String expression, String value) {
    String found = actual().evidence().get(expression);
    return has("seen of " + expression, found == null ? "nothing" : found, value);
  }

  /**
   * Asserts the parts of the clause whose values were seen, all of them and in order.
   *
   * @param expressions the parts of the clause, as written
   * @return this
   */
  public ViolationAssert seenOnly(String... expressions) {
    return has("seen", List.copyOf(actual().evidence().keySet()), List.of(expressions));
  }

  /**
   * Asserts the further clauses of the same call that were false, all of them and in order.
   *
   * @param texts the clauses as written
   * @return this
   */
  public ViolationAssert alsoFalse(String... texts) {
    return has("also false", actual().also().stream().map(Citation::text).toList(), List.of(texts));
  }

  /**
   * Asserts the further clauses of the same call that threw, all of them and in order.
   *
   * @param texts the clauses as written
   * @return this
   */
  public ViolationAssert notEvaluable(String... texts) {
    return has(
        "not evaluable",
        actual().notEvaluable().stream().map(each -> each.clause().text()).toList(),
        List.of(texts));
  }

  /**
   * Asserts who called, as a component.
   *
   * @param component the named party
   * @return this
   */
  public ViolationAssert client(String component) {
    return has("the client", actual().client().component(), component);
  }

  /**
   * Asserts who called, as a class and method.
   *
   * @param type the class
   * @param method the name of the method
   * @return this
   */
  public ViolationAssert client(Class<?> type, String method) {
    Site client = actual().client();
    return has(
        "the client", client.className() + "." + client.method(), type.getName() + "." + method);
  }

  /**
   * Asserts that it is not known who called.
   *
   * @return this
   */
  public ViolationAssert unknownClient() {
    return has("the client is known", actual().client().isKnown(), false);
  }

  /**
   * Asserts who was called, as a component.
   *
   * @param component the named party
   * @return this
   */
  public ViolationAssert supplier(String component) {
    return has("the supplier", actual().supplier().component(), component);
  }

  /**
   * Asserts who was called, as a class.
   *
   * @param type the class
   * @return this
   */
  public ViolationAssert supplier(Class<?> type) {
    return has("the supplier", actual().supplier().className(), type.getName());
  }

  /**
   * Asserts that another declaration accepted the call, so that it breaks on the next supplier.
   *
   * @return this
   */
  public ViolationAssert isLatent() {
    return has("latent", actual().isLatent(), true);
  }

  /**
   * Asserts the identity under which it is counted.
   *
   * @param fingerprint 16 hexadecimal digits
   * @return this
   */
  public ViolationAssert hasFingerprint(String fingerprint) {
    return has("the fingerprint", actual().fingerprint(), fingerprint);
  }

  /**
   * The violation, for what else is to be asserted.
   *
   * @return the violation
   */
  @Override
  public Violation actual() {
    isNotNull();
    return actual;
  }

  private ViolationAssert has(String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      failWithActualExpectedAndMessage(
          found,
          expected,
          "Expecting %s: %s%nbut it is: %s%nin the violation:%n%n%s",
          what,
          expected,
          found,
          actual.text());
    }
    return this;
  }
}
