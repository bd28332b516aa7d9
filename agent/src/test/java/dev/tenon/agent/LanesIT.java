package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.scenario.lane.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One broad application in JVMs of every kind: its whole output is that of the plain one. */
class LanesIT {

  private static final boolean CAN_DENY_UNSAFE = Runtime.version().feature() >= 23;

  private static List<String> plain = List.of();

  @TempDir static Path directory;

  /** What to start the JVM with, what to ask of it, and what it must answer to be that lane. */
  static Stream<Arguments> lanes() {
    return Stream.of(
        Arguments.of("-Xint", "compiler", "interpreted mode", 20),
        Arguments.of("-Xverify:all", "arguments", "-Xverify:all", 200),
        Arguments.of("-XX:TieredStopAtLevel=1", "TieredStopAtLevel", "1", 200),
        Arguments.of("-XX:+UseZGC", "UseZGC", "true", 200),
        Arguments.of("-XX:-TieredCompilation", "TieredCompilation", "false", 5_000),
        Arguments.of(
            "-XX:+UnlockDiagnosticVMOptions -XX:+ShowHiddenFrames",
            "ShowHiddenFrames",
            "true",
            200),
        Arguments.of(
            "-Dsun.misc.unsafe.memory.access=deny",
            "unsafe",
            CAN_DENY_UNSAFE ? "denied by UnsupportedOperationException" : "allowed",
            200));
  }

  @BeforeAll
  static void run_the_plain_one() {
    plain = run("-XX:TieredStopAtLevel=4", "TieredStopAtLevel", "4", 200);
  }

  @ParameterizedTest
  @MethodSource("lanes")
  void every_call_comes_to_the_same(String flag, String question, String answer, int calls) {
    assertThat(run(flag, question, answer, calls)).isEqualTo(plain);
  }

  /** So that the lanes do not agree on nothing. */
  @Test
  void the_plain_one_has_seen_every_party_blamed() {
    assertThat(plain).hasSizeGreaterThan(300);
    assertThat(plain)
        .contains("client: CLIENT", "short: SUPPLIER", "picky: OVERRIDE", "gap: GAP")
        .contains("undecided: returned true", "errors 0[]")
        .anyMatch(line -> line.contains("undecided"));
  }

  private static List<String> run(String flag, String question, String answer, int calls) {
    ForkedJvm jvm =
        new ForkedJvm(directory)
            .patience(120)
            .onJars(List.of(System.getProperty("java.class.path")))
            .agentArguments("banner=false");
    if (!flag.contains("Tiered")) {
      jvm.flags("-XX:TieredStopAtLevel=4");
    }
    ForkedJvm.Run run =
        jvm.flags(flag.split(" "))
            .run(Application.class.getName(), Integer.toString(calls), question);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).filteredOn(line -> line.startsWith("tenon")).isEmpty();
    List<String> lines = new ArrayList<>(run.outLines());
    String jvmLine = lines.remove(lines.size() - 1);
    assertThat(jvmLine).startsWith("jvm ").contains(answer);
    return lines;
  }
}
