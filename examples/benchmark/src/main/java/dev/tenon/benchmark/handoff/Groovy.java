package dev.tenon.benchmark.handoff;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import java.net.URL;
import java.util.Objects;

/** The supplier in Groovy, compiled here. */
final class Groovy {

  private static final String SOURCE = "GroovyTransfers.groovy";

  private Groovy() {}

  /** It must not be closed while the supplier is used. */
  @SuppressWarnings("resource")
  static Operation supplier() {
    URL source = Objects.requireNonNull(Groovy.class.getResource(SOURCE), SOURCE);
    GroovyClassLoader loader = new GroovyClassLoader(Groovy.class.getClassLoader());
    try {
      Class<?> type = loader.parseClass(new GroovyCodeSource(source));
      return (Operation) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
