package dev.tenon.cli;

import dev.tenon.ApplicationClasses;
import dev.tenon.OperationTerms;
import dev.tenon.SeamTerms;
import dev.tenon.contract.Seam;
import dev.tenon.model.Nearest;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.NoValueException;
import dev.tenon.verdict.MalformedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The classes of an application and its seams. None is initialised. */
final class Application implements AutoCloseable {

  private static final Pattern MISSING =
      Pattern.compile(
          "(?:Error: |Exception: |Exception: Type )([\\w.$/]+[.$/]\\w+)(?= not present|\\)|$)");

  private static final String HINT = "; give the jars and folders of the application: --class-path";

  private final ApplicationClasses loader;
  private final boolean isEmpty;

  private Application(ClassPath classPath) {
    this.loader = classPath.open();
    this.isEmpty = classPath.isEmpty();
  }

  /** The application of a class path. */
  static Application of(ClassPath classPath) {
    return new Application(classPath);
  }

  /**
   * The seams that one jar or folder declares.
   *
   * @param jar the jar or folder
   * @throws Fault if it has no index of seams
   */
  static SortedSet<String> seamsOf(Path jar) {
    try (Application alone = of(ClassPath.of("").after(jar))) {
      SortedSet<String> names = alone.seams();
      if (names.isEmpty()) {
        throw new Fault(
            jar
                + " has no index of seams ("
                + ApplicationClasses.INDEX
                + "): it declares none, or was compiled without tenon-processor");
      }
      return names;
    }
  }

  /** Whether an argument names a jar or folder rather than a seam. */
  static boolean isJar(String argument) {
    return argument.endsWith(".jar")
        || argument.indexOf('/') >= 0
        || argument.indexOf('\\') >= 0
        || Files.isDirectory(Path.of(argument));
  }

  /**
   * Asks something of the terms of a seam.
   *
   * @param name its binary name, or the canonical one
   * @param question what is asked
   * @throws Fault if there is no such seam, or something that it needs is missing
   */
  <T> T ask(String name, Function<SeamTerms, T> question) {
    try {
      return question.apply(terms(found(name)));
    } catch (TypeNotPresentException missing) {
      throw missing(missing.typeName(), name);
    } catch (NoClassDefFoundError missing) {
      throw missing(String.valueOf(missing.getMessage()), name);
    } catch (EmptyDomainException | NoValueException none) {
      throw new Fault(name + " has arguments that cannot be made: " + none.getMessage());
    } catch (MalformedContract | LinkageError refused) {
      throw unreadable(name, String.valueOf(refused.getMessage()));
    }
  }

  /** Where the core met a missing type it says so in words. */
  private static Fault unreadable(String seam, String why) {
    Matcher missing = MISSING.matcher(why);
    return missing.find()
        ? missing(missing.group(1), seam)
        : new Fault(seam + " cannot be read: " + why);
  }

  private static Fault missing(String type, String seam) {
    String name = type.replace('/', '.').replaceFirst("^L(.*);$", "$1");
    return new Fault(name + ", which " + seam + " needs, is not on the class path" + HINT);
  }

  private static SeamTerms terms(Class<?> type) {
    if (!type.isInterface() || type.isAnnotation()) {
      throw new Fault(type.getName() + " is no seam: it is no interface");
    }
    SeamTerms terms = SeamTerms.of(type);
    boolean isBound =
        terms.operations().stream().map(OperationTerms::clauses).anyMatch(each -> !each.isEmpty());
    if (!isBound && !type.isAnnotationPresent(Seam.class)) {
      throw new Fault(
          type.getName() + " is no seam: it has neither clauses nor constraints, and no @Seam");
    }
    return terms;
  }

  private Class<?> found(String name) {
    // A nested type: the canonical name has dots where the binary one has dollars.
    String binary = name;
    while (true) {
      Class<?> type = load(binary);
      if (type != null) {
        return type;
      }
      int dot = binary.lastIndexOf('.');
      if (dot < 0) {
        throw unknown(name);
      }
      binary = binary.substring(0, dot) + '$' + binary.substring(dot + 1);
    }
  }

  private @Nullable Class<?> load(String binary) {
    try {
      return Class.forName(binary, false, loader);
    } catch (ClassNotFoundException none) {
      return null;
    } catch (NoClassDefFoundError other) {
      // Where file names have no case, another class answers to this one.
      if (String.valueOf(other.getMessage()).contains("wrong name")) {
        return null;
      }
      throw other;
    }
  }

  private Fault unknown(String name) {
    SortedSet<String> known = new TreeSet<>();
    seams().forEach(each -> known.add(each.replace('$', '.')));
    String nearest = Nearest.of(name, known);
    if (isEmpty || known.isEmpty()) {
      return new Fault("there is no class " + name + HINT);
    }
    return new Fault(
        "there is no class "
            + name
            + " on the class path"
            + (nearest == null
                ? ", which has " + shown(known)
                : "; did you mean " + nearest + "?"));
  }

  private SortedSet<String> seams() {
    try {
      return loader.seams();
    } catch (IOException e) {
      throw new Fault("an index of seams cannot be read: " + e.getMessage());
    }
  }

  private static String shown(SortedSet<String> known) {
    List<String> some = known.stream().limit(5).toList();
    String text = (known.size() == 1 ? "one seam: " : known.size() + " seams: ");
    return text + String.join(", ", some) + (known.size() > some.size() ? ", …" : "");
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException ignored) {
      // Nothing is read from it any more.
    }
  }
}
