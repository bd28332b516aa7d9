package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Handle;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Setting;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Hierarchy.Step;
import dev.tenon.reference.Program.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A hierarchy as Java, in one file. */
final class HierarchySource {

  private final Hierarchy hierarchy;
  private final StringBuilder text = new StringBuilder();

  private final List<Aside> asides;

  private HierarchySource(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.asides = hierarchy.asides();
  }

  static Map<String, String> of(Hierarchy hierarchy) {
    return Map.of(hierarchy.client(), new HierarchySource(hierarchy).file());
  }

  private String file() {
    line("package " + hierarchy.name() + ";");
    line("import dev.tenon.contract.*;");
    line("import dev.tenon.reference.given.*;");
    line("import dev.tenon.Seams;");
    line("import dev.tenon.model.Mode;");
    play();
    if (!hierarchy.isNested()) {
      line("}");
    }
    if (hierarchy.hasState()) {
      line("interface State { int balance(); Cell kept(); }");
    }
    List<Aside> relayed =
        asides.stream().filter(aside -> aside.through().equals(Aside.RELAY)).toList();
    if (!relayed.isEmpty()) {
      relays(hierarchy.isNested() ? "static " : "", Aside.RELAY, relayed);
    }
    hierarchy.types().forEach(this::type);
    if (hierarchy.isNested()) {
      line("}");
    }
    return text.toString();
  }

  private void type(Declared type) {
    if (type.whole().isConfined()) {
      line("@Seam(confined = true)");
    }
    type.whole().invariants().forEach(clause -> clause("Invariant", clause));
    String parameter = type.isGeneric() ? "<T>" : "";
    boolean isInterface = type.shape() == Shape.INTERFACE;
    List<String> interfaces =
        new ArrayList<>(type.interfaces().stream().map(name -> use(name, type)).toList());
    if (isInterface && hierarchy.hasState()) {
      interfaces.add("State");
    }
    line(
        (hierarchy.isNested() ? "static " : "")
            + (type.shape() == Shape.ABSTRACT ? "abstract " : "")
            + (isInterface ? "interface " : "class ")
            + type.name()
            + parameter
            + type.superclass().map(name -> " extends " + use(name, type)).orElse("")
            + (interfaces.isEmpty() ? "" : isInterface ? " extends " : " implements ")
            + String.join(", ", interfaces)
            + " {");
    if (!isInterface && type.superclass().isEmpty() && hierarchy.hasState()) {
      line("int balance = 1;");
      line("Cell kept = null;");
      line("public int balance() { return this.balance; }");
      line("public Cell kept() { return this.kept; }");
    }
    type.whole().constructors().forEach(constructor -> constructor(type, constructor));
    type.members().forEach(member -> member(type, member));
    type.whole().statics().forEach(this::ofClass);
    List<Aside> inner =
        asides.stream().filter(aside -> aside.through().equals(inner(type))).toList();
    if (!inner.isEmpty()) {
      relays("static ", Aside.INNER, inner);
    }
    line("}");
  }

  /** The class inside a type. */
  static String inner(Declared type) {
    return type.name() + "." + Aside.INNER;
  }

  /** A class that makes calls for others. */
  private void relays(String modifier, String name, List<Aside> made) {
    line(modifier + "final class " + name + " {");
    for (Aside aside : made) {
      Operation operation = hierarchy.operation(aside.operation());
      String arguments =
          operation.parameters().stream()
              .map(Program.Parameter::name)
              .collect(Collectors.joining(", ", "(", ")"));
      line("static " + special(operation, aside.relay()) + " {");
      line((operation.result() == Type.VOID ? "" : "return ") + aside.target() + arguments + ";");
      line("}");
    }
    line("}");
  }

  private void constructor(Declared type, Whole.Constructor constructor) {
    clauses(constructor.member());
    line("public " + type.name() + JavaText.parameters(constructor.parameters()) + " {");
    constructor
        .chain()
        .ifPresent(
            chain ->
                line(JavaText.call(chain.isOwn() ? "this" : "super", chain.arguments()) + ";"));
    constructor.member().body().forEach(statement -> line(JavaText.of(statement)));
    line("}");
  }

  private void ofClass(Member member) {
    clauses(member);
    line("public static " + special(hierarchy.operation(member.operation()), member.operation()));
    line("{");
    member.body().forEach(statement -> line(JavaText.of(statement)));
    line("}");
  }

  private void clauses(Member member) {
    member.requires().forEach(clause -> clause("Requires", clause));
    member.ensures().forEach(clause -> clause("Ensures", clause));
    member.exceptions().forEach(this::exception);
  }

  /** A type as another writes it. */
  private String use(String name, Declared in) {
    boolean isGeneric = hierarchy.type(name).isGeneric();
    return name + (!isGeneric ? "" : in.isGeneric() ? "<T>" : "<" + argument() + ">");
  }

  private String argument() {
    return hierarchy.argument().text();
  }

  private void member(Declared type, Member member) {
    clauses(member);
    boolean isInterface = type.shape() == Shape.INTERFACE;
    String modifier = member.hasBody() ? (isInterface ? "default " : "") : "abstract ";
    String signature = signature(type, hierarchy.operation(member.operation()));
    line("public " + modifier + signature + (member.hasBody() ? " {" : ";"));
    if (member.hasBody()) {
      member.body().forEach(statement -> line(JavaText.of(statement)));
      line("}");
    }
  }

  private static String signature(Declared type, Operation operation) {
    boolean isVariable = operation.isResultGeneric() && type.isGeneric();
    return (isVariable ? "T" : operation.resultIn(type).text())
        + " "
        + operation.name()
        + operation.parametersIn(type).stream()
            .map(
                parameter ->
                    (parameter.type() == Type.OBJECT ? "T" : parameter.type().text())
                        + " "
                        + parameter.name())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private void clause(String annotation, Clause clause) {
    line(JavaText.clause(annotation, clause));
  }

  private void exception(Thrown clause) {
    line(JavaText.of(clause));
  }

  private void play() {
    line("@SuppressWarnings({\"unchecked\", \"rawtypes\"})");
    line("public final class Play implements Script {");
    line("private final boolean isProxied;");
    line("static Play at;");
    line("public Play(boolean isProxied) { this.isProxied = isProxied; at = this; }");
    for (int i = 0; i < hierarchy.suppliers().size(); i++) {
      supplier("supplier" + i, hierarchy.suppliers().get(i));
      keep(i, hierarchy.suppliers().get(i));
    }
    for (int i = 0; i < hierarchy.handles().size(); i++) {
      handle(i, hierarchy.handles().get(i));
    }
    line("@Override public int steps() { return " + hierarchy.steps().size() + "; }");
    line("@Override public Object step(int number) throws Throwable {");
    line("switch (number) {");
    for (int i = 0; i < hierarchy.steps().size(); i++) {
      line("case " + i + ": " + step(hierarchy.steps().get(i)));
    }
    line("default: throw new AssertionError(number);");
    line("}");
    line("}");
    line("@Override public String state() { return \"\"" + states() + "; }");
  }

  private void supplier(String name, Hierarchy.Supplier supplier) {
    line("private " + supplier.type() + " " + name + ";");
    line("private " + supplier.type() + " " + name + "() {");
    line("if (" + name + " == null) { " + name + " = " + made(supplier) + "; }");
    line("return " + name + ";");
    line("}");
  }

  private static String made(Hierarchy.Supplier supplier) {
    return JavaText.call("new " + supplier.type(), supplier.arguments());
  }

  private void keep(int number, Hierarchy.Supplier supplier) {
    String name = "supplier" + number;
    line("void keep" + number + "(" + supplier.type() + " made) {");
    line("if (" + name + " == null) { " + name + " = made; }");
    line("}");
  }

  /** An object that was not needed yet has no state: its class may still be unknown to the JVM. */
  private String states() {
    StringBuilder states = new StringBuilder();
    for (int i = 0; i < hierarchy.suppliers().size() && hierarchy.hasState(); i++) {
      String supplier = "supplier" + i;
      states.append(" + (" + supplier + " == null ? \"- \" : Shown.of(" + supplier);
      states.append(".balance) + \" \" + Shown.of(" + supplier + ".kept) + \" \")");
    }
    return states.toString();
  }

  private void handle(int number, Handle handle) {
    Declared view = hierarchy.type(handle.view());
    String type = view.name() + (view.isGeneric() ? "<" + argument() + ">" : "");
    String name = "handle" + number;
    if (handle.way() == Hierarchy.Way.STATIC_REFERENCE) {
      Operation operation = hierarchy.ofLambda(view).orElseThrow();
      line("private static " + special(operation, "work" + number) + " {");
      handle.body().forEach(statement -> line(JavaText.of(statement)));
      line("}");
    }
    line("private " + type + " " + name + ";");
    line(type + " " + name + "() {");
    line("if (" + name + " == null) {");
    line(name + " = " + made(number, handle, view) + ";");
    if (HierarchyInterpreter.mayBeGuarded(hierarchy, handle)) {
      line("if (isProxied) { " + name + " = " + guard(view, name) + "; }");
    }
    line("}");
    line("return " + name + ";");
    line("}");
  }

  /** An operation as the special types have it, by another name. */
  private static String special(Operation operation, String name) {
    return operation.result().text() + " " + name + JavaText.parameters(operation.parameters());
  }

  private String made(int number, Handle handle, Declared view) {
    String supplier = "supplier" + handle.supplier() + "()";
    return switch (handle.way()) {
      case DIRECT -> supplier;
      case GUARDED -> guard(view, supplier);
      case GUARDED_TWICE -> guard(view, guard(view, supplier));
      case PROXIED -> passing(view, supplier);
      case PROXIED_TWICE -> passing(view, passing(view, supplier));
      case ACTING -> "Acting.as(" + view.name() + ".class, " + supplier + ")";
      case LAMBDA -> lambda(handle, hierarchy.ofLambda(view).orElseThrow());
      case STATIC_REFERENCE -> "Play::work" + number;
      case BOUND_REFERENCE -> supplier + "::" + hierarchy.ofLambda(view).orElseThrow().name();
    };
  }

  private static String guard(Declared view, String supplier) {
    return "Seams.guard(" + view.name() + ".class, " + supplier + ")";
  }

  private static String passing(Declared view, String supplier) {
    return "Passing.before(" + view.name() + ".class, " + supplier + ")";
  }

  private static String lambda(Handle handle, Operation operation) {
    return operation.parameters().stream()
            .map(Program.Parameter::name)
            .collect(Collectors.joining(", ", "(", ") -> {\n"))
        + handle.body().stream().map(JavaText::of).collect(Collectors.joining("\n"))
        + "\n}";
  }

  private String step(Step step) {
    if (step instanceof Step.Switch change) {
      return "Seams.policy().mode(\""
          + pattern(hierarchy, change.setting())
          + "\", Mode."
          + change.setting().rule().mode()
          + "); return null;";
    }
    if (step instanceof Step.Make make) {
      return JavaText.call("new " + make.type(), make.arguments()) + "; return null;";
    }
    if (step instanceof Step.CallStatic call) {
      return returned(
          call.operation(), call.type() + "." + JavaText.call(call.operation(), call.arguments()));
    }
    Step.Call call = (Step.Call) step;
    String text =
        "handle" + call.handle() + "()." + JavaText.call(call.operation(), call.arguments());
    return call.isElsewhere()
        ? "return Elsewhere.run(() -> { " + returned(call.operation(), text) + " });"
        : returned(call.operation(), text);
  }

  private String returned(String operation, String text) {
    boolean isVoid = hierarchy.operation(operation).result() == Type.VOID;
    return isVoid ? text + "; return null;" : "return " + text + ";";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String pattern(Hierarchy hierarchy, Setting setting) {
    Program.Rule rule = setting.rule();
    boolean isOfType = rule.operation().equals(Whole.INVARIANTS);
    return hierarchy.binary(setting.type()) + (isOfType ? "#" + rule.clause() : rule.suffix());
  }

  /** The modes at the start, as lines of a tenon.properties. */
  static List<String> settings(Hierarchy hierarchy, List<Setting> settings) {
    return settings.stream()
        .map(
            setting ->
                "mode."
                    + pattern(hierarchy, setting)
                    + "="
                    + setting.rule().mode().name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
