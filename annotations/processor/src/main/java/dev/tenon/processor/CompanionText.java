package dev.tenon.processor;

import dev.tenon.model.Contract;
import java.util.List;

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

  /** Names the clause that the next method is made from, for whoever reads a compiler's message. */
  void comment(ReadClause clause) {
    text.append("\n  // ")
        .append(JavaText.comment(declaration.source()))
        .append(':')
        .append(clause.written().line())
        .append(' ')
        .append(annotation(clause))
        .append(' ')
        .append(JavaText.comment(clause.text()));
  }

  private static String annotation(ReadClause clause) {
    return switch (clause.role()) {
      case REQUIRES -> "@Requires";
      case ENSURES -> "@Ensures";
      case THROWS -> "@Throws when";
      case AFTER -> "@Throws ensures";
      case INVARIANT -> "@Invariant";
    };
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

  /** The whole source. */
  String close() {
    return source("", "");
  }

  /** The whole source of a class that carries a contract; of a view with what nobody promises. */
  String close(Contract contract, int unpromised) {
    List<String> free = AnnotationText.NAMES.stream().filter(name -> !isMentioned(name)).toList();
    StringBuilder imports = new StringBuilder();
    for (String each : free) {
      imports.append("import ").append(AnnotationText.PACKAGE).append(each).append(";\n");
    }
    return source(imports.toString(), new AnnotationText(free).of(contract, unpromised));
  }

  /** Whether the user's code may mean something else by a name; a Unicode escape may spell it. */
  private boolean isMentioned(String name) {
    return text.indexOf(name) >= 0
        || text.indexOf("\\u") >= 0
        || declaration.imports().stream().anyMatch(each -> each.contains(name));
  }

  private String source(String imports, String annotation) {
    StringBuilder source = new StringBuilder(text.length() + annotation.length() + 2_000);
    if (!declaration.packageName().isEmpty()) {
      source.append("package ").append(declaration.packageName()).append(";\n\n");
    }
    declaration.imports().forEach(each -> source.append(each).append('\n'));
    source.append(imports).append('\n').append(QUIET);
    source.append("@dev.tenon.contract.companion.Generated\n").append(annotation);
    source.append(declaration.open() ? "public " : "").append("final class ").append(name);
    source.append(" {\n  private ").append(name).append("() {}\n").append(text);
    return JavaText.ascii(source.append("}\n").toString());
  }
}
