package dev.tenon.cli;

import dev.tenon.SeamTerms;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One seam, and where its classes are. */
final class SeamArgument {

  @Parameters(paramLabel = "SEAM", description = "An interface by its full name.")
  private String seam = "";

  @Mixin private ClassPathOption classPath = new ClassPathOption();

  /** Does something with its contract, while its classes can be loaded. */
  <T> T ask(Function<SeamTerms, T> question) {
    try (Application application = Application.of(classPath.read())) {
      return application.ask(seam, question);
    }
  }
}
