package dev.tenon.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.Flag;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says is compiled is compiled, and all that the specification has is there. */
class ValidationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "validation.md");
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (compiled|asked) \\|.*");
  private static final String PACKAGE = "jakarta.validation.constraints.";

  /** On one of these each constraint can be. */
  private static final List<Class<?>> TYPES =
      List.of(boolean.class, int.class, String.class, Instant.class);

  @Test
  void each_constraint_is_translated_as_the_page_says() throws Exception {
    Map<String, String> said = said();
    Map<String, String> found = new TreeMap<>();
    for (String name : standard()) {
      found.put(name, how(Class.forName(PACKAGE + name)));
    }
    said.remove("Valid");

    assertThat(found).hasSize(22).isEqualTo(said);
  }

  private static Map<String, String> said() throws IOException {
    Map<String, String> said = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        said.put(row.group(1), row.group(2));
      }
    }
    return said;
  }

  private static List<String> standard() throws Exception {
    Path jar = Path.of(NotNull.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String folder = PACKAGE.replace('.', '/');
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
          .map(name -> name.substring(folder.length(), name.length() - ".class".length()))
          .filter(name -> name.matches("[A-Z][A-Za-z]*"))
          .toList();
    }
  }

  private static String how(Class<?> constraint) {
    Dialect dialect =
        new Dialect(Dialect.Blank.WHITE_SPACE, Clock::systemUTC, Duration.ZERO, Flag::new);
    for (Class<?> type : TYPES) {
      Translation translation = Translations.of(written(constraint), type, dialect);
      if (translation instanceof Translation.Inlined) {
        return "compiled";
      }
      if (translation instanceof Translation.Delegated) {
        return "asked";
      }
    }
    return "nowhere";
  }

  private static Annotation written(Class<?> type) {
    return (Annotation)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().equals("annotationType") ? type : value(method));
  }

  private static Object value(Method member) {
    if (member.getDefaultValue() != null) {
      return member.getDefaultValue();
    }
    if (member.getReturnType() == String.class) {
      return "1";
    }
    return member.getReturnType() == long.class ? (Object) 1L : (Object) 1;
  }
}
