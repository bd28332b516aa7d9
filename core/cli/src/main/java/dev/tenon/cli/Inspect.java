package dev.tenon.cli;

import dev.tenon.testkit.suite.Generators;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how the testkit makes the arguments of a seam. */
@Command(
    name = "inspect",
    description = "Prints how tests made from a contract make arguments.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Inspect implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SeamArgument seam = new SeamArgument();

  @Override
  public Integer call() {
    String text = seam.ask(terms -> Generators.describe(terms.seam()));
    spec.commandLine().getOut().print(text + "\n");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
