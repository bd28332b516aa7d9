package dev.tenon.agent;

import dev.tenon.model.Mode;
import dev.tenon.processor.TenonProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs with the real agent and the real core. */
final class Product {

  private Product() {}

  /** One whose sources no processor sees. */
  static ForkedJvm unprocessed(Path directory) {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .agentArguments("banner=false")
        .onLibraries();
  }

  /** One whose sources the real processor sees. */
  static ForkedJvm processed(Path directory) {
    return unprocessed(directory).processors(processor());
  }

  /** Weaves what was compiled, as a build does that sees these folders and jars besides. */
  static String weave(ForkedJvm application, Path... more) throws IOException {
    List<Path> seen = new ArrayList<>(List.of(more));
    for (String library : ForkedJvm.LIBRARIES) {
      seen.add(Path.of(library));
    }
    return Weave.weave(application.classes(), seen, "");
  }

  /** The path of the real processor. */
  static String processor() {
    return String.join(
        File.pathSeparator,
        ForkedJvm.locationOf(TenonProcessor.class),
        ForkedJvm.locationOf(Mode.class),
        ForkedJvm.vocabulary());
  }
}
