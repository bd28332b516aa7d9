package dev.tenon.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Reads what generated methods take for an operation of one declaring type. */
final class SignatureReader {

  /** A signature and the type returned. */
  record Read(Signature signature, String result) {}

  private final Toolbox toolbox;
  private final String packageName;
  private final List<String> imports;
  private final TypeMirror self;
  private final List<TypeParameterElement> outer;
  private boolean resolved = true;

  /** Reads operations of a type; self is what its clauses are about. */
  SignatureReader(
      Toolbox toolbox,
      String packageName,
      List<String> imports,
      TypeElement type,
      TypeMirror self) {
    this.toolbox = toolbox;
    this.packageName = packageName;
    this.imports = imports;
    this.self = self;
    this.outer = typeParameters(type);
  }

  /** Whether all types read so far exist. */
  boolean isResolved() {
    return resolved;
  }

  /** What an operation takes and returns. */
  Read read(ExecutableElement method) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    TypeNames names = names(isStatic ? List.of() : outer, method.getTypeParameters());
    TypeMirror of = isStatic ? toolbox.types().erasure(self) : self;
    Read read =
        new Read(
            signature(
                isStatic ? List.of() : outer,
                method.getTypeParameters(),
                names,
                of,
                method.getParameters()),
            names.name(method.getReturnType()));
    resolved &= names.isResolved();
    return read;
  }

  /** What invariants take. */
  Signature invariants() {
    TypeNames names = names(outer, List.of());
    Signature signature = signature(outer, List.of(), names, self, List.of());
    resolved &= names.isResolved();
    return signature;
  }

  private TypeNames names(
      List<TypeParameterElement> around, List<? extends TypeParameterElement> own) {
    Set<String> hidden = new HashSet<>();
    around.forEach(parameter -> hidden.add(parameter.getSimpleName().toString()));
    own.forEach(parameter -> hidden.add(parameter.getSimpleName().toString()));
    return new TypeNames(
        renamed(around, own), new ShortNames(toolbox, packageName, imports, hidden)::of);
  }

  private static Signature signature(
      List<TypeParameterElement> around,
      List<? extends TypeParameterElement> own,
      TypeNames names,
      TypeMirror of,
      List<? extends VariableElement> taken) {
    List<TypeParameterElement> all = new ArrayList<>(around);
    all.addAll(own);
    List<String> declared = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (TypeParameterElement parameter : all) {
      String name = names.name(parameter.asType());
      arguments.add(name);
      String bounds =
          parameter.getBounds().stream()
              .map(names::name)
              .filter(bound -> !bound.equals("java.lang.Object") && !bound.equals("Object"))
              .collect(Collectors.joining(" & "));
      declared.add(bounds.isEmpty() ? name : name + " extends " + bounds);
    }
    List<Signature.Parameter> parameters =
        taken.stream()
            .map(
                parameter ->
                    new Signature.Parameter(
                        parameter.getSimpleName().toString(), names.name(parameter.asType())))
            .toList();
    return new Signature(declared, arguments, names.name(of), parameters);
  }

  /** A type parameter that the method's hides gets a name that no source has. */
  static Map<String, String> renamed(
      List<? extends TypeParameterElement> outer, List<? extends TypeParameterElement> own) {
    Set<String> taken = new HashSet<>();
    own.forEach(parameter -> taken.add(parameter.getSimpleName().toString()));
    Map<String, String> renamed = new HashMap<>();
    Deque<TypeParameterElement> inside = new ArrayDeque<>();
    outer.forEach(inside::push);
    for (TypeParameterElement parameter : inside) {
      String name = parameter.getSimpleName().toString();
      if (!taken.add(name)) {
        renamed.put(TypeNames.key((TypeVariable) parameter.asType()), name + "$" + renamed.size());
      }
    }
    return renamed;
  }

  /** The parameters of the type, those of the types that its instances are inside of first. */
  static List<TypeParameterElement> typeParameters(TypeElement type) {
    List<TypeParameterElement> parameters = new ArrayList<>();
    Element around = type.getEnclosingElement();
    boolean inner = around instanceof TypeElement && !type.getModifiers().contains(Modifier.STATIC);
    if (inner && around instanceof TypeElement outerType) {
      parameters.addAll(typeParameters(outerType));
    }
    parameters.addAll(type.getTypeParameters());
    return parameters;
  }
}
