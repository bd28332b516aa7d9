package dev.tenon.processor;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Compiles contracts: for each type that declares clauses it writes companion classes, a manifest
 * and a line of the index. Not thread-safe; a compiler uses one instance on one thread.
 */
public final class TenonProcessor extends AbstractProcessor {

  static final String WARNINGS = "tenon.warnings";

  private static final List<String> FOR_INTERFACES =
      List.of(ClauseAnnotations.SEAM, Mirror.HOLDER.annotation(), Mirror.VIEW.annotation());

  private @Nullable Workshop workshop;
  private boolean failed;

  /** A processor, as the compiler makes it. */
  public TenonProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.tenon.contract.*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(WARNINGS);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Trees trees = Environments.trees(environment);
    if (trees != null) {
      Toolbox toolbox =
          new Toolbox(
              environment.getElementUtils(),
              environment.getTypeUtils(),
              trees,
              environment.getFiler(),
              environment.getMessager(),
              environment.getSourceVersion(),
              environment.isPreviewEnabled());
      workshop = new Workshop(toolbox, new Reporter(toolbox, environment.getOptions()));
    }
  }

  /** Claims the annotations: under {@code -Xlint:processing} unclaimed ones are warned about. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (failed) {
      return true;
    }
    if (workshop == null) {
      Set<TypeElement> types = declaring(round);
      seams(round).stream()
          .filter(seam -> !ConstraintReader.read(null, seam).isEmpty())
          .forEach(types::add);
      types.forEach(this::announce);
      return true;
    }
    try {
      compile(workshop, round);
    } catch (IOException | UncheckedIOException e) {
      failed = true;
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "Tenon cannot write what it compiled: " + e);
    }
    return true;
  }

  private void compile(Workshop at, RoundEnvironment round) throws IOException {
    for (Index index : at.indexes()) {
      round.getRootElements().forEach(index::saw);
    }
    for (String annotation : FOR_INTERFACES) {
      annotated(round, annotation).forEach(type -> requireInterface(annotation, type));
    }
    round.getRootElements().forEach(at::saw);
    declaring(round).forEach(at::add);
    seams(round).forEach(at::add);
    at.round(round.processingOver());
    if (round.processingOver() && !round.errorRaised()) {
      at.judge();
      for (Index index : at.indexes()) {
        index.write();
      }
    }
  }

  private void requireInterface(String annotation, Element type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      String name = annotation.substring(annotation.lastIndexOf('.') + 1);
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR, "@" + name + " is for interfaces: " + type + " is none", type);
    }
  }

  private void announce(TypeElement type) {
    processingEnv
        .getMessager()
        .printMessage(
            Diagnostic.Kind.WARNING,
            "the contract of "
                + type.getQualifiedName()
                + " is not compiled: this compiler is not javac, or its environment is wrapped",
            type);
  }

  /** The interfaces of this round that are seams by their annotation: they may have constraints. */
  private Set<TypeElement> seams(RoundEnvironment round) {
    Set<TypeElement> seams = new LinkedHashSet<>();
    for (Element type : annotated(round, ClauseAnnotations.SEAM)) {
      if (type instanceof TypeElement seam && seam.getKind() == ElementKind.INTERFACE) {
        seams.add(seam);
      }
    }
    return seams;
  }

  /** The types of this round that carry clauses, in source order, and the mirrors of others. */
  private Set<TypeElement> declaring(RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (Mirror mirror : Mirror.values()) {
      for (Element type : annotated(round, mirror.annotation())) {
        if (type instanceof TypeElement one && Mirror.isOne(one)) {
          types.add(one);
        }
      }
    }
    for (String clause : ClauseAnnotations.ALL) {
      for (String name : List.of(clause, clause + ".List")) {
        for (Element bearer : annotated(round, name)) {
          if ((bearer instanceof TypeElement ? bearer : bearer.getEnclosingElement())
              instanceof TypeElement type) {
            types.add(type);
          }
        }
      }
    }
    return types;
  }

  private Set<? extends Element> annotated(RoundEnvironment round, String name) {
    TypeElement annotation = processingEnv.getElementUtils().getTypeElement(name);
    return annotation == null ? Set.of() : round.getElementsAnnotatedWith(annotation);
  }
}
