package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Why a type has clauses and no companion: clauses are compiled from Java sources alone. */
final class Languages {

  private static final byte[] KOTLIN = "Lkotlin/Metadata;".getBytes(ISO_8859_1);
  private static final byte[] SCALA_2 = "Lscala/reflect/ScalaSignature;".getBytes(ISO_8859_1);
  private static final byte[] SCALA_3 = "TASTY".getBytes(ISO_8859_1);
  private static final byte[] GROOVY = "Lgroovy/transform/Generated;".getBytes(ISO_8859_1);

  private Languages() {}

  /** The reason and what to do, from the class file of the type. */
  static String reason(byte[] bytes) {
    String language =
        ClassHeader.mentions(bytes, KOTLIN)
            ? "Kotlin"
            : ClassHeader.mentions(bytes, SCALA_2) || ClassHeader.mentions(bytes, SCALA_3)
                ? "Scala"
                : ClassHeader.mentions(bytes, GROOVY) ? "Groovy" : null;
    return language == null
        ? "no companion (the processor did not run);"
            + " add tenon-processor to annotationProcessorPaths"
        : "it is written in "
            + language
            + ", and clauses are compiled from Java sources alone; state them on an interface in"
            + " Java";
  }
}
