package dev.tenon.maven;

import dev.tenon.agent.Weave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Weaves a folder of classes, and says what came of it. */
final class Weaving {

  private Weaving() {}

  /**
   * Weaves.
   *
   * @param folder the classes; nothing is done when there is no such folder
   * @param classPath what the classes see, the folder itself among it or not
   * @param seams which interfaces with constraints alone are seams; empty for what tenon.properties
   *     says
   * @param log hears of it
   */
  static void weave(Path folder, List<Path> classPath, String seams, Log log)
      throws MojoExecutionException, MojoFailureException {
    if (!Files.isDirectory(folder)) {
      log.info("there are no classes to weave in " + folder);
      return;
    }
    List<Path> others =
        classPath.stream().filter(each -> !each.equals(folder) && Files.exists(each)).toList();
    try {
      log.info(Weave.weave(folder, others, seams.isEmpty() ? "" : "seams=" + seams));
    } catch (IllegalStateException refused) {
      throw new MojoFailureException(refused.getMessage(), refused);
    } catch (IllegalArgumentException | IOException unusable) {
      throw new MojoExecutionException(unusable.getMessage(), unusable);
    }
  }
}
