package dev.tenon.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * The shortest names that mean the same types in a companion as in the user's file: resolving full
 * names took a third of the time that companions cost to compile.
 */
final class ShortNames {

  private final Toolbox toolbox;
  private final String packageName;
  private final List<String> imports;
  private final Set<String> hidden;

  /** Knows a file's imports, and the type parameters that hide types. */
  ShortNames(Toolbox toolbox, String packageName, List<String> imports, Set<String> hidden) {
    this.toolbox = toolbox;
    this.packageName = packageName;
    this.imports = imports;
    this.hidden = Set.copyOf(hidden);
  }

  String of(TypeElement type) {
    String full = type.getQualifiedName().toString();
    String home = toolbox.elements().getPackageOf(type).getQualifiedName().toString();
    String path = home.isEmpty() ? full : full.substring(home.length() + 1);
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    if (hidden.contains(head)) {
      return full;
    }
    if (imports.contains("import " + full + ";")) {
      return type.getSimpleName().toString();
    }
    boolean imported = imports.stream().anyMatch(each -> each.endsWith("." + head + ";"));
    boolean here = home.equals(packageName) || (home.equals("java.lang") && isPlain(head));
    return here && !imported ? path : full;
  }

  /** Whether a simple name of java.lang can mean nothing else. */
  private boolean isPlain(String name) {
    boolean others =
        imports.stream()
            .anyMatch(
                each ->
                    each.endsWith(".*;")
                        && !each.startsWith("import java.")
                        && !each.startsWith("import dev.tenon.contract."));
    return !others && toolbox.elements().getTypeElement(packageName + "." + name) == null;
  }
}
