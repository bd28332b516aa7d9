package dev.tenon.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import dev.tenon.processor.TenonProcessor;
import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled without {@code -parameters}, the companion tells what parameters are called. */
class SourceNamesTest {

  private static final String SEAM =
      """
      package a;
      import jakarta.validation.Valid;
      import jakarta.validation.constraints.*;
      import java.util.*;
      @dev.tenon.contract.Seam
      public interface A {
        Map<@NotBlank String, @Valid List<@NotNull A>> f(
            @Size(min = 1) List<@Email String> names, @NotEmpty Optional<@Positive Integer>[] all);
      }
      """;

  @TempDir Path folder;

  private Class<?> compile() throws IOException, ClassNotFoundException {
    Path file = Files.writeString(folder.resolve("A.java"), SEAM);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path = location(Requires.class) + File.pathSeparator + location(NotNull.class);
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            null,
            List.of("-d", folder.toString(), "-cp", path),
            null,
            compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file));
    task.setProcessors(List.of(new TenonProcessor()));
    assertThat(task.call()).isTrue();
    return new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, SourceNamesTest.class.getClassLoader())
        .loadClass("a.A");
  }

  private static String location(Class<?> type) {
    URL from = type.getProtectionDomain().getCodeSource().getLocation();
    return new File(URI.create(from.toString())).getPath();
  }

  private static Constrained constrained(Class<?> type) {
    return Constraints.of(type).operations().get(0);
  }

  @Test
  void parameters_have_the_names_of_the_source() throws Exception {
    Constrained constrained = constrained(compile());

    assertThat(constrained.operation().parameters()).containsExactly("names", "all");
    assertThat(constrained.operation().requires())
        .extracting(Clause::name)
        .contains("names.Size", "names.E.Email");
  }

  @Test
  void constraints_stand_in_a_file_and_a_line() throws Exception {
    Constrained constrained = constrained(compile());

    assertThat(constrained.source()).isEqualTo("A.java");
    assertThat(constrained.operation().clauses()).extracting(Clause::line).containsOnly(7);
  }

  @Test
  void without_a_companion_reflection_names_them() throws Exception {
    Class<?> type = compile();
    Files.delete(folder.resolve("a/A$$Contract.class"));

    assertThat(constrained(type).operation().parameters()).containsExactly("arg0", "arg1");
    assertThat(constrained(type).source()).isEmpty();
  }

  @Test
  void the_manifest_has_the_same_positions() throws Exception {
    Constrained constrained = constrained(compile());
    String manifest = Files.readString(folder.resolve("META-INF/tenon/a.A.json"));

    List<String> written =
        Pattern.compile("\"position\": \"([^\"]*)\"")
            .matcher(manifest)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(written)
        .hasSize(7)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Clause.Role.REQUIRES, Clause.Role.ENSURES)
                .flatMap(role -> constrained.of(role).stream())
                .map(each -> each.position().text())
                .toList());
  }

  @Test
  void a_companion_without_clauses_is_not_stale() throws Exception {
    assertThat(Declarations.of(compile())).isInstanceOf(Declaration.Silent.class);
  }
}
