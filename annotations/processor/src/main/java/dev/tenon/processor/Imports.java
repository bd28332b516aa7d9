package dev.tenon.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What the simple names of a file mean beyond the members of its types. */
final class Imports {

  private final Toolbox toolbox;
  private final String packageName;
  private final List<String> single = new ArrayList<>();
  private final List<String> onDemand = new ArrayList<>();
  private final List<String> fixed = new ArrayList<>();
  private final List<String> fixedOnDemand = new ArrayList<>();

  Imports(Toolbox toolbox, String packageName, List<String> imports) {
    this.toolbox = toolbox;
    this.packageName = packageName;
    for (String each : imports) {
      String text = each.substring("import ".length(), each.length() - 1).replace(" ", "");
      boolean isStatic = each.startsWith("import static ");
      String name = isStatic ? text.substring("static".length()) : text;
      boolean all = name.endsWith(".*");
      String bare = all ? name.substring(0, name.length() - 2) : name;
      (isStatic ? (all ? fixedOnDemand : fixed) : (all ? onDemand : single)).add(bare);
    }
  }

  /** The type of a simple name, or null. */
  @Nullable TypeElement type(String name) {
    for (String each : single) {
      if (each.endsWith("." + name)) {
        return toolbox.elements().getTypeElement(each);
      }
    }
    TypeElement found =
        toolbox.elements().getTypeElement(packageName.isEmpty() ? name : packageName + "." + name);
    List<String> around = new ArrayList<>(onDemand);
    around.add("java.lang");
    around.addAll(fixedOnDemand);
    for (String each : around) {
      found = found == null ? toolbox.elements().getTypeElement(each + "." + name) : found;
    }
    for (String each : fixed) {
      found =
          found == null && each.endsWith("." + name)
              ? toolbox.elements().getTypeElement(each)
              : found;
    }
    return found;
  }

  /** The type of a full name, or null. */
  @Nullable TypeElement qualified(String name) {
    return toolbox.elements().getTypeElement(name);
  }

  /** Whether a name is that of a package with types, or the start of one. */
  boolean isPackage(String name) {
    return toolbox.elements().getPackageElement(name) != null
        || List.of("java", "javax", "jakarta", "org", "com", "net", "io", "dev").contains(name);
  }

  /** The statically imported field of that name, or null. */
  @Nullable Element field(String name) {
    for (String each : fixed) {
      if (each.endsWith("." + name)) {
        Element found = field(each.substring(0, each.length() - name.length() - 1), name);
        if (found != null) {
          return found;
        }
      }
    }
    for (String each : fixedOnDemand) {
      Element found = field(each, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Element field(String type, String name) {
    TypeElement owner = toolbox.elements().getTypeElement(type);
    return owner == null ? null : member(owner, name);
  }

  /** The static field of that name, or null. */
  @Nullable Element member(TypeElement owner, String name) {
    for (Element member : toolbox.elements().getAllMembers(owner)) {
      if (member.getKind().isField()
          && member.getSimpleName().contentEquals(name)
          && member.getModifiers().contains(Modifier.STATIC)) {
        return member;
      }
    }
    return null;
  }

  /** The statically imported methods of a name. */
  List<ExecutableElement> methods(String name) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (String each : fixed) {
      if (each.endsWith("." + name)) {
        addMethods(each.substring(0, each.length() - name.length() - 1), name, methods);
      }
    }
    fixedOnDemand.forEach(each -> addMethods(each, name, methods));
    return methods;
  }

  private void addMethods(String type, String name, List<ExecutableElement> methods) {
    TypeElement owner = toolbox.elements().getTypeElement(type);
    if (owner != null) {
      ElementFilter.methodsIn(toolbox.elements().getAllMembers(owner)).stream()
          .filter(method -> method.getSimpleName().contentEquals(name))
          .filter(method -> method.getModifiers().contains(Modifier.STATIC))
          .forEach(methods::add);
    }
  }

  /** The names that static imports give. */
  Set<String> staticNames(boolean methods) {
    Set<String> names = new TreeSet<>();
    for (String each : fixed) {
      names.add(each.substring(each.lastIndexOf('.') + 1));
    }
    for (String each : fixedOnDemand) {
      TypeElement owner = toolbox.elements().getTypeElement(each);
      if (owner != null) {
        owner.getEnclosedElements().stream()
            .filter(member -> member.getModifiers().contains(Modifier.STATIC))
            .filter(member -> methods == (member.getKind() == ElementKind.METHOD))
            .forEach(member -> names.add(member.getSimpleName().toString()));
      }
    }
    return names;
  }

  /** The simple names of types that are imported or in the package. */
  Set<String> typeNames() {
    Set<String> names = new TreeSet<>();
    single.forEach(each -> names.add(each.substring(each.lastIndexOf('.') + 1)));
    List<String> packages = new ArrayList<>(onDemand);
    packages.add(packageName);
    packages.add("java.lang");
    for (String each : packages) {
      Element owner = toolbox.elements().getPackageElement(each);
      if (owner != null) {
        owner.getEnclosedElements().forEach(type -> names.add(type.getSimpleName().toString()));
      }
    }
    return names;
  }
}
