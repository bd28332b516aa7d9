package dev.tenon.benchmark.handoff;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The agent that the JVM of a row needs. */
public enum Agent {
  /** None. */
  NONE,
  /** Tenon's. */
  TENON,
  /** Cofoja's. */
  COFOJA;

  /**
   * The options with which a JVM starts that has it.
   *
   * @param tenon the jar of Tenon's agent
   */
  public List<String> options(Path tenon) {
    return switch (this) {
      case NONE -> List.of();
      case TENON -> List.of("-javaagent:" + tenon.toAbsolutePath() + "=banner=false");
      case COFOJA -> List.of("-javaagent:" + cofoja());
    };
  }

  private static Path cofoja() {
    try {
      return Path.of(
          com.google.java.contract.Requires.class
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
