package dev.tenon.reference.given;

import dev.tenon.Seams;
import dev.tenon.ledger.Ledger;
import dev.tenon.model.Party;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs generated programs through one door, and prints a line for each of their steps. */
public final class Replay {

  /** What stands before the number of errors that Tenon swallowed, on the last line. */
  public static final String ERRORS = "errors ";

  private final PrintStream out;

  private Replay(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the programs named in a file.
   *
   * @param arguments the file, and true for a proxy in front of each supplier
   */
  public static void main(String[] arguments) throws Exception {
    List<String> programs = Files.readAllLines(Path.of(arguments[0]));
    boolean isProxied = Boolean.parseBoolean(arguments[1]);
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(Path.of(arguments[2])), false, "UTF-8")) {
      Replay replay = new Replay(out);
      for (String program : programs) {
        replay.run(program, isProxied);
      }
      Ledger ledger = Seams.ledger();
      long errors = isProxied ? ledger.errors() : Seams.status().errors();
      out.println(ERRORS + errors + " " + ledger.errorTexts());
    }
    System.out.write("done\n".getBytes(StandardCharsets.UTF_8));
  }

  private void run(String program, boolean isProxied) {
    Script script;
    try {
      script =
          (Script)
              Class.forName(program + ".Play").getConstructor(boolean.class).newInstance(isProxied);
    } catch (ReflectiveOperationException | LinkageError failed) {
      failed.printStackTrace();
      out.println(program + " failed: " + failed);
      return;
    }
    for (int i = 0; i < script.steps(); i++) {
      long before = recorded();
      String outcome = outcome(script, i);
      List<Violation> records = lastRecords(recorded() - before);
      out.println(
          program
              + " "
              + i
              + " "
              + outcome
              + " records "
              + records.stream().map(Replay::shown).collect(Collectors.toList())
              + " state "
              + script.state());
    }
  }

  private static String outcome(Script script, int step) {
    try {
      return "returns " + Shown.of(script.step(step));
    } catch (ContractViolation violation) {
      return "violation " + shown(violation.violation());
    } catch (Throwable thrown) {
      return "throws "
          + thrown.getClass().getName()
          + (Noted.isReplaced(thrown) ? " in another's place" : "")
          + Arrays.stream(thrown.getSuppressed())
              .map(Replay::carried)
              .collect(Collectors.joining());
    }
  }

  private static String carried(Throwable suppressed) {
    return " with "
        + (suppressed instanceof ContractViolation violation
            ? shown(violation.violation())
            : suppressed);
  }

  private static long recorded() {
    return Seams.ledger().violations() + Seams.ledger().undecided();
  }

  private static List<Violation> lastRecords(long count) {
    if (count == 0) {
      return List.of();
    }
    List<Violation> recent = Seams.ledger().recent();
    return recent.subList(recent.size() - (int) count, recent.size());
  }

  /** Which of two guarantees is the weaker is tested where clauses are compared, not here. */
  private static Party blamed(Violation violation) {
    return violation.blamed() == Party.OVERRIDE && violation.kind() == ClauseKind.GUARANTEE
        ? Party.SUPPLIER
        : violation.blamed();
  }

  private static List<String> names(List<Citation> clauses) {
    return clauses.stream().map(Citation::name).collect(Collectors.toList());
  }

  private static String shown(Violation violation) {
    return blamed(violation)
        + violation.cause().map(cause -> " " + cause.kind()).orElse("")
        + (violation.isLatent() ? " latent " : " ")
        + violation.kind()
        + " "
        + violation.operation().seam()
        + "."
        + violation.operation().name()
        + "#"
        + violation.clause().name()
        + " also "
        + names(violation.also())
        + " unevaluable "
        + violation.notEvaluable().stream()
            .map(other -> other.clause().name())
            .collect(Collectors.toList())
        + (violation.blamed() == Party.GAP ? " against " + names(violation.against()) : "")
        + " client "
        + violation.client().className()
        + " supplier "
        + violation.supplier().className();
  }
}
