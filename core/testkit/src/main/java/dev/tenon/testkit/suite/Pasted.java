package dev.tenon.testkit.suite;

import java.util.List;
import java.util.Locale;

/** The text of a test that shows a finding. */
final class Pasted {

  private Pasted() {}

  static String test(Subject subject, Trouble trouble, List<String> lines) {
    String seam = subject.name();
    StringBuilder test = new StringBuilder();
    test.append("@Test\nvoid ").append(name(trouble)).append("() {\n");
    test.append("  ").append(seam).append(" supplier = dev.tenon.Seams.guard(").append(seam);
    test.append(".class, fresh());\n");
    lines.forEach(line -> test.append("  ").append(line).append('\n'));
    return test.append('}').toString();
  }

  private static String name(Trouble trouble) {
    String what =
        switch (trouble.kind()) {
          case SUPPLIER -> "keeps_its_guarantees";
          case OVERRIDE -> "asks_no_more_than_its_seam";
          case UNDECLARED -> "throws_nothing_undeclared";
          case NOT_REFUSED, TOUCHED -> "is_refused_outside_of_its_contract";
          case CONTRACT -> "has_clauses_that_can_be_evaluated";
          case NESTED -> "keeps_the_contracts_of_others";
          case BLOCKED -> "returns_in_time";
          case GENERATOR, VACUOUS, ERROR -> "can_be_tested";
        };
    return trouble.operation().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT)
        + "_"
        + what;
  }
}
