package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** How much of what views rely on nobody promises, as the processor counted it. */
final class Unpromised {

  private static final String COMPILED = "Ldev/tenon/contract/companion/CompiledContract;";
  private static final int UNKNOWN = -1;

  private Unpromised() {}

  /** What the start-up line says of views. */
  static String banner(ClassLoader loader, List<View> views) throws IOException {
    int count = UNKNOWN;
    for (View view : views) {
      int of = of(loader, view);
      count = of == UNKNOWN ? count : of + Math.max(count, 0);
    }
    StringBuilder text = new StringBuilder(", ");
    text.append(views.size()).append(views.size() == 1 ? " view" : " views");
    if (count != UNKNOWN) {
      text.append(" relying on ").append(count);
      text.append(count == 1 ? " thing" : " things").append(" promised by nobody");
    }
    return text.toString();
  }

  private static int of(ClassLoader loader, View view) throws IOException {
    String companion = view.type().replace('.', '/').concat("$$Contract");
    byte[] bytes = ClassFiles.read(loader, companion);
    ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
    if (header == null || bytes == null) {
      return UNKNOWN;
    }
    Counted counted = new Counted();
    new ClassReader(Declaration.readable(header, bytes)).accept(counted, ClassReader.SKIP_CODE);
    return counted.count;
  }

  /** Reads the count. */
  private static final class Counted extends ClassVisitor {

    private int count = UNKNOWN;

    Counted() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals(COMPILED) ? new Count(this) : null;
    }
  }

  /** Reads one member of an annotation. */
  private static final class Count extends AnnotationVisitor {

    private final Counted counted;

    Count(Counted counted) {
      super(Opcodes.ASM9);
      this.counted = counted;
    }

    @Override
    public void visit(String name, Object value) {
      if (name.equals("unpromised") && value instanceof Integer count) {
        counted.count = count;
      }
    }
  }
}
