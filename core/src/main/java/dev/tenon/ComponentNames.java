package dev.tenon;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.ViewScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the components of views may be declared, by class files: on a class, on one around it, on
 * its package or on one above.
 */
final class ComponentNames {

  private static final byte[] MARK = "Ldev/tenon/contract/Component;".getBytes(UTF_8);
  private static final String PACKAGE = "/package-info";

  private final Set<String> wanted = new TreeSet<>();

  /** By the internal name of a class, the components that it may declare. */
  private final Map<String, Set<String>> declared = new HashMap<>();

  ComponentNames(Collection<ViewScope> views) {
    for (ViewScope view : views) {
      if (!view.component().isEmpty()) {
        wanted.add(view.component());
      }
    }
  }

  /** Looks at a class file. */
  void look(String internalName, byte[] bytes) {
    if (wanted.isEmpty() || !ClassHeader.mentions(bytes, MARK)) {
      return;
    }
    for (String component : wanted) {
      if (ClassHeader.mentions(bytes, component.getBytes(UTF_8))) {
        declared.computeIfAbsent(internalName, same -> new HashSet<>()).add(component);
      }
    }
  }

  /** Whether a class may be of a view's component, now that all have been looked at. */
  boolean mayCover(ViewScope view, String internalName) {
    if (view.component().isEmpty()) {
      return view.mayCover(internalName);
    }
    if (declares(internalName, view)) {
      return true;
    }
    for (int end = internalName.length() - 1; end > 0; end--) {
      char at = internalName.charAt(end);
      String around = internalName.substring(0, end);
      if ((at == '$' && declares(around, view))
          || (at == '/' && declares(around + PACKAGE, view))) {
        return true;
      }
    }
    return false;
  }

  private boolean declares(String internalName, ViewScope view) {
    return declared.getOrDefault(internalName, Set.of()).contains(view.component());
  }
}
