package dev.tenon.reference;

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
        files.putAll(ClientSource.of(program));
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

  static String head(Program program) {
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
      String signature = JavaText.signature(helper.type(), helper.name(), helper.parameters());
      line("static " + signature + " {");
      line("return " + JavaText.of(helper.body()) + ";");
      line("}");
    }
    for (Operation operation : program.operations()) {
      if (operation.isPure()) {
        line("@Pure");
      }
      line(stated(operation));
    }
    return line("}").toString();
  }

  /** An operation as its seam or a view declares it. */
  static String stated(Operation operation) {
    StringBuilder text = new StringBuilder();
    operation
        .requires()
        .forEach(clause -> text.append(JavaText.clause("Requires", clause)).append('\n'));
    operation
        .ensures()
        .forEach(clause -> text.append(JavaText.clause("Ensures", clause)).append('\n'));
    operation.exceptions().forEach(clause -> text.append(JavaText.of(clause)).append('\n'));
    return text.append(signature(operation)).append(';').toString();
  }

  static String signature(Operation operation) {
    return JavaText.signature(operation.type(), operation.name(), operation.parameters());
  }

  private String supplier() {
    line("class Keeper implements Gate {");
    for (Program.Variable field : program.fields()) {
      line(field.type().text() + " " + field.name() + " = " + JavaText.of(field.start()) + ";");
    }
    for (Operation operation : program.operations()) {
      line("@Override public " + signature(operation) + " {");
      operation.body().forEach(statement -> line(JavaText.of(statement)));
      line("}");
    }
    return line("}").toString();
  }

  private String play() {
    line("public final class Play implements Script {");
    line("private final Keeper keeper = new Keeper();");
    line("private final Gate gate;");
    line("public Play(boolean isProxied) {");
    line("gate = " + guarded(program, "keeper") + ";");
    line(ClientSource.gates(program));
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

  /** What a client that assumes nothing calls. */
  static String guarded(Program program, String supplier) {
    return program.hasClauses()
        ? "isProxied ? Seams.guard(Gate.class, " + supplier + ") : " + supplier
        : supplier;
  }

  private String step(Step step) {
    if (step instanceof Step.Switch change) {
      return JavaText.change(program.pattern(change.rule()), change.rule()) + " return null;";
    }
    Step.Call call = (Step.Call) step;
    String text = ClientSource.call(program, call) + ";";
    boolean isVoid = call.times() == 1 && program.operation(call.operation()).type() == Type.VOID;
    return isVoid ? text + " return null;" : "return " + text;
  }

  private StringBuilder line(String line) {
    return text.append(line).append('\n');
  }

  /** The modes at the start, as lines of a tenon.properties. */
  static List<String> settings(Program program) {
    return program.rules().stream()
        .map(
            rule ->
                "mode." + program.pattern(rule) + "=" + rule.mode().name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
