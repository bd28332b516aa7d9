package dev.tenon.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints contracts in flat form. */
@Command(
    name = "show",
    description = "Prints a contract with its inheritance resolved.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Show implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SEAM|JAR",
      description = "An interface by its full name, or a jar or folder for all seams of its index.")
  private String subject = "";

  @Mixin private ClassPathOption classPath = new ClassPathOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(format.of(contracts()));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<FlatContract> contracts() {
    if (!Application.isJar(subject)) {
      try (Application application = Application.of(classPath.read())) {
        return List.of(application.ask(subject, FlatContract::of));
      }
    }
    Path jar = Path.of(subject);
    try (Application application = Application.of(classPath.read().after(jar))) {
      return Application.seamsOf(jar).stream()
          .map(name -> application.<FlatContract>ask(name, FlatContract::of))
          .toList();
    }
  }
}
