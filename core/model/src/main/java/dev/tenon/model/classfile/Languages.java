package dev.tenon.model.classfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * Why a type has clauses and no companion: clauses are compiled from Java sources alone.
 *
 * <p>Thread-safe.
 */
public final class Languages {

  private static final byte[] KOTLIN = "Lkotlin/Metadata;".getBytes(ISO_8859_1);
  private static final byte[] SCALA_2 = "Lscala/reflect/ScalaSignature;".getBytes(ISO_8859_1);
  private static final byte[] SCALA_3 = "TASTY".getBytes(ISO_8859_1);
  private static final byte[] GROOVY = "Lgroovy/transform/Generated;".getBytes(ISO_8859_1);

  private Languages() {}

  /**
   * The reason and what to do.
   *
   * @param bytes the class file of the type
   * @return the reason, which names the language when it is not Java
   */
  public static String reason(byte[] bytes) {
    String language = other(bytes);
    return language == null
        ? "no companion (the processor did not run);"
            + " add tenon-processor to annotationProcessorPaths"
        : "it is written in "
            .concat(language)
            .concat(
                ", and clauses are compiled from Java sources alone; state them on an interface in"
                    + " Java");
  }

  /**
   * The language that a type is written in.
   *
   * @param bytes the class file of the type
   * @return its name; null for Java, and where nothing tells
   */
  public static @Nullable String other(byte[] bytes) {
    if (ClassHeader.mentions(bytes, KOTLIN)) {
      return "Kotlin";
    }
    if (ClassHeader.mentions(bytes, SCALA_2) || ClassHeader.mentions(bytes, SCALA_3)) {
      return "Scala";
    }
    return ClassHeader.mentions(bytes, GROOVY) ? "Groovy" : null;
  }
}
