package dev.tenon.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The list of the seams of a jar, in the form of a services file, since tools that join jars merge
 * these. An incremental build sees only some sources: what an earlier one wrote is kept while the
 * type exists.
 */
final class Index {

  private static final String FILE = "META-INF/services/dev.tenon.contract.Seam";

  private final Toolbox toolbox;
  private final Set<String> seams = new TreeSet<>();
  private final Set<String> seen = new TreeSet<>();

  Index(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** Takes note of a type of this compilation, and of those nested in it. */
  void saw(Element element) {
    if (element instanceof TypeElement type) {
      String name = toolbox.elements().getBinaryName(type).toString();
      seen.add(name);
      if (type.getKind() == ElementKind.INTERFACE && isSeam(type)) {
        seams.add(name);
      }
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::saw);
    }
  }

  private static boolean isSeam(TypeElement type) {
    return Annotated.with(type, ClauseAnnotations.SEAM)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(ClauseAnnotations::isOn);
  }

  /** Writes the index, if there is anything to say. */
  void write() throws IOException {
    Set<String> before = read();
    Set<String> merged = new TreeSet<>(seams);
    for (String name : before) {
      if (!seen.contains(name) && exists(name)) {
        merged.add(name);
      }
    }
    if (merged.equals(before) || (merged.isEmpty() && before.isEmpty())) {
      return;
    }
    FileObject file = toolbox.filer().createResource(StandardLocation.CLASS_OUTPUT, "", FILE);
    try (Writer writer = file.openWriter()) {
      writer.write("# The seams of this jar, written by the Tenon processor.\n");
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
      FileObject file = toolbox.filer().getResource(StandardLocation.CLASS_OUTPUT, "", FILE);
      for (String line : file.getCharContent(true).toString().lines().toList()) {
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
