package dev.tenon.benchmark.growth;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Seams, their suppliers, and a client that calls each of these.
 *
 * @param seams how many
 * @param suppliers how many classes each has
 * @param clauses how many each has, two at least
 */
record Sources(int seams, int suppliers, int clauses) {

  /** What calls them. */
  static final String CLIENT = "grown.Client";

  /**
   * Compiles them.
   *
   * @param options of the compiler
   */
  void compile(List<String> options, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("no compiler: run with a JDK");
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-nowarn", "-d", output.toString()));
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(said, files, null, all, null, written()).call()) {
        throw new IllegalStateException(said.toString());
      }
    }
  }

  private List<Source> written() {
    List<Source> sources =
        IntStream.range(0, seams).mapToObj(this::seam).collect(Collectors.toList());
    sources.add(client());
    return sources;
  }

  private Source seam(int seam) {
    StringBuilder text = new StringBuilder("package grown; import dev.tenon.contract.*;\n");
    text.append("public interface Seam").append(seam).append(" {\n");
    for (int i = 1; i < clauses; i++) {
      text.append("  @Requires(\"amount + ").append(i).append(" > ").append(i).append("\")\n");
    }
    text.append(
        "  @Ensures(\"result >= 0\") long transfer(Object from, Object to, long amount);\n");
    for (int i = 0; i < suppliers; i++) {
      text.append("  final class Supplier").append(i).append(" implements Seam").append(seam);
      text.append(" { public long transfer(Object from, Object to, long amount) {");
      text.append(" return 1_000 - amount; } }\n");
    }
    return new Source("grown.Seam" + seam, text.append("}\n").toString());
  }

  private Source client() {
    StringBuilder text = new StringBuilder("package grown; public final class Client");
    text.append(" implements java.util.function.LongBinaryOperator {\n");
    text.append("  public long applyAsLong(long which, long amount) {\n");
    text.append("    switch ((int) which) {\n");
    for (int i = 0; i < seams * suppliers; i++) {
      String seam = "Seam" + i / suppliers;
      text.append("      case ").append(i).append(": { ").append(seam).append(" s = new ");
      text.append(seam).append(".Supplier").append(i % suppliers);
      text.append("(); return s.transfer(this, s, amount); }\n");
    }
    text.append("      default: throw new IllegalArgumentException();\n    }\n  }\n}\n");
    return new Source(CLIENT, text.toString());
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String type, String text) {
      super(
          URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
