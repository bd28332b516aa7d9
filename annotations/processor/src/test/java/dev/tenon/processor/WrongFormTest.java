package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clauses of constructors, static methods and types cannot speak of; ¦ marks the place. */
class WrongFormTest {

  private static final String FRAME =
      """
      package a;
      import dev.tenon.contract.*;
      %s
      """;

  private static void assertOneError(String body, String message) {
    String marked = FRAME.formatted(body);
    String before = marked.substring(0, marked.indexOf('¦'));
    int column = before.length() - before.lastIndexOf('\n');

    assertThat(Compilation.of("a.A", marked.replace("¦", "")).run().errors())
        .containsExactly("A.java:3:" + column + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Requires("¦this != null")          | before the constructor has run there is no 'this'
          @Requires("n > ¦A.this.size()")     | before the constructor has run there is no 'this'
          @Requires("n > ¦size()")            | 'size(…)' belongs to the object: before the constructor has run there is no 'this'
          @Requires("n > ¦field")             | 'field' belongs to the object: before the constructor has run there is no 'this'
          @Ensures("n > old(¦size())")        | 'size(…)' belongs to the object: before the constructor has run there is no 'this'
          @Ensures("old(¦this) == this")      | before the constructor has run there is no 'this'
          @Ensures("¦result == this")         | 'result' of a constructor: what it makes is 'this'
          @Requires("¦old(n) > 0")            | 'old' in a precondition: entry is now
          """)
  void of_a_constructor(String clause, String message) {
    assertOneError(
        "class A { int field; int size() { return 1; } " + clause + " A(int n) {} }", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Requires("¦this != null")                         | 'this' in a clause of a static method: it has no object
          @Ensures("result > ¦size()")                       | 'size(…)' belongs to an object, which a static method does not have
          @Ensures("result > old(¦field)")                   | 'field' belongs to an object, which a static method does not have
          @Throws(value = Error.class, when = "¦size() > 0") | 'size(…)' belongs to an object, which a static method does not have
          @Requires("o instanceof ¦T")                       | 'T' in a clause of a static method: it stands for no type there
          @Requires("o == (¦T) o")                           | 'T' in a clause of a static method: it stands for no type there
          """)
  void of_a_static_method(String clause, String message) {
    assertOneError(
        "class A<T> { int field; int size() { return 1; } "
            + clause
            + " static int f(Object o) { return 1; } }",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Invariant("¦result > 0")      | 'result' in an invariant: it is about the object, not about a call
          @Invariant("¦old(size()) > 0") | 'old' in an invariant: it is about one moment
          @Invariant("¦siez() > 0")      | unknown method 'siez' on a.A; did you mean 'size'?
          @Invariant("¦feld > 0")        | unknown name 'feld'; did you mean 'field'?
          @Invariant("¦secret > 0")      | field 'secret' of a.A is private; a clause sees what another class of its package sees
          @Invariant("¦size()")          | clause is not boolean but int
          @Invariant("true") @Invariant("¦true") | this type has the same clause in line 3
          """)
  void of_a_type(String clause, String message) {
    assertOneError(
        clause + " class A { int field; private int secret; int size() { return 1; } }", message);
  }
}
