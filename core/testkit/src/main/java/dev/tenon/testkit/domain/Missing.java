package dev.tenon.testkit.domain;

/** What to write for a type that nobody can make. */
final class Missing {

  private Missing() {}

  static NoValueException of(Class<?> type, String place, String why) {
    return new NoValueException(
        "no way to make "
            + Types.name(type)
            + " for "
            + place
            + why
            + ": add to the suite  "
            + method(type));
  }

  static String method(Class<?> type) {
    String simple = type.getSimpleName();
    String name = Types.uncapitalized(simple.replace("[]", "s"));
    String many = name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    return "@Provide Arbitrary<" + simple + "> " + many + "() { ... }";
  }
}
