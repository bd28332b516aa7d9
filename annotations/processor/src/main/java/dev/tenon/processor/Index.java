package dev.tenon.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * A list of types of a jar, in the form of a services file, since tools that join jars merge these.
 * An incremental build sees only some sources: what an earlier one wrote is kept while the type
 * exists.
 */
final class Index {

  private final Toolbox toolbox;
  private final String file;
  private final String what;
  private final Predicate<TypeElement> isListed;
  private final Set<String> listed = new TreeSet<>();
  private final Set<String> seen = new TreeSet<>();

  private Index(Toolbox toolbox, String annotation, String what, Predicate<TypeElement> isListed) {
    this.toolbox = toolbox;
    this.file = "META-INF/services/" + annotation;
    this.what = what;
    this.isListed = isListed;
  }

  /** The seams of a jar. */
  static Index ofSeams(Toolbox toolbox) {
    return new Index(toolbox, ClauseAnnotations.SEAM, "seams", Index::isSeam);
  }

  /** The holders or the views of a jar: by them seams are found that are not of the jar. */
  static Index of(Toolbox toolbox, Mirror mirror) {
    return new Index(
        toolbox,
        mirror.annotation(),
        mirror.word() + "s",
        type -> Mirror.of(type) == mirror && mirror.says(type));
  }

  /** Takes note of a type of this compilation, and of those nested in it. */
  void saw(Element element) {
    if (element instanceof TypeElement type) {
      String name = toolbox.elements().getBinaryName(type).toString();
      seen.add(name);
      if (type.getKind() == ElementKind.INTERFACE && isListed.test(type)) {
        listed.add(name);
      }
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::saw);
    }
  }

  private static boolean isSeam(TypeElement type) {
    return !Mirror.isOne(type) && ClauseAnnotations.makeSeam(type);
  }

  /** Writes the index, if there is anything to say. */
  void write() throws IOException {
    Set<String> before = read();
    Set<String> merged = new TreeSet<>(listed);
    for (String name : before) {
      if (!seen.contains(name) && exists(name)) {
        merged.add(name);
      }
    }
    if (merged.equals(before) || (merged.isEmpty() && before.isEmpty())) {
      return;
    }
    FileObject resource = toolbox.filer().createResource(StandardLocation.CLASS_OUTPUT, "", file);
    try (Writer writer = resource.openWriter()) {
      writer.write("# The " + what + " of this jar, written by the Tenon processor.\n");
      for (String name : merged) {
        writer.write(name + "\n");
      }
    }
  }

  private boolean exists(String binaryName) {
    TypeElement found = toolbox.elements().getTypeElement(binaryName.replace('$', '.'));
    return found != null || toolbox.elements().getTypeElement(binaryName) != null;
  }

  private Set<String> read() throws IOException {
    Set<String> names = new TreeSet<>();
    try {
      FileObject resource = toolbox.filer().getResource(StandardLocation.CLASS_OUTPUT, "", file);
      for (String line : resource.getCharContent(true).toString().lines().toList()) {
        String name = line.replaceAll("#.*", "").trim();
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      return names;
    }
    return names;
  }
}
