package dev.tenon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code tenon}. */
@Command(
    name = "tenon",
    description = "Shows contracts, and writes tests from them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {Show.class, Inspect.class, Ghostwrite.class, HelpCommand.class})
public final class Main implements Runnable {

  /** What cannot be used as it was given. */
  static final int MISUSED = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /**
   * Runs one command and ends the JVM: with 0, or with 2 and one line on the standard error stream
   * when what was given cannot be used.
   *
   * @param arguments the command and its options
   */
  public static void main(String... arguments) {
    // Nobody reads a log here, and what is there to be said is said.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    AbsentValidator.install();
    System.exit(run(out, err, arguments));
  }

  /** Runs one command. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(out, err).execute(arguments);
  }

  private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    IExecutionExceptionHandler faults =
        (failure, command, parsed) -> {
          if (failure instanceof Fault) {
            return complain(err, String.valueOf(failure.getMessage()));
          }
          throw failure;
        };
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(faults)
        .setParameterExceptionHandler((fault, given) -> complain(err, Misuse.of(fault)));
  }

  private static int complain(PrintWriter err, String line) {
    err.println("tenon: " + line);
    err.flush();
    return MISUSED;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
