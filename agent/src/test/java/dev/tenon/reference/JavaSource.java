package dev.tenon.reference;

import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A program as Java, file by file. */
final class JavaSource {

  private final Program program;
  private final StringBuilder text = new StringBuilder();

  private JavaSource(Program program) {
    this.program = program;
  }

  /** The sources by the binary name of their type. */
  static Map<String, String> of(Program program) {
    Map<String, String> files = new TreeMap<>();
    String seam = new JavaSource(program).seam();
    String supplier = new JavaSource(program).supplier();
    String play = new JavaSource(program).play();
    String head = head(program);
    String end = "}\n";
    switch (program.form()) {
      case PUBLIC -> {
        files.put(program.name() + ".Gate", head + "public " + seam);
        files.put(program.name() + ".Keeper", head + "public " + supplier);
        files.put(program.name() + ".Play", head + play + end);
      }
      case PACKAGE_PRIVATE ->
          files.put(program.name() + ".Play", head + play + end + seam + supplier);
      case NESTED ->
          files.put(
              program.name() + ".Play",
              head + play + "public " + seam + "static " + supplier + end);
    }
    return files;
  }

  private static String head(Program program) {
    return "package "
        + program.name()
        + ";\nimport dev.tenon.contract.*;\nimport dev.tenon.reference.given.*;\n"
        + "import dev.tenon.Seams;\nimport dev.tenon.model.Mode;\n";
  }

  private String seam() {
    line("interface Gate {");
    program
        .constants()
        .forEach(
            constant ->
                line(
                    constant.type().text()
                        + " "
                        + constant.name()
                        + " = "
                        + JavaText.of(constant.value())
                        + ";"));
    for (Program.Helper helper : program.helpers()) {
      line("static " + signature(helper.type(), helper.name(), helper.parameters()) + " {");
      line("return " + JavaText.of(helper.body()) + ";");
      line("}");
    }
    for (Operation operation : program.operations()) {
      if (operation.isPure()) {
        line("@Pure");
      }
      operation.requires().forEach(clause -> clause("Requires", clause));
      operation.ensures().forEach(clause -> clause("Ensures", clause));
      line(signature(operation.type(), operation.name(), operation.parameters()) + ";");
    }
    return line("}").toString();
  }

  private void clause(String annotation, Clause clause) {
    String value = JavaText.of(clause.condition()).replace("\"", "\\\"");
    line("@" + annotation + "(value = \"" + value + "\", name = \"" + clause.name() + "\")");
  }

  private String supplier() {
    line("class Keeper implements Gate {");
    for (Program.Variable field : program.fields()) {
      line(field.type().text() + " " + field.name() + " = " + JavaText.of(field.start()) + ";");
    }
    for (Operation operation : program.operations()) {
      line(
          "@Override public "
              + signature(operation.type(), operation.name(), operation.parameters())
              + " {");
      operation.body().forEach(statement -> line(JavaText.of(statement)));
      line("}");
    }
    return line("}").toString();
  }

  private String play() {
    boolean isGuarded = !program.clauses().isEmpty();
    line("public final class Play implements Script {");
    line("private final Keeper keeper = new Keeper();");
    line("private final Gate gate;");
    line("public Play(boolean isProxied) {");
    line(
        "gate = "
            + (isGuarded ? "isProxied ? Seams.guard(Gate.class, keeper) : keeper;" : "keeper;"));
    line("}");
    line("@Override public int steps() { return " + program.steps().size() + "; }");
    line("@Override public Object step(int number) throws Throwable {");
    line("switch (number) {");
    for (int i = 0; i < program.steps().size(); i++) {
      line("case " + i + ": " + step(program.steps().get(i)));
    }
    line("default: throw new AssertionError(number);");
    line("}");
    line("}");
    String state =
        program.fields().stream()
            .map(field -> "Shown.of(keeper." + field.name() + ")")
            .collect(Collectors.joining(" + \" \" + "));
    return line("@Override public String state() { return " + state + "; }").toString();
  }

  private String step(Step step) {
    if (step instanceof Step.Switch change) {
      String pattern = program.seam() + change.rule().suffix();
      return "Seams.policy().mode(\""
          + pattern
          + "\", Mode."
          + change.rule().mode()
          + "); return null;";
    }
    Step.Call call = (Step.Call) step;
    String text = "gate." + JavaText.call(call.operation(), call.arguments()) + ";";
    boolean isVoid = program.operation(call.operation()).type() == Type.VOID;
    return isVoid ? text + " return null;" : "return " + text;
  }

  private static String signature(Type type, String name, List<Program.Parameter> parameters) {
    return type.text()
        + " "
        + name
        + parameters.stream()
            .map(parameter -> parameter.type().text() + " " + parameter.name())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private StringBuilder line(String line) {
    return text.append(line).append('\n');
  }

  /** The modes at the start, as lines of a tenon.properties. */
  static List<String> settings(Program program) {
    return program.rules().stream()
        .map(
            rule ->
                "mode."
                    + program.seam()
                    + rule.suffix()
                    + "="
                    + rule.mode().name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
