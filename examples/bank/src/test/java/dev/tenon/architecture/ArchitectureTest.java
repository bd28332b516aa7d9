package dev.tenon.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the tables of docs/architecture.md with the compiled classes of every module. */
class ArchitectureTest {

  /** How many classes are there at least, so that nothing passes because nothing was read. */
  private static final Map<String, Integer> AT_LEAST =
      Map.of(
          "annotations", 18,
          "core/model", 25,
          "agent/linking", 12,
          "annotations/processor", 90,
          "core", 90,
          "agent", 25,
          "agent/maven-plugin", 7,
          "core/testkit", 10,
          "core/cli", 45,
          "core/spring-boot", 9);

  private static final List<String> OPEN_TO_ALL = List.of("java", "org.jspecify");

  private static final ArchitecturePage PAGE = ArchitecturePage.read();
  private static final Map<String, JavaClasses> MODULES = modules();
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(MODULES.keySet().stream().map(ArchitectureTest::classes).toList());

  @Test
  void every_module_was_read() {
    assertThat(PAGE.modules()).containsOnlyKeys(AT_LEAST.keySet());
    AT_LEAST.forEach(
        (module, atLeast) ->
            assertThat(MODULES.get(module)).as(module).hasSizeGreaterThanOrEqualTo(atLeast));
  }

  @Test
  void a_module_uses_only_the_modules_that_its_row_names() {
    Map<String, String> moduleOf = new TreeMap<>();
    MODULES.forEach(
        (module, classes) -> classes.forEach(each -> moduleOf.put(each.getName(), module)));
    Set<String> arrows = new TreeSet<>();
    for (Dependency dependency : dependencies()) {
      String from = moduleOf.get(dependency.getOriginClass().getName());
      String to = moduleOf.get(element(dependency.getTargetClass()).getName());
      if (to != null && !to.equals(from) && !PAGE.modules().get(from).contains(to)) {
        arrows.add(from + " -> " + to + ": " + dependency.getDescription());
      }
    }
    assertThat(arrows).isEmpty();
  }

  @Test
  void a_package_uses_only_what_its_row_names() {
    Set<String> arrows = new TreeSet<>();
    List<Dependency> dependencies = dependencies();
    for (Dependency dependency : dependencies) {
      String from = dependency.getOriginClass().getPackageName();
      String to = element(dependency.getTargetClass()).getPackageName();
      if (!to.equals(from) && !mayUse(from, to)) {
        arrows.add(from + " -> " + to + ": " + dependency.getDescription());
      }
    }
    assertThat(dependencies).hasSizeGreaterThan(2_000);
    assertThat(arrows).isEmpty();
  }

  @Test
  void every_package_has_a_row_and_every_row_a_package() {
    Set<String> packages = new TreeSet<>();
    ALL.forEach(each -> packages.add(each.getPackageName()));
    packages.remove("");
    assertThat(PAGE.packages()).containsOnlyKeys(packages);
  }

  @Test
  void a_row_uses_only_the_rows_above_it() {
    Set<String> above = new TreeSet<>();
    PAGE.packages()
        .forEach(
            (name, uses) -> {
              assertThat(uses.stream().filter(use -> use.startsWith("dev.tenon")))
                  .as(name)
                  .isSubsetOf(above);
              above.add(name);
            });
    assertThat(above).hasSizeGreaterThan(10);
  }

  @Test
  void no_packages_form_a_cycle() {
    slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(ALL);
  }

  private static boolean mayUse(String from, String to) {
    Set<String> uses = PAGE.packages().getOrDefault(from, Set.of());
    if (to.isEmpty() || to.startsWith("dev.tenon")) {
      // The empty package holds the primitive types.
      return to.isEmpty() || uses.contains(to);
    }
    List<String> open = new ArrayList<>(uses);
    open.addAll(OPEN_TO_ALL);
    return open.stream().anyMatch(name -> to.equals(name) || to.startsWith(name + "."));
  }

  private static List<Dependency> dependencies() {
    List<Dependency> dependencies = new ArrayList<>();
    ALL.forEach(each -> dependencies.addAll(each.getDirectDependenciesFromSelf()));
    return dependencies;
  }

  private static JavaClass element(JavaClass type) {
    return type.getBaseComponentType();
  }

  private static Map<String, JavaClasses> modules() {
    Map<String, JavaClasses> modules = new LinkedHashMap<>();
    for (String module : PAGE.modules().keySet()) {
      modules.put(module, new ClassFileImporter().importPath(classes(module)));
    }
    return modules;
  }

  private static Path classes(String module) {
    return ArchitecturePage.ROOT.resolve(module).resolve("target/classes");
  }

  /** One slice for each package, the root one included. */
  private static final class ByPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("dev.tenon")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
