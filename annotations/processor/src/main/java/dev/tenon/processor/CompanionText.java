package dev.tenon.processor;

/**
 * The source of a companion class: ASCII, full names, no warnings.
 *
 * <p>javac knows no {@code "all"} among suppressed warnings, so that each kind is named.
 */
final class CompanionText {

  private static final String QUIET =
      "@java.lang.SuppressWarnings({\"all\", \"auxiliaryclass\", \"cast\", \"dep-ann\","
          + " \"deprecation\", \"divzero\", \"empty\", \"exports\", \"fallthrough\", \"finally\","
          + " \"identity\", \"lossy-conversions\", \"missing-explicit-ctor\", \"overloads\","
          + " \"overrides\", \"preview\", \"rawtypes\", \"removal\", \"restricted\", \"serial\","
          + " \"static\", \"strictfp\", \"synchronization\", \"this-escape\", \"try\","
          + " \"unchecked\", \"varargs\"})\n";

  private final Declaration declaration;
  private final String name;
  private final StringBuilder text = new StringBuilder();

  CompanionText(Declaration declaration, String suffix) {
    this.declaration = declaration;
    this.name = declaration.companion(suffix);
  }

  /** Starts the class, with an annotation of its own. */
  void open(String annotation) {
    if (!declaration.packageName().isEmpty()) {
      text.append("package ").append(declaration.packageName()).append(";\n\n");
    }
    declaration.imports().forEach(each -> text.append(each).append('\n'));
    if (!annotation.isEmpty()) {
      for (String each : AnnotationText.NAMES) {
        text.append("import dev.tenon.contract.companion.").append(each).append(";\n");
      }
    }
    text.append('\n').append(QUIET);
    text.append("@dev.tenon.contract.companion.Generated\n").append(annotation);
    text.append(declaration.open() ? "public " : "").append("final class ").append(name);
    text.append(" {\n  private ").append(name).append("() {}\n");
  }

  /** Names the clause that the next method is made from, for whoever reads a compiler's message. */
  void comment(ReadClause clause) {
    text.append("\n  // ")
        .append(JavaText.comment(declaration.source()))
        .append(':')
        .append(clause.written().line())
        .append(" @")
        .append(clause.role() == dev.tenon.model.Clause.Role.REQUIRES ? "Requires" : "Ensures")
        .append(' ')
        .append(JavaText.comment(clause.text()));
  }

  /** A method that others call. */
  void method(String head, String parameters, String body) {
    method("public static ", head, parameters, body);
  }

  /** A method for this class alone. */
  void hidden(String head, String parameters, String body) {
    method("private static ", head, parameters, body);
  }

  private void method(String modifiers, String head, String parameters, String body) {
    text.append("\n  ").append(modifiers).append(head).append('(').append(parameters);
    text.append(") throws Throwable {\n    ").append(body).append("\n  }\n");
  }

  /** Something that is no method. */
  void member(String code) {
    text.append("\n  ").append(code).append('\n');
  }

  String close() {
    return JavaText.ascii(text.append("}\n").toString());
  }
}
