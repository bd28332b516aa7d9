package dev.tenon.cli.ghostwriter;

import dev.tenon.OperationTerms;
import dev.tenon.SeamTerms;
import dev.tenon.cli.source.Doc;
import dev.tenon.cli.source.Imports;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/**
 * Writes a test class from a contract: a property for each operation, the values that its
 * preconditions leave, and what is just outside of them. The same contract gives the same text.
 *
 * @param inPackage the package of the class; empty for none
 * @param name its simple name
 */
public record Ghostwriter(String inPackage, String name) {

  /** The class that is written for a seam when nobody says otherwise. */
  public static Ghostwriter of(Class<?> seam) {
    return new Ghostwriter(seam.getPackageName(), seam.getSimpleName() + "Properties");
  }

  /**
   * Writes.
   *
   * @param terms the contract
   * @return the source file
   */
  public String write(SeamTerms terms) {
    Class<?> type = terms.seam();
    Imports imports = new Imports(inPackage, name);
    String seam = imports.name(type.getName());
    StringBuilder members = new StringBuilder();
    Map<String, Integer> taken = new HashMap<>();
    for (OperationTerms each : terms.operations()) {
      String operation = each.method().getName();
      int number = taken.merge(operation, 1, Integer::sum);
      String id = number == 1 ? operation : operation + number;
      if (!each.method().isDefault() || !each.clauses().isEmpty()) {
        Expressions expressions = new Expressions(variable(type, each), imports);
        OperationPlan plan = OperationPlan.of(each, type, id, expressions);
        members.append(
            new OperationWriting(plan, isOverloaded(terms, operation), expressions, seam).write());
      }
    }
    return head(type, seam, imports) + members + "}\n";
  }

  private String head(Class<?> type, String seam, Imports imports) {
    String isPublic = Modifier.isPublic(type.getModifiers()) ? "public " : "";
    String imported = imports.text();
    return (inPackage.isEmpty() ? "" : "package " + inPackage + ";\n\n")
        + (imported.isEmpty() ? "" : imported + "\n")
        + "/**\n"
        + filled(
            "The contract of {@link "
                + seam
                + "} as properties, written by tenon and to be edited.")
        + " *\n"
        + filled(
            "<p>Extend it for each supplier. No argument is null: where null is right, inject it.")
        + " */\n"
        + (type.getTypeParameters().length > 0
            ? "@SuppressWarnings({\"rawtypes\", \"unchecked\"})\n"
            : "")
        + isPublic
        + "abstract class "
        + name
        + " {\n\n  /** To be filled in: what is tested, a fresh one for each call. */\n"
        + "  protected abstract "
        + seam
        + " supplier();\n";
  }

  private static boolean isOverloaded(SeamTerms terms, String operation) {
    return terms.operations().stream()
            .filter(each -> each.method().getName().equals(operation))
            .count()
        > 1;
  }

  /** Lines of a comment. */
  private static String filled(String prose) {
    StringBuilder text = new StringBuilder(" *");
    int column = 2;
    for (String word : prose.split(" ", -1)) {
      if (column + 1 + word.length() > Doc.WIDTH) {
        text.append("\n *");
        column = 2;
      }
      text.append(' ').append(word);
      column += 1 + word.length();
    }
    return text.append('\n').toString();
  }

  /** A name for the supplier that no parameter has. */
  private static String variable(Class<?> seam, OperationTerms operation) {
    String simple = seam.getSimpleName();
    String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    Set<String> taken = new TreeSet<>(operation.parameters());
    return taken.contains(name) || SourceVersion.isKeyword(name) ? "the" + simple : name;
  }
}
