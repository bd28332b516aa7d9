package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which annotations are constraints of Jakarta Bean Validation, as a class loader sees them. Most
 * are told by their names; of any other the class file is read, once for each loader.
 *
 * <p>Thread-safe.
 */
final class Constraints {

  private static final byte[] CONSTRAINT = "Ljakarta/validation/Constraint;".getBytes(ISO_8859_1);

  private static final String OUTDATED = "javax/validation/";

  private static final String[] ALWAYS = {
    "jakarta/validation/Valid",
    "jakarta/validation/constraints/",
    "jakarta/validation/groups/ConvertGroup",
    "org/hibernate/validator/constraints/",
  };

  /** Where no application keeps constraints of its own. */
  private static final String[] NEVER = {
    "com/fasterxml/jackson/",
    "com/google/errorprone/",
    "dev/tenon/contract/",
    "groovy/",
    "io/micrometer/",
    "io/swagger/",
    "jakarta/",
    "java/",
    "javax/",
    "jdk/",
    "kotlin/",
    "lombok/",
    "org/checkerframework/",
    "org/jetbrains/annotations/",
    "org/jspecify/",
    "org/springframework/aot/",
    "org/springframework/beans/",
    "org/springframework/boot/",
    "org/springframework/cache/",
    "org/springframework/context/",
    "org/springframework/core/",
    "org/springframework/data/",
    "org/springframework/format/",
    "org/springframework/lang/",
    "org/springframework/scheduling/",
    "org/springframework/security/",
    "org/springframework/stereotype/",
    "org/springframework/transaction/",
    "org/springframework/validation/",
    "org/springframework/web/",
    "scala/",
  };

  private final ClassLoader loader;
  private final Realm realm;
  private final Presence presence;

  Constraints(ClassLoader loader, Realm realm, Presence presence) {
    this.loader = loader;
    this.realm = realm;
    this.presence = presence;
  }

  /** Whether an annotation is a constraint of the namespace that is not supported any more. */
  static boolean isOutdated(String descriptor) {
    return descriptor.startsWith(OUTDATED, 1);
  }

  /** Whether an annotation is a constraint, holds several of one, or asks for a cascade. */
  boolean has(String descriptor) {
    return descriptor.charAt(0) == 'L'
        && isConstraint(descriptor.substring(1, descriptor.length() - 1), true);
  }

  private boolean isConstraint(String name, boolean mayHold) {
    for (String start : ALWAYS) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    for (String start : NEVER) {
      if (name.startsWith(start)) {
        return false;
      }
    }
    if (!mayHold) {
      // Not kept: the answer for what is held differs from that for what holds.
      return ask(name, false);
    }
    Boolean known = realm.constraints.get(name);
    if (known == null) {
      known = ask(name, true);
      realm.constraints.put(name, known);
    }
    return known;
  }

  private boolean ask(String name, boolean mayHold) {
    try {
      byte[] bytes = ClassFiles.read(loader, name);
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      if (header == null || bytes == null) {
        // The JVM leaves out what it cannot find.
        return false;
      }
      if (ClassHeader.mentions(bytes, CONSTRAINT)) {
        return true;
      }
      String held = mayHold ? Holding.held(header, bytes) : null;
      return held != null && isConstraint(held, false);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      presence.count("annotation ".concat(name), unreadable);
      return false;
    }
  }

  /** Finds the annotation of which another holds several, as repeated ones are held. */
  private static final class Holding extends ClassVisitor {

    private @Nullable String held;

    private Holding() {
      super(Opcodes.ASM9);
    }

    /** The internal name of what it holds; null when it holds nothing. */
    static @Nullable String held(ClassHeader header, byte[] bytes) {
      Holding holding = new Holding();
      new ClassReader(Declaration.readable(header, bytes))
          .accept(
              holding, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return holding.held;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Type result = Type.getReturnType(descriptor);
      if (name.equals("value")
          && result.getSort() == Type.ARRAY
          && result.getElementType().getSort() == Type.OBJECT) {
        held = result.getElementType().getInternalName();
      }
      return null;
    }
  }
}
