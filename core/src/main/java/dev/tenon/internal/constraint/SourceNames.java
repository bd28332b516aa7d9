package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.ConstrainedOperation;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source calls things, as the companion of a type keeps it: most class files have no names
 * of parameters. Without a companion reflection has to do.
 */
final class SourceNames {

  private final @Nullable CompiledContract compiled;

  private SourceNames(@Nullable CompiledContract compiled) {
    this.compiled = compiled;
  }

  static SourceNames of(Class<?> type) {
    try {
      // Not initialised: it is asked for its annotation alone.
      Class<?> companion =
          Class.forName(type.getName() + CompiledContract.SUFFIX, false, type.getClassLoader());
      CompiledContract compiled = companion.getAnnotation(CompiledContract.class);
      boolean isReadable =
          compiled != null
              && compiled.format() == CompiledContract.FORMAT
              && compiled.type().equals(type.getName());
      return new SourceNames(isReadable ? compiled : null);
    } catch (ClassNotFoundException | LinkageError none) {
      return new SourceNames(null);
    }
  }

  /** The names of the parameters of an operation. */
  List<String> parameters(Executable executable, String name, String descriptor) {
    ConstrainedOperation found = find(name, descriptor);
    Parameter[] parameters = executable.getParameters();
    return found != null && found.parameters().length == parameters.length
        ? List.of(found.parameters())
        : Arrays.stream(parameters).map(Parameter::getName).toList();
  }

  /** The line of an operation's constraints; 0 when unknown. */
  int line(String name, String descriptor) {
    ConstrainedOperation found = find(name, descriptor);
    return found == null ? 0 : found.line();
  }

  /** The source file, for an operation whose line is known; empty when it is not. */
  String file(String name, String descriptor) {
    return compiled == null || line(name, descriptor) == 0 ? "" : compiled.source();
  }

  private @Nullable ConstrainedOperation find(String name, String descriptor) {
    if (compiled == null) {
      return null;
    }
    for (ConstrainedOperation each : compiled.constrained()) {
      if (each.name().equals(name) && each.descriptor().equals(descriptor)) {
        return each;
      }
    }
    return null;
  }
}
