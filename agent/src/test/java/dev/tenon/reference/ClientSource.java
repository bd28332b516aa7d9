package dev.tenon.reference;

import dev.tenon.reference.Clientele.Client;
import dev.tenon.reference.Clientele.View;
import dev.tenon.reference.Clientele.Wrapper;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The clients of a program as Java, file by file. */
final class ClientSource {

  private final Program program;
  private final StringBuilder text = new StringBuilder();

  private ClientSource(Program program) {
    this.program = program;
  }

  /** The sources by the binary name of their type. */
  static Map<String, String> of(Program program) {
    Map<String, String> files = new TreeMap<>();
    for (View view : program.clientele().views()) {
      String name = program.name() + "." + view.name();
      files.put(name, new ClientSource(program).view(view));
    }
    for (Client client : program.clientele().clients()) {
      String name = program.name() + "." + client.type();
      files.put(name, new ClientSource(program).client(client));
    }
    program
        .clientele()
        .wrapper()
        .ifPresent(
            wrapper ->
                files.put(
                    program.name() + "." + wrapper.type(),
                    new ClientSource(program).wrapper(wrapper)));
    return files;
  }

  /** Gives each client what it calls. */
  static String gates(Program program) {
    StringBuilder text = new StringBuilder();
    program
        .clientele()
        .wrapper()
        .ifPresent(
            wrapper -> {
              String inner =
                  wrapper
                      .home()
                      .map(home -> guarded(program, home, "keeper"))
                      .orElse(JavaSource.guarded(program, "keeper"));
              String type = program.name() + "." + wrapper.type();
              text.append("Gate wrapper = new " + type + "(" + inner + ");\n");
            });
    for (Client client : program.clientele().clients()) {
      String supplier = client.isWrapped() ? "wrapper" : "keeper";
      String type = program.name() + "." + client.type();
      text.append(type + ".gate = " + guarded(program, client, supplier) + ";\n");
    }
    return text.toString();
  }

  private static String guarded(Program program, Client client, String supplier) {
    if (client.views().isEmpty()) {
      return JavaSource.guarded(program, supplier);
    }
    String guarded = program.name() + "." + client.type() + ".guarded(" + supplier + ")";
    return client.isGuarded() ? guarded : "isProxied ? " + guarded + " : " + supplier;
  }

  /** A call as the first of those makes it that it goes through. */
  static String call(Program program, Step.Call call) {
    if (call.through().isEmpty()) {
      return "gate." + JavaText.call(call.operation(), call.arguments());
    }
    List<Client> clients = program.clientele().clients();
    String type = program.name() + "." + clients.get(call.through().get(0)).type();
    if (call.times() > 1) {
      String arguments =
          call.arguments().stream()
              .map(each -> ", " + JavaText.of(each))
              .collect(Collectors.joining());
      return type + "." + call.operation() + "Again(" + call.times() + arguments + ")";
    }
    String last = call.through().size() > 1 ? "Of" + call.through().get(1) : "";
    return type + "." + JavaText.call(call.operation() + last, call.arguments());
  }

  private void head(String type) {
    String name = program.name() + "." + type;
    line(
        JavaSource.head(program)
            .replaceFirst(
                "package .*", "package " + name.substring(0, name.lastIndexOf('.')) + ";"));
    line("import " + program.seam() + ";");
  }

  private String view(View view) {
    head(view.name());
    line("@Assumes(Gate.class)");
    line((view.isPublic() ? "public " : "") + "interface " + view.simpleName() + " {");
    view.operations().forEach(operation -> line(JavaSource.stated(operation)));
    return line("}").toString();
  }

  private String client(Client client) {
    head(client.type());
    line("public final class Client {");
    line("public static Gate gate;");
    client.views().stream().limit(1).forEach(this::guarding);
    for (Operation operation : program.operations()) {
      String names =
          operation.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
      String value = operation.type() == Type.VOID ? "" : "return ";
      line("public static " + JavaSource.signature(operation) + " {");
      line(value + "gate." + operation.name() + "(" + names + ");");
      line("}");
      again(operation, "gate." + operation.name() + "(" + names + ")");
      List<Client> others = program.clientele().clients();
      for (int i = 0; i < others.size(); i++) {
        String type = program.name() + "." + others.get(i).type();
        line(
            "public static "
                + JavaText.signature(
                    operation.type(), operation.name() + "Of" + i, operation.parameters())
                + " {");
        line(value + type + "." + operation.name() + "(" + names + ");");
        line("}");
      }
    }
    return line("}").toString();
  }

  private void guarding(View view) {
    String lookup = view.isPublic() ? "" : "java.lang.invoke.MethodHandles.lookup(), ";
    String type = program.name() + "." + view.name();
    line("public static Gate guarded(Gate supplier) {");
    line("return Seams.guard(" + lookup + "Gate.class, supplier, " + type + ".class);");
    line("}");
  }

  /** The same call several times at one place. */
  private void again(Operation operation, String call) {
    String parameters =
        operation.parameters().stream()
            .map(parameter -> ", " + parameter.type().text() + " " + parameter.name())
            .collect(Collectors.joining());
    line("public static Object " + operation.name() + "Again(int times" + parameters + ") {");
    line("Object last = null;");
    line("for (int i = 0; i < times; i++) {");
    line("try {");
    line((operation.type() == Type.VOID ? "last = null; " : "last = ") + call + ";");
    line("} catch (RuntimeException caught) {");
    line("Noted.forget();");
    line("last = caught.getClass().getName();");
    line("}");
    line("}");
    line("return last;");
    line("}");
  }

  private String wrapper(Wrapper wrapper) {
    head(wrapper.type());
    line("public final class Wrapper implements Gate {");
    line("private final Gate inner;");
    line("public Wrapper(Gate inner) { this.inner = inner; }");
    for (Operation operation : program.operations()) {
      line("@Override public " + JavaSource.signature(operation) + " {");
      wrapper.bodies().getOrDefault(operation.name(), List.of()).stream()
          .map(JavaText::of)
          .forEach(this::line);
      line("}");
    }
    return line("}").toString();
  }

  private StringBuilder line(String line) {
    return text.append(line).append('\n');
  }
}
