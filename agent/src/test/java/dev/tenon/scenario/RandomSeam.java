package dev.tenon.scenario;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A seam with random constraints, what it extends, a supplier and a client. */
final class RandomSeam {

  /** The types of values: as written, with a place for what is inside, and what stands there. */
  private enum Kind {
    TEXT("String"),
    INT("int"),
    WHOLE("Integer"),
    LONG("Long"),
    DOUBLE("double"),
    DECIMAL("java.math.BigDecimal"),
    TRUTH("Boolean"),
    TEXTS("java.util.List<%sString>"),
    NUMBERS("java.util.Set<%sInteger>"),
    COUNTS("java.util.Map<%sString, %sInteger>"),
    PERHAPS("java.util.Optional<%sInteger>"),
    NESTED("java.util.List<java.util.List<%sString>>"),
    ARRAY("int[]"),
    BEAN("Bean");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  private static final List<String> TEXTS =
      Arrays.asList(
          null, "", " ", "a", "ab", "abc", "a@b", "12", "-1", "1e3", "\u2003", "\uD83D\uDE00");
  private static final List<String> OF_TEXT =
      List.of(
          "@NotNull",
          "@NotBlank",
          "@NotEmpty",
          "@Size(min = 1, max = 2)",
          "@Size(max = 1)",
          "@Email",
          "@Pattern(regexp = \"[a-z]*\")",
          "@Min(0)",
          "@Digits(integer = 2, fraction = 0)",
          "@Null");
  private static final List<String> OF_NUMBER =
      List.of(
          "@NotNull",
          "@Min(0)",
          "@Max(2)",
          "@Positive",
          "@NegativeOrZero",
          "@DecimalMin(\"0.5\")",
          "@DecimalMax(value = \"2\", inclusive = false)",
          "@Digits(integer = 1, fraction = 1)",
          "@Min(value = 1, groups = Later.class)");
  private static final List<String> OF_CONTAINER =
      List.of(
          "@NotNull",
          "@NotEmpty",
          "@Size(max = 1)",
          "@Size.List({@Size(min = 1), @Size(max = 2)})");

  private final int number;
  private final List<Kind> parameters = new ArrayList<>();
  private final Kind result;
  private final String source;

  RandomSeam(int number, Random random) {
    this.number = number;
    Kind[] kinds = Kind.values();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      parameters.add(kinds[random.nextInt(kinds.length)]);
    }
    this.result = kinds[random.nextInt(kinds.length)];
    this.source = write(random);
  }

  int number() {
    return number;
  }

  String seam() {
    return "Seam" + number;
  }

  String implementation() {
    return "Supplier" + number;
  }

  String client() {
    return "Client" + number;
  }

  String source() {
    return source;
  }

  private String write(Random random) {
    boolean isDerived = random.nextInt(3) == 0;
    boolean asksAgain = random.nextInt(4) == 0;
    String base = "Base" + number;
    String own = operation(random);
    while (!own.contains("@")) {
      own = operation(random);
    }
    String casts =
        IntStream.range(0, parameters.size())
            .mapToObj(i -> "(" + plain(parameters.get(i)) + ") a[" + i + "]")
            .collect(Collectors.joining(", "));
    return "package constrained;\n"
        + "import jakarta.validation.*;\nimport jakarta.validation.constraints.*;\n"
        + "import dev.tenon.contract.Seam;\n"
        + (isDerived ? "@Seam interface " + base + " { " + operation(random) + "; }\n" : "")
        + "@Seam public interface "
        + seam()
        + (isDerived ? " extends " + base : "")
        + " { "
        + own
        + "; }\n"
        + "class "
        + implementation()
        + "Of implements "
        + seam()
        + " {\n  public "
        + plain(result)
        + " result;\n  public "
        + (asksAgain ? operation(random) : plainOperation())
        + " { return result; }\n}\n"
        + "final class Client"
        + number
        + "Of { static void call("
        + seam()
        + " s, Object[] a) { s.run("
        + casts
        + "); } }\n";
  }

  private String operation(Random random) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      written.add(constrained(parameters.get(i), random) + " p" + i);
    }
    return constrained(result, random) + " run(" + String.join(", ", written) + ")";
  }

  private String plainOperation() {
    return plain(result)
        + " run("
        + IntStream.range(0, parameters.size())
            .mapToObj(i -> plain(parameters.get(i)) + " p" + i)
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static String plain(Kind kind) {
    return kind.type.replace("%s", "");
  }

  private static String constrained(Kind kind, Random random) {
    return switch (kind) {
      case TEXT -> some(OF_TEXT, random) + kind.type;
      case INT, WHOLE, LONG, DOUBLE, DECIMAL -> some(OF_NUMBER, random) + kind.type;
      case TRUTH -> some(List.of("@AssertTrue", "@AssertFalse", "@NotNull"), random) + kind.type;
      case TEXTS, NESTED ->
          some(OF_CONTAINER, random) + String.format(kind.type, some(OF_TEXT, random));
      case NUMBERS ->
          some(OF_CONTAINER, random) + String.format(kind.type, some(OF_NUMBER, random));
      case COUNTS ->
          some(OF_CONTAINER, random)
              + String.format(kind.type, some(OF_TEXT, random), some(OF_NUMBER, random));
      case PERHAPS ->
          some(List.of("@NotNull"), random) + String.format(kind.type, some(OF_NUMBER, random));
      case ARRAY -> some(OF_CONTAINER, random) + kind.type;
      case BEAN -> some(List.of("@NotNull", "@Valid"), random) + kind.type;
    };
  }

  private static String some(List<String> constraints, Random random) {
    List<String> chosen = new ArrayList<>(constraints);
    Collections.shuffle(chosen, random);
    int count = random.nextInt(Math.min(3, constraints.size() + 1));
    return chosen.stream()
        .limit(count)
        .filter(each -> !hasTwo(chosen.subList(0, count), each))
        .map(each -> each + " ")
        .collect(Collectors.joining());
  }

  /** No annotation stands beside its own container. */
  private static boolean hasTwo(List<String> constraints, String constraint) {
    return constraint.startsWith("@Size")
        && constraints.stream().filter(each -> each.startsWith("@Size")).count() > 1;
  }

  Object[] arguments(Random random) {
    return parameters.stream().map(kind -> value(kind, random)).toArray();
  }

  @Nullable Object result(Random random) {
    return value(result, random);
  }

  private static @Nullable Object value(Kind kind, Random random) {
    boolean isNull = random.nextInt(6) == 0;
    return switch (kind) {
      case TEXT -> text(random);
      case INT -> random.nextInt(7) - 3;
      case WHOLE -> isNull ? null : whole(random);
      case LONG ->
          isNull
              ? null
              : (Object) (random.nextInt(4) == 0 ? Long.MIN_VALUE : random.nextInt(5) - 2L);
      case DOUBLE -> List.of(0.0, -0.0, 1e300, 0.5, 1.0, 2.0, -1.5).get(random.nextInt(7));
      case DECIMAL ->
          isNull
              ? null
              : new BigDecimal(List.of("0", "0.5", "1.10", "2", "-3").get(random.nextInt(5)));
      case TRUTH -> isNull ? null : (Object) random.nextBoolean();
      case TEXTS -> isNull ? null : texts(random);
      case NUMBERS -> isNull ? null : Set.of(whole(random));
      case COUNTS -> isNull ? null : Collections.singletonMap(text(random), whole(random));
      case PERHAPS ->
          isNull
              ? null
              : (Object) (random.nextBoolean() ? Optional.empty() : Optional.of(whole(random)));
      case NESTED -> isNull ? null : (Object) List.of(texts(random), texts(random));
      case ARRAY -> isNull ? null : new int[random.nextInt(3)];
      case BEAN -> isNull ? null : Bean.of(text(random), whole(random));
    };
  }

  private static Integer whole(Random random) {
    return random.nextInt(7) - 3;
  }

  private static @Nullable String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static List<String> texts(Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> text(random))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Makes the beans of the generated code. */
  private static final class Bean {

    private static @Nullable ClassLoader loader;

    static Object of(@Nullable String name, Integer count) {
      try {
        return Class.forName("constrained.Bean", true, loader)
            .getConstructor(String.class, int.class)
            .newInstance(name, count);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Compiles them without the processor, and gives a loader that sees the tests. */
  static ClassLoader compile(List<RandomSeam> seams, Path directory) throws IOException {
    Path sources = Files.createDirectories(directory.resolve("constrained"));
    List<String> files = new ArrayList<>();
    files.add(
        write(
            sources,
            "Bean",
            "package constrained; import jakarta.validation.constraints.*;\n"
                + "public record Bean(@NotBlank String name, @Min(1) int count) {}"));
    files.add(write(sources, "Later", "package constrained; interface Later {}"));
    for (RandomSeam each : seams) {
      files.add(write(sources, each.seam(), each.source));
      files.add(
          write(
              sources,
              each.implementation(),
              "package constrained; public class "
                  + each.implementation()
                  + " extends "
                  + each.implementation()
                  + "Of {}"));
      files.add(
          write(
              sources,
              each.client(),
              "package constrained; public class "
                  + each.client()
                  + " { public static void call("
                  + each.seam()
                  + " s, Object[] a) { "
                  + each.client()
                  + "Of.call(s, a); } }"));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-parameters", "-nowarn", "-d", directory.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(files);
    int exit = compiler.run(null, null, null, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new AssertionError("javac: " + exit);
    }
    ClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, RandomSeam.class.getClassLoader());
    Bean.loader = loader;
    return loader;
  }

  private static String write(Path folder, String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source).toString();
  }
}
