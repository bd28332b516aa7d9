package dev.tenon.processor;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constraints that one type puts on its operations.
 *
 * <p>Values come from the elements, which know constants; places come from the trees. Of a type
 * that is not compiled here there are no trees, and a compiler may not know what stands inside its
 * types.
 */
final class ConstraintReader {

  private final @Nullable Trees trees;
  private final @Nullable TreePath path;
  private final List<Placed> found = new ArrayList<>();
  private final List<Constrained.Behind> behind = new ArrayList<>();
  private final List<Placed> unsupported = new ArrayList<>();

  private ConstraintReader(@Nullable Trees trees, @Nullable TreePath path) {
    this.trees = trees;
    this.path = path;
  }

  /** The operations of a type that carry any of it, in source order. */
  static List<Constrained> read(@Nullable Trees trees, TypeElement type) {
    List<Constrained> all = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement executable) {
        Constrained read = read(trees, executable);
        if (!read.constraints().isEmpty()
            || !read.behind().isEmpty()
            || !read.unsupported().isEmpty()) {
          all.add(read);
        }
      }
    }
    return all;
  }

  static Constrained read(@Nullable Trees trees, ExecutableElement executable) {
    TreePath path = trees == null ? null : trees.getPath(executable);
    ConstraintReader reader = new ConstraintReader(trees, path);
    reader.read(
        executable, path != null && path.getLeaf() instanceof MethodTree method ? method : null);
    reader.found.sort(Comparator.comparingInt(Placed::offset));
    return new Constrained(executable, reader.found, reader.behind, reader.unsupported);
  }

  private void read(ExecutableElement executable, @Nullable MethodTree tree) {
    boolean isConstructor = executable.getKind() == ElementKind.CONSTRUCTOR;
    TypeMirror result =
        isConstructor && executable.getEnclosingElement() instanceof TypeElement made
            ? made.asType()
            : executable.getReturnType();
    Site site = new Site(executable, Placed.RESULT, "result", result);
    Site cross = new Site(executable, Placed.CROSS, "parameters", result);
    Places places = new Places(tree == null ? List.of() : tree.getModifiers().getAnnotations());
    for (AnnotationMirror each : ConstraintAnnotations.among(executable.getAnnotationMirrors())) {
      found.add((ConstraintTargets.isCross(each, executable) ? cross : site).with(each, places));
    }
    addUnsupported(site, places);
    if (!isConstructor) {
      inside(site, tree == null ? null : tree.getReturnType());
    }
    List<? extends VariableElement> parameters = executable.getParameters();
    List<? extends VariableTree> written = tree == null ? List.of() : tree.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      parameter(i, parameters.get(i), i < written.size() ? written.get(i) : null);
    }
  }

  private void parameter(int number, VariableElement parameter, @Nullable VariableTree tree) {
    String name = parameter.getSimpleName().toString();
    Site site = new Site(parameter, number, name, parameter.asType());
    Places places = new Places(tree == null ? List.of() : tree.getModifiers().getAnnotations());
    for (AnnotationMirror each : ConstraintAnnotations.among(parameter.getAnnotationMirrors())) {
      found.add(site.with(each, places));
    }
    addUnsupported(site, places);
    inside(site, tree == null ? null : tree.getType());
  }

  private void addUnsupported(Site site, Places places) {
    ConstraintAnnotations.unsupported(site.on().getAnnotationMirrors())
        .forEach(each -> unsupported.add(site.with(each, places)));
  }

  /** What is said of the type arguments and elements. */
  private void inside(Site site, @Nullable Tree tree) {
    Tree bare = tree instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : tree;
    if (site.type() instanceof ArrayType array) {
      if (site.isOutermost() && tree instanceof AnnotatedTypeTree annotated) {
        annotated.getAnnotations().forEach(each -> addBehind(site, each));
      }
      if (bare instanceof ArrayTypeTree written) {
        // Before an array an annotation is written once and stands in two places: the tree tells.
        step(site.inside("elements", array.getComponentType()), written.getType());
      }
    } else if (site.type() instanceof DeclaredType declared) {
      List<? extends Tree> written =
          bare instanceof ParameterizedTypeTree parameterized
              ? parameterized.getTypeArguments()
              : List.of();
      List<? extends TypeMirror> arguments = declared.getTypeArguments();
      TypeElement container = (TypeElement) declared.asElement();
      for (int i = 0; i < arguments.size(); i++) {
        String name = container.getTypeParameters().get(i).getSimpleName().toString();
        step(
            site.inside(name, arguments.get(i)),
            written.size() == arguments.size() ? written.get(i) : null);
      }
    }
  }

  /** From the tree alone: compilers forget what stands there. */
  private void addBehind(Site site, AnnotationTree tree) {
    if (trees == null || path == null) {
      return;
    }
    Element type = trees.getElement(new TreePath(path, tree.getAnnotationType()));
    if (type instanceof TypeElement annotation && ConstraintAnnotations.isConstraint(annotation)) {
      String name = annotation.getSimpleName().toString();
      behind.add(new Constrained.Behind(site.on(), site.position(), name, offset(tree)));
    }
  }

  private int offset(AnnotationTree tree) {
    return trees == null || path == null
        ? -1
        : (int) trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree);
  }

  private void step(Site site, @Nullable Tree tree) {
    Places places = new Places(tree == null ? List.of() : annotations(tree));
    for (AnnotationMirror each : ConstraintAnnotations.among(site.type().getAnnotationMirrors())) {
      if (tree == null || places.knows(each)) {
        found.add(site.with(each, places));
      }
    }
    inside(site, tree);
  }

  /** The parser puts the annotations of {@code @A List<B>} before {@code List}. */
  private static List<? extends AnnotationTree> annotations(Tree tree) {
    if (tree instanceof AnnotatedTypeTree annotated) {
      return annotated.getAnnotations();
    }
    return tree instanceof ParameterizedTypeTree parameterized
        ? annotations(parameterized.getType())
        : List.of();
  }

  /** Something that can be constrained. */
  private record Site(Element on, int root, String position, TypeMirror type) {

    boolean isOutermost() {
      return position.indexOf('.') < 0;
    }

    Site inside(String step, TypeMirror further) {
      return new Site(on, root, position + "." + step, further);
    }

    Placed with(AnnotationMirror annotation, Places places) {
      return new Placed(on, root, position, type, annotation, places.next(annotation));
    }
  }

  /** Where annotations of one list are written, by their simple names. */
  private final class Places {

    private final Map<String, Deque<Integer>> offsets = new HashMap<>();

    private Places(List<? extends AnnotationTree> trees) {
      trees.forEach(this::add);
    }

    private void add(AnnotationTree tree) {
      String written = tree.getAnnotationType().toString();
      String name = written.substring(written.lastIndexOf('.') + 1);
      offsets.computeIfAbsent(name, none -> new ArrayDeque<>()).add(offset(tree));
      for (ExpressionTree argument : tree.getArguments()) {
        ExpressionTree value =
            argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        List<? extends ExpressionTree> values =
            value instanceof NewArrayTree array && array.getInitializers() != null
                ? array.getInitializers()
                : List.of(value);
        for (ExpressionTree each : values) {
          if (each instanceof AnnotationTree contained) {
            add(contained);
          }
        }
      }
    }

    boolean knows(AnnotationMirror annotation) {
      return offsets.containsKey(simpleName(annotation));
    }

    int next(AnnotationMirror annotation) {
      Deque<Integer> known = offsets.get(simpleName(annotation));
      Integer next = known == null ? null : known.poll();
      return next == null ? -1 : next;
    }

    private static String simpleName(AnnotationMirror annotation) {
      return ConstraintAnnotations.typeOf(annotation).getSimpleName().toString();
    }
  }
}
