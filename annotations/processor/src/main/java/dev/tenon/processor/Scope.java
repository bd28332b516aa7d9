package dev.tenon.processor;

import dev.tenon.processor.Complaint.Refusal;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The names that a clause sees besides its variables: members of the declaring type, then of the
 * types around it. Scope goes by name alone (JLS 15.12.1), so that no types are needed.
 *
 * <p>In a holder or view the members of its target come first, then its own that need no instance.
 */
final class Scope {

  /** What a simple name means and how generated code spells it. */
  record Found(Sort sort, String code) {}

  private record Level(TypeElement type, String path, List<? extends Element> members) {}

  private final List<Level> levels = new ArrayList<>();
  private final Toolbox toolbox;
  private final TypeElement home;
  private final String packagePrefix;

  /**
   * The scope of the clauses of a type.
   *
   * @param home the type in which the clauses stand
   * @param declaring the type that they are about: the same, or the target of a holder or view
   * @param imports the imports of the file
   */
  Scope(Toolbox toolbox, TypeElement home, TypeElement declaring, List<String> imports) {
    this.toolbox = toolbox;
    this.home = home;
    String packageName = toolbox.elements().getPackageOf(home).getQualifiedName().toString();
    this.packagePrefix = packageName.isEmpty() ? "" : packageName + ".";
    if (!home.equals(declaring)) {
      String path = new ShortNames(toolbox, packageName, imports, Set.of()).of(declaring);
      levels.add(new Level(declaring, path, toolbox.elements().getAllMembers(declaring)));
    }
    for (Element at = home; at instanceof TypeElement type; at = at.getEnclosingElement()) {
      String path = type.getQualifiedName().toString().substring(packagePrefix.length());
      List<? extends Element> members = toolbox.elements().getAllMembers(type);
      boolean isMirror = at.equals(home) && !home.equals(declaring);
      levels.add(new Level(type, path, isMirror ? Mirror.membersForClauses(members) : members));
    }
  }

  /** The type in which the clauses stand. */
  TypeElement home() {
    return home;
  }

  /** The type that the clauses are about. */
  TypeElement declaring() {
    return levels.get(0).type;
  }

  /** The field of that name, or null. */
  @Nullable Found field(String name, int position) {
    for (Level level : levels) {
      for (Element member : level.members) {
        if (member.getKind().isField() && member.getSimpleName().contentEquals(name)) {
          return field(level, member, position);
        }
      }
    }
    return null;
  }

  private Found field(Level level, Element field, int position) {
    String name = field.getSimpleName().toString();
    boolean own = level.type.equals(declaring());
    Set<Modifier> modifiers = field.getModifiers();
    if (own && isComponent(level.type, name)) {
      return new Found(Sort.FIELD, "$self." + name + "()");
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      throw new Refusal(position, Messages.secret("field", name, field.getEnclosingElement()));
    }
    if (modifiers.contains(Modifier.STATIC)) {
      boolean constant =
          modifiers.contains(Modifier.FINAL) || field.getKind() == ElementKind.ENUM_CONSTANT;
      return new Found(constant ? Sort.CONSTANT : Sort.FIELD, level.path + "." + name);
    }
    if (!own) {
      throw new Refusal(position, Messages.outerInstance(name, level.type));
    }
    return new Found(Sort.FIELD, "$self." + name);
  }

  /** Whether the name is that of a constant of an enum here. */
  boolean isEnumConstant(String name) {
    return levels.stream()
        .flatMap(level -> level.members.stream())
        .anyMatch(
            member ->
                member.getKind() == ElementKind.ENUM_CONSTANT
                    && member.getSimpleName().contentEquals(name));
  }

  /** Whether the name is that of a component of the declaring record. */
  boolean isOwnComponent(String name) {
    return isComponent(declaring(), name);
  }

  private static boolean isComponent(TypeElement type, String name) {
    return type.getRecordComponents().stream()
        .anyMatch(component -> component.getSimpleName().contentEquals(name));
  }

  /** Whether the name is that of a type parameter of the declaring type, or of one around it. */
  boolean isTypeParameter(String name) {
    return levels.stream()
        .flatMap(level -> level.type.getTypeParameters().stream())
        .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name));
  }

  /** What stands before a call of that name; null when no type here has such a method. */
  @Nullable String receiver(String name, int arity, int position) {
    for (Level level : levels) {
      List<ExecutableElement> named = methods(level, name);
      if (named.isEmpty() || isMeantInMirror(level, named, name, arity)) {
        continue;
      }
      if (named.stream().allMatch(method -> method.getModifiers().contains(Modifier.PRIVATE))) {
        throw new Refusal(position, Messages.secret("method", name, level.type));
      }
      if (isStaticCall(level, named, arity)) {
        return level.path + ".";
      }
      if (!level.type.equals(declaring())) {
        throw new Refusal(position, Messages.outerInstance(name + "(…)", level.type));
      }
      return "$self.";
    }
    return null;
  }

  /** Target and mirror are one scope: of methods of one name, those count that fit. */
  private boolean isMeantInMirror(
      Level level, List<ExecutableElement> named, String name, int arity) {
    return level.type.equals(declaring())
        && !declaring().equals(home)
        && named.stream().noneMatch(method -> Members.takes(method, arity))
        && methods(levels.get(1), name).stream().anyMatch(each -> Members.takes(each, arity));
  }

  private static boolean isStaticCall(Level level, List<ExecutableElement> named, int arity) {
    List<ExecutableElement> fitting =
        named.stream().filter(method -> Members.takes(method, arity)).toList();
    boolean all = (fitting.isEmpty() ? named : fitting).stream().allMatch(Members::isStatic);
    return all
        || (level.type.getKind() != ElementKind.INTERFACE
            && named.stream().allMatch(Members::isStatic));
  }

  private static List<ExecutableElement> methods(Level level, String name) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (Element member : level.members) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(name)
          && Members.isMemberOf(method, level.type)) {
        methods.add(method);
      }
    }
    return methods;
  }

  /** How generated code spells a type nested in one of these; null when none has it. */
  @Nullable String nested(String name, int position) {
    for (Level level : levels) {
      if (level.type.getTypeParameters().stream()
          .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name))) {
        return null;
      }
      for (Element member : level.members) {
        if (member instanceof TypeElement && member.getSimpleName().contentEquals(name)) {
          if (member.getModifiers().contains(Modifier.PRIVATE)) {
            throw new Refusal(position, Messages.secret("type", name, level.type));
          }
          return level.path + "." + name;
        }
      }
    }
    return null;
  }

  /** The type that generated code spells so, or null. */
  @Nullable TypeElement type(String path) {
    for (Level level : levels) {
      if (path.equals(level.path) || path.startsWith(level.path + ".")) {
        String inside = path.substring(level.path.length());
        TypeElement found =
            toolbox.elements().getTypeElement(level.type.getQualifiedName() + inside);
        if (found != null) {
          return found;
        }
      }
    }
    return toolbox.elements().getTypeElement(packagePrefix + path);
  }

  /** The names of all fields here. */
  Set<String> fieldNames() {
    Set<String> names = new TreeSet<>();
    for (Level level : levels) {
      level.members.stream()
          .filter(member -> member.getKind().isField())
          .forEach(member -> names.add(member.getSimpleName().toString()));
    }
    return names;
  }

  /** The names of all methods here. */
  Set<String> methodNames() {
    Set<String> names = new TreeSet<>();
    for (Level level : levels) {
      level.members.stream()
          .filter(member -> member.getKind() == ElementKind.METHOD)
          .forEach(member -> names.add(member.getSimpleName().toString()));
    }
    return names;
  }

  /** The names of all nested types here, and of the types themselves. */
  Set<String> typeNames() {
    Set<String> names = new TreeSet<>();
    for (Level level : levels) {
      names.add(level.type.getSimpleName().toString());
      level.members.stream()
          .filter(TypeElement.class::isInstance)
          .forEach(member -> names.add(member.getSimpleName().toString()));
    }
    return names;
  }
}
