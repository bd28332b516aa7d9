package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Projects whose contracts are woven at build. */
class WeaveIT {

  @Test
  void a_project_is_enforced_in_its_tests_and_as_a_program_without_an_agent() throws Exception {
    Project project = Project.named("woven");
    Project.Build build = project.build("test");
    assertThat(build.output())
        .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0")
        .contains("2 classes woven (2 written, 0 as before)")
        .contains("1 class woven (1 written, 0 as before)");
    assertThat(build.code()).isZero();

    String withoutAgent = run(project, List.of());
    assertThat(withoutAgent)
        .contains("Precondition broken by the client")
        .contains("client    bank: bank.Main.main (Main.java:13)")
        .contains("supplier  bank: bank.CashVault")
        .contains("violations: 1");

    String withAgent =
        run(project, List.of("-javaagent:" + Project.jar("tenon-agent") + "=banner=false"));
    assertThat(withAgent).isEqualTo(withoutAgent);
  }

  @Test
  void the_build_tool_of_byte_buddy_weaves_the_same() throws Exception {
    Project woven = Project.named("woven");
    assertThat(woven.build("process-classes").code()).isZero();
    Project project = Project.named("engine");
    Project.Build build = project.build("test");
    assertThat(build.output())
        .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0")
        .contains("Tenon: 2 classes woven")
        .contains("Tenon: 1 class woven");
    assertThat(build.code()).isZero();
    assertThat(run(project, List.of())).isEqualTo(run(woven, List.of()));

    Path changed = project.file("../guarded/src/main/java/bank/CashVault.java");
    Files.writeString(changed, Files.readString(changed).replace("class", "/* */ class"));
    assertThat(project.build("test").code()).isZero();
    assertThat(run(project, List.of())).isEqualTo(run(woven, List.of()));
  }

  @Test
  void a_second_build_leaves_the_classes_as_they_are() {
    Project project = Project.named("woven");
    assertThat(project.build("process-classes").code()).isZero();
    assertThat(project.build("process-classes").output())
        .contains("2 classes woven (0 written, 2 as before)");
  }

  @Test
  void what_is_inherited_from_a_dependency_fails_the_build_with_what_to_do() {
    Project.Build build = Project.named("heir").build("process-classes");
    assertThat(build.output())
        .contains("not every contract can be woven at build:")
        .contains(
            "bank.Markers inherits detachMarker from org.slf4j.helpers.BasicMarkerFactory, which is"
                + " not among the classes of this build (")
        .contains("; override it in bank.Markers and call super, or use the agent");
    assertThat(build.code()).isNotZero();
  }

  @Test
  void before_the_compiler_it_fails_also_where_classes_of_an_earlier_build_are() {
    Project project = Project.named("early");
    String refused =
        "nothing would be woven: this goal is bound to the phase generate-resources, which is"
            + " before the classes are compiled; leave out <phase>, or say"
            + " <phase>process-classes</phase>";
    Project.Build build = project.build("process-classes");
    assertThat(build.output()).contains(refused);
    assertThat(build.code()).isNotZero();

    assertThat(project.build("process-classes", "-Dtenon-maven.skip").code()).isZero();
    assertThat(project.build("process-classes").output()).contains(refused);
  }

  @Test
  void behind_the_jar_it_warns_that_the_jar_has_nothing_of_it() {
    Project.Build build = Project.named("packed").build("package");
    assertThat(build.output())
        .containsPattern(
            "WARNING.*packed-1.jar was made before this goal ran, and has no woven classes; run it"
                + " in its own phase process-classes");
    assertThat(build.code()).isZero();
  }

  @Test
  void sources_without_classes_are_a_warning() {
    Project.Build build =
        Project.named("woven")
            .build("process-classes", "-Dmaven.main.skip", "-Dtenon-maven.requireSeams=false");
    assertThat(build.output())
        .contains(
            "nothing is woven, although the module has sources: there are no classes yet in ");
  }

  private static String run(Project project, List<String> flags)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(flags);
    String path =
        project.classes()
            + System.getProperty("path.separator")
            + System.getProperty("java.class.path");
    command.addAll(List.of("-cp", path, "bank.Main"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
