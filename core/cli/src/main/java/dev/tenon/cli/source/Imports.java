package dev.tenon.cli.source;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names by which a source file calls other types. Not thread-safe. */
public final class Imports {

  private final String inPackage;
  private final Map<String, String> bySimpleName = new HashMap<>();
  private final Set<String> statics = new TreeSet<>();

  /**
   * The imports of a file.
   *
   * @param inPackage its package
   * @param own the simple name of its class, which no import may have
   */
  public Imports(String inPackage, String own) {
    this.inPackage = inPackage;
    bySimpleName.put(own, inPackage.isEmpty() ? own : inPackage + "." + own);
  }

  /** Keeps a name for a type that the file itself declares. */
  public void reserve(String simpleName) {
    bySimpleName.putIfAbsent(simpleName, "");
  }

  /** How a type is called, with its type arguments. */
  public String name(Type type) {
    return TypeText.text(type, this::name);
  }

  private String name(Class<?> type) {
    return type.isPrimitive() ? type.getName() : name(type.getName());
  }

  /** How a class is called; nested ones with those around them. */
  public String name(String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    int end = binaryName.indexOf('$', dot + 1);
    String outer = end < 0 ? binaryName : binaryName.substring(0, end);
    String inside = end < 0 ? "" : binaryName.substring(end).replace('$', '.');
    String simple = outer.substring(dot + 1);
    String holder = bySimpleName.putIfAbsent(simple, outer);
    return (holder == null || holder.equals(outer) ? simple : outer) + inside;
  }

  /** A static method, by its own name. */
  public String method(String type, String method) {
    statics.add(type + "." + method);
    return method;
  }

  /** The import statements, static ones first; empty or with a line feed at the end. */
  public String text() {
    StringBuilder text = new StringBuilder();
    statics.forEach(each -> text.append("import static ").append(each).append(";\n"));
    Set<String> types = new TreeSet<>(bySimpleName.values());
    types.removeIf(this::isInSight);
    if (!statics.isEmpty() && !types.isEmpty()) {
      text.append('\n');
    }
    types.forEach(each -> text.append("import ").append(each).append(";\n"));
    return text.toString();
  }

  private boolean isInSight(String type) {
    int dot = type.lastIndexOf('.');
    String of = dot < 0 ? "" : type.substring(0, dot);
    return of.isEmpty() || of.equals("java.lang") || of.equals(inPackage);
  }
}
