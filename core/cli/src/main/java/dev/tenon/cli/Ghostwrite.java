package dev.tenon.cli;

import dev.tenon.SeamTerms;
import dev.tenon.cli.ghostwriter.Ghostwriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a test class from a contract. */
@Command(
    name = "ghostwrite",
    description = "Writes jqwik properties from a contract, to be read and edited.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Ghostwrite implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SeamArgument seam = new SeamArgument();

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The package of the test; that of the seam by default.")
  private @Nullable String inPackage;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "The name of the test; that of the seam and Properties by default.")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "-",
      description = "The folder of test sources; - for the standard output, which is the default.")
  private String output = "-";

  @Override
  public Integer call() {
    seam.ask(this::write);
    return 0;
  }

  private Ghostwriter write(SeamTerms terms) {
    Ghostwriter byDefault = Ghostwriter.of(terms.seam());
    Ghostwriter writer =
        new Ghostwriter(
            inPackage == null ? byDefault.inPackage() : checked(inPackage),
            name == null ? byDefault.name() : simple(name));
    String source = writer.write(terms);
    if (output.equals("-")) {
      spec.commandLine().getOut().print(source);
      spec.commandLine().getOut().flush();
    } else {
      save(writer, source);
    }
    return writer;
  }

  private void save(Ghostwriter writer, String source) {
    Path folder = Path.of(output).resolve(writer.inPackage().replace('.', '/'));
    Path file = folder.resolve(writer.name() + ".java");
    if (Files.exists(file)) {
      throw new Fault(file + " is there already; remove it, or give another --class");
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(file, source);
    } catch (IOException e) {
      throw new Fault(file + " cannot be written: " + e);
    }
    spec.commandLine().getOut().println(file);
    spec.commandLine().getOut().flush();
  }

  private static String checked(String given) {
    if (!given.isEmpty() && !SourceVersion.isName(given)) {
      throw new Fault(given + " is no name of a package");
    }
    return given;
  }

  private static String simple(String given) {
    if (!SourceVersion.isName(given) || given.indexOf('.') >= 0) {
      throw new Fault(given + " is no simple name of a class");
    }
    return given;
  }
}
