package dev.tenon.cli;

import picocli.CommandLine.Option;

/** Where the classes of the application are. */
final class ClassPathOption {

  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "PATH",
      defaultValue = "",
      description = "Jars, folders and lib/* with the classes of the application, as of java -cp.")
  private String path = "";

  ClassPath read() {
    return ClassPath.of(path);
  }
}
