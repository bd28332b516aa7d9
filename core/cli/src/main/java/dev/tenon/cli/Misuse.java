package dev.tenon.cli;

import dev.tenon.model.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line, with the nearest valid form. */
final class Misuse {

  private Misuse() {}

  static String of(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    ArgSpec about = fault.getArgSpec();
    if (about != null && about.type().isEnum() && fault.getValue() != null) {
      return notOneOf(fault.getValue(), about);
    }
    String line = String.valueOf(fault.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    return line + "; see " + help(command);
  }

  private static String unknown(String argument, CommandLine command) {
    if (argument.startsWith("-")) {
      List<String> options = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
      return "unknown option " + argument + meant(argument, options) + "; see " + help(command);
    }
    List<String> commands = new ArrayList<>(command.getSubcommands().keySet());
    String what = commands.isEmpty() ? "unexpected argument " : "unknown command ";
    return what + argument + meant(argument, commands) + "; see " + help(command);
  }

  private static String notOneOf(String value, ArgSpec about) {
    List<String> valid = Stream.of(about.type().getEnumConstants()).map(Object::toString).toList();
    return value
        + " is no "
        + about.paramLabel()
        + ": it is one of "
        + String.join(", ", valid)
        + meant(value, valid);
  }

  private static String meant(String given, List<String> valid) {
    @Nullable String nearest = Nearest.of(given, valid);
    return nearest == null ? "" : ", did you mean " + nearest + "?";
  }

  private static String help(CommandLine command) {
    return command.getCommandSpec().qualifiedName() + " --help";
  }
}
