package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Contract;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole libraries of several compilers, woven through and through, and the JVM's verifier. */
class LaboratoryIT {

  private static final int JARS = 12;
  private static final Path TARGET = ForkedJvm.agentJar().getParent();

  @TempDir private Path directory;

  @Test
  void the_verifier_accepts_all_that_is_woven() throws IOException {
    List<String> jars = jars();
    List<String> command = new ArrayList<>(List.of(ForkedJvm.java("java")));
    command.addAll(
        List.of("-Xverify:all", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-cp", classPath()));
    command.add(Laboratory.class.getName());
    command.addAll(jars);
    ForkedJvm.Run run = new ForkedJvm(directory).patience(300).execute(command);
    assertThat(run.exit()).as(run.err()).isZero();
    Files.writeString(TARGET.resolve("laboratory.txt"), run.out());
    assertThat(run.outLines()).hasSize(JARS + 1).allMatch(line -> line.endsWith(", 0 broken"));
    assertThat(sum(run, "bodies")).isGreaterThan(100_000);
    assertThat(sum(run, "lambda sites")).isGreaterThan(5_000);
    assertThat(sum(run, "calls")).isGreaterThan(300_000);
    assertThat(sum(run, "method references")).isGreaterThan(1_000);
    assertThat(sum(run, "statics")).isGreaterThan(10_000);
    assertThat(sum(run, "constructors")).isGreaterThan(18_000);
    assertThat(sum(run, "preparations")).isGreaterThan(18_000);
    assertThat(sum(run, "verified")).isGreaterThan(20_000);
  }

  private static int sum(ForkedJvm.Run run, String what) {
    Matcher number = Pattern.compile("(\\d+) " + what).matcher(run.outLines().get(JARS));
    assertThat(number.find()).as(run.out()).isTrue();
    return Integer.parseInt(number.group(1));
  }

  private static List<String> jars() throws IOException {
    try (Stream<Path> files = Files.list(TARGET.resolve("laboratory"))) {
      List<String> jars =
          files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList();
      assertThat(jars).hasSize(JARS);
      return jars;
    }
  }

  /** The classes of the agent as they are compiled: its jar hides them. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        TARGET.resolve("classes").toString(),
        ForkedJvm.locationOf(Laboratory.class),
        ForkedJvm.locationOf(Contract.class),
        ForkedJvm.locationOf(ClassReader.class),
        ForkedJvm.vocabulary());
  }
}
