package dev.tenon.scenario;

import dev.tenon.scenario.RandomValues.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A seam with random constraints, what it extends, a supplier and a client. */
final class RandomSeam {

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
  private static final List<String> OF_BEAN = List.of("@NotNull", "@Valid");

  private final int number;
  private final List<Kind> parameters = new ArrayList<>();
  private final Kind result;
  private final boolean isStaged;
  private final boolean isDerived;
  private final boolean asksAgain;
  private final boolean isCompleted;
  private final String source;

  RandomSeam(int number, Random random) {
    this.number = number;
    Kind[] kinds = Kind.values();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      parameters.add(kinds[random.nextInt(kinds.length)]);
    }
    this.result = kinds[random.nextInt(kinds.length)];
    this.isStaged = random.nextInt(6) == 0;
    this.isDerived = random.nextInt(3) == 0;
    this.asksAgain = random.nextInt(4) == 0;
    this.isCompleted = random.nextInt(4) == 0;
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
    String base = "Base" + number;
    String half = "Half" + number;
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
        + "import jakarta.validation.groups.ConvertGroup;\n"
        + "import dev.tenon.contract.Seam;\n"
        + (isDerived ? "@Seam interface " + base + " { " + operation(random) + "; }\n" : "")
        + "@Seam public interface "
        + seam()
        + (isDerived ? " extends " + base : "")
        + " { "
        + own
        + "; }\n"
        + (isCompleted
            ? "abstract class "
                + half
                + " implements "
                + seam()
                + " { public abstract "
                + operation(random)
                + "; }\n"
            : "")
        + "class "
        + implementation()
        + "Of "
        + (isCompleted ? "extends " + half : "implements " + seam())
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
    return kind.type().replace("%s", "");
  }

  private String constrained(Kind kind, Random random) {
    return switch (kind) {
      case TEXT -> some(OF_TEXT, random) + kind.type();
      case INT, WHOLE, LONG, DOUBLE, DECIMAL -> some(OF_NUMBER, random) + kind.type();
      case TRUTH -> some(List.of("@AssertTrue", "@AssertFalse", "@NotNull"), random) + kind.type();
      case TEXTS, NESTED ->
          some(OF_CONTAINER, random) + String.format(kind.type(), some(OF_TEXT, random));
      case NUMBERS ->
          some(OF_CONTAINER, random) + String.format(kind.type(), some(OF_NUMBER, random));
      case COUNTS ->
          some(OF_CONTAINER, random)
              + String.format(kind.type(), some(OF_TEXT, random), some(OF_NUMBER, random));
      case PERHAPS ->
          some(List.of("@NotNull"), random) + String.format(kind.type(), some(OF_NUMBER, random));
      case ARRAY -> some(OF_CONTAINER, random) + kind.type();
      case BEAN, STAGED -> some(ofBean(), random) + kind.type();
      case BEANS -> some(OF_CONTAINER, random) + String.format(kind.type(), some(ofBean(), random));
    };
  }

  /** One declaration alone may convert groups. */
  private List<String> ofBean() {
    return isDerived || asksAgain || isCompleted
        ? OF_BEAN
        : List.of("@NotNull", "@Valid", "@Valid @ConvertGroup(to = Later.class)");
  }

  private static String some(List<String> constraints, Random random) {
    List<String> chosen = new ArrayList<>(constraints);
    Collections.shuffle(chosen, random);
    int count = random.nextInt(Math.min(3, constraints.size() + 1));
    return chosen.stream()
        .limit(count)
        .filter(each -> !hasTwo(chosen.subList(0, count), each, "@Size"))
        .filter(each -> !hasTwo(chosen.subList(0, count), each, "@Valid"))
        .map(each -> each + " ")
        .collect(Collectors.joining());
  }

  /** No annotation stands beside its own container. */
  private static boolean hasTwo(List<String> constraints, String constraint, String start) {
    return constraint.startsWith(start)
        && constraints.stream().filter(each -> each.startsWith(start)).count() > 1;
  }

  Object[] arguments(Random random) {
    return parameters.stream().map(kind -> RandomValues.of(kind, random)).toArray();
  }

  @Nullable Object result(Random random) {
    return RandomValues.of(result, random);
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
                + "public record Bean(@NotBlank String name,\n"
                + "  @Min(1) @Max(value = 2, groups = Later.class) int count) {}"));
    files.add(
        write(
            sources,
            "Staged",
            "package constrained; import jakarta.validation.*;\n"
                + "import jakarta.validation.constraints.*;\n"
                + "@GroupSequence({Later.class, Staged.class})\n"
                + "public record Staged(@NotBlank(groups = Later.class) String name,\n"
                + "  @Min(1) int count) {}"));
    files.add(write(sources, "Later", "package constrained; interface Later {}"));
    for (RandomSeam each : seams) {
      files.add(write(sources, each.seam(), each.source));
      files.add(
          write(
              sources,
              each.implementation(),
              "package constrained; "
                  + (each.isStaged
                      ? "@jakarta.validation.GroupSequence({Later.class, "
                          + each.implementation()
                          + ".class}) "
                      : "")
                  + "public class "
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
    RandomValues.useBeans(loader);
    return loader;
  }

  private static String write(Path folder, String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source).toString();
  }
}
