package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees of the agent, and what an application must not see. */
class StartIT {

  private static final String HELLO =
      """
      public class Hello {
        public static void main(String[] args) {
          System.out.println("hello");
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm hello() {
    return new ForkedJvm(directory).source(HELLO);
  }

  @Test
  void hello_world_gets_one_line() {
    ForkedJvm.Run run = hello().compile().run("Hello");
    assertThat(run.out().strip()).isEqualTo("hello");
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .matches("tenon: \\d\\S*: 0 seams known, mode enforce");
  }

  @Test
  void without_the_banner_it_gets_none() {
    ForkedJvm jvm = hello().agentArguments("banner=false");
    if (Runtime.version().feature() >= 24) {
      jvm.flags("--sun-misc-unsafe-memory-access=deny", "--illegal-native-access=deny");
    }
    ForkedJvm.Run run = jvm.compile().run("Hello");
    assertThat(run.out().strip()).isEqualTo("hello");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @Test
  void settings_come_from_every_source() {
    ForkedJvm.Run run =
        hello()
            .file("tenon.properties", "mode=observe\nmode.bank..*=off\nbanner=true\n")
            .flags("-Dtenon.mode=off", "-Dtenon.mood=off")
            .compile()
            .run("Hello");
    assertThat(run.err().lines())
        .satisfiesExactly(
            warning -> assertThat(warning).contains("warning: ", "'mood'", "'mode'"),
            banner -> assertThat(banner).endsWith("0 seams known, mode off and 1 rule"));
  }

  @Test
  void a_wrong_setting_stops_it_before_main() {
    ForkedJvm.Run run = hello().agentArguments("mode=enforced").compile().run("Hello");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("'enforced'", "did you mean 'enforce'?");
  }

  @Test
  void a_wrong_line_in_the_file_stops_it_too() {
    ForkedJvm.Run run = hello().file("tenon.properties", "bannner=false").compile().run("Hello");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("did you mean 'banner'?");
  }

  @Test
  void given_twice_it_starts_once() {
    ForkedJvm.Run run = hello().agents(2).compile().run("Hello");
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void arguments_of_a_second_one_are_said_to_be_ignored() {
    ForkedJvm.Run run =
        hello()
            .lastFlags("-javaagent:" + ForkedJvm.agentJar() + "=mode=off")
            .compile()
            .run("Hello");
    assertThat(run.err().lines())
        .hasSize(2)
        .last()
        .isEqualTo(
            "tenon: an agent is attached already; these arguments of a second one are ignored:"
                + " mode=off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javap -version",
        "javac -version",
        "jar --version",
        "keytool -showinfo -tls",
        "jcmd -h"
      })
  void tools_of_the_jdk_are_left_alone(String tool) {
    List<String> command = new ArrayList<>(List.of(tool.split(" ")));
    command.set(0, ForkedJvm.java(command.get(0)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-javaagent:" + ForkedJvm.agentJar());
    ForkedJvm.Run run = hello().execute(builder);
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.err().lines()).singleElement().asString().startsWith("Picked up");
  }

  @Test
  void a_source_file_that_is_launched_is_no_tool() throws IOException {
    ForkedJvm jvm = hello();
    ForkedJvm.Run run =
        jvm.execute(
            List.of(
                ForkedJvm.java("java"),
                "-javaagent:" + ForkedJvm.agentJar(),
                directory.resolve("src/Hello.java").toString()));
    assertThat(run.out().strip()).isEqualTo("hello");
    assertThat(run.err()).contains("0 seams known");
  }

  @Test
  void on_the_class_path_alone_it_does_nothing() {
    ForkedJvm.Run run =
        hello().agents(0).onClassPath(ForkedJvm.agentJar().toString()).compile().run("Hello");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void the_application_sees_the_entries_of_it_alone() throws IOException {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .filteredOn(name -> name.endsWith(".class"))
          .containsExactlyInAnyOrder(
              "dev/tenon/agent/Premain.class",
              "dev/tenon/agent/AgentClassLoader.class",
              "dev/tenon/agent/Weave.class",
              "dev/tenon/agent/WeavePlugin.class",
              "dev/tenon/agent/WeavePlugin$Weaving.class",
              "dev/tenon/agent/WeavePlugin$Weaving$1.class",
              "dev/tenon/agent/OpenBuild.class");
      assertThat(jar.stream().map(ZipEntry::getName))
          .filteredOn(name -> !name.startsWith("inst/") && !name.startsWith("META-INF/"))
          .filteredOn(name -> !name.endsWith(".class"))
          .containsExactlyInAnyOrder("dev/", "dev/tenon/", "dev/tenon/agent/");
      assertThat(jar.getEntry("META-INF/services")).isNull();
      assertThat(jar.getEntry("inst/java/lang/TenonJoint.classdata")).isNotNull();
    }
  }

  /** Nothing is renamed: names stand in texts as well. */
  @Test
  void the_class_file_library_of_byte_buddy_is_packed_as_it_is() throws IOException {
    List<String> libraries = new ArrayList<>();
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile());
        JarFile original = new JarFile(ForkedJvm.locationOf(ByteBuddy.class))) {
      for (JarEntry each : Collections.list(jar.entries())) {
        if (each.getName().startsWith("inst/net/") && !each.isDirectory()) {
          String name = each.getName().replaceAll("inst/(.*)data", "$1");
          libraries.add(name);
          assertThat(each.getCrc()).as(name).isEqualTo(original.getJarEntry(name).getCrc());
        }
      }
      assertThat(libraries)
          .contains("net/bytebuddy/jar/asm/ClassReader.class")
          .allMatch(name -> name.startsWith("net/bytebuddy/jar/asm/"));
      for (String name : libraries) {
        byte[] bytes = original.getInputStream(original.getJarEntry(name)).readAllBytes();
        assertThat(libraries).as("what " + name + " needs").containsAll(byteBuddysIn(bytes));
      }
    }
  }

  private static Set<String> byteBuddysIn(byte[] bytes) {
    Set<String> found = new TreeSet<>();
    Remapper collecting =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String internalName) {
            if (internalName.startsWith("net/bytebuddy/")) {
              found.add(internalName + ".class");
            }
            return internalName;
          }
        };
    new ClassReader(bytes).accept(new ClassRemapper(new ClassWriter(0), collecting), 0);
    return found;
  }

  @Test
  void nothing_of_logging_or_management_is_touched() {
    ForkedJvm.Run run =
        hello()
            .index("bank.Vault")
            .flags("-Xlog:class+load:file=loaded.txt:none")
            .compile()
            .run("Hello");
    assertThat(run.out().strip()).isEqualTo("hello");
    List<String> loaded = lines(directory.resolve("loaded.txt"));
    assertThat(loaded).hasSizeGreaterThan(400);
    assertThat(loaded)
        .noneMatch(line -> line.startsWith("java.util.logging."))
        .noneMatch(line -> line.contains(".management.") || line.contains("slf4j"))
        .noneMatch(line -> line.startsWith("net.bytebuddy."))
        .anyMatch(line -> line.startsWith("java.lang.TenonJoint "));
  }

  /** The JVM makes one log manager, of the class that is named when logging is first touched. */
  @Test
  void an_application_may_choose_its_log_manager_in_main() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .index("bank.Vault")
            .source(
                """
                public class Main {
                  public static class Own extends java.util.logging.LogManager {}
                  public static void main(String[] args) {
                    System.setProperty("java.util.logging.manager", "Main$Own");
                    System.out.println(
                        java.util.logging.LogManager.getLogManager().getClass().getName());
                  }
                }
                """)
            .compile()
            .run("Main");
    assertThat(run.out().strip()).isEqualTo("Main$Own");
  }

  @Test
  void the_loader_of_the_agent_has_its_classes_alone() throws Exception {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      AgentClassLoader loader = new AgentClassLoader(jar, getClass().getProtectionDomain());
      String reader = ClassReader.class.getName();
      assertThat(loader.loadClass(reader).getClassLoader()).isSameAs(loader);
      assertThat(loader.loadClass(reader)).isSameAs(loader.loadClass(reader));
      assertThat(loader.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
      assertThat(loader.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
      assertThat(loader.read("java/lang/NoSuchThing")).isNull();
      assertThat(loader.getResourceAsStream("java/lang/NoSuchThing.class")).isNull();
      try (InputStream joint = loader.getResourceAsStream("java/lang/TenonJoint.class")) {
        assertThat(new ClassReader(joint).getClassName()).isEqualTo("java/lang/TenonJoint");
      }
      assertThatThrownBy(() -> loader.loadClass("dev.tenon.NoSuchThing"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void a_path_with_a_space_is_no_obstacle() throws IOException {
    Path spaced = directory.resolve("a b%20c");
    spaced.toFile().mkdirs();
    Path copy = java.nio.file.Files.copy(ForkedJvm.agentJar(), spaced.resolve("agent.jar"));
    ForkedJvm jvm = hello().compile();
    ForkedJvm.Run run =
        jvm.execute(
            List.of(
                ForkedJvm.java("java"),
                "-javaagent:" + copy,
                "-cp",
                jvm.classes() + File.pathSeparator,
                "Hello"));
    assertThat(run.err()).contains("0 seams known");
  }

  private static List<String> lines(Path file) {
    try {
      return java.nio.file.Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
