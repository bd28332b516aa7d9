package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the component that is declared nearest to a class, by class files alone: on the class, the
 * classes around it, its package, the packages above.
 *
 * <p>Thread-safe.
 */
final class Components {

  private static final String MARK = "Ldev/tenon/contract/Component;";
  private static final byte[] MARK_BYTES = MARK.getBytes(ISO_8859_1);

  /** Deeper than classes are nested; a circle of class files ends here. */
  private static final int DEEPEST = 50;

  private final Realms realms;

  Components(Realms realms) {
    this.realms = realms;
  }

  /** Its name; empty when none is declared. */
  String of(ClassLoader loader, ClassHeader header, byte[] bytes) throws IOException {
    return of(loader, header, bytes, 0);
  }

  private String of(ClassLoader loader, ClassHeader header, byte[] bytes, int depth)
      throws IOException {
    String name = header.name();
    String outer = null;
    if (name.indexOf('$') >= 0 || ClassHeader.mentions(bytes, MARK_BYTES)) {
      Place place = Place.of(header, bytes);
      if (place.component != null) {
        return place.component;
      }
      outer = place.outer;
    }
    return outer == null || depth > DEEPEST
        ? ofPackage(loader, Names.packageOf(name))
        : ofOuter(loader, outer, depth);
  }

  private String ofOuter(ClassLoader loader, String outer, int depth) throws IOException {
    Realm realm = realms.of(loader);
    String known = realm.components.get(outer);
    if (known == null) {
      byte[] bytes = ClassFiles.read(loader, outer);
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      known =
          header == null || bytes == null
              ? ofPackage(loader, Names.packageOf(outer))
              : of(loader, header, bytes, depth + 1);
      realm.components.put(outer, known);
    }
    return known;
  }

  private String ofPackage(ClassLoader loader, String name) throws IOException {
    if (name.isEmpty()) {
      return "";
    }
    Realm realm = realms.of(loader);
    String info = name.concat("/package-info");
    String known = realm.components.get(info);
    if (known == null) {
      String declared = declared(ClassFiles.read(loader, info));
      known = declared == null ? ofPackage(loader, Names.packageOf(name)) : declared;
      realm.components.put(info, known);
    }
    return known;
  }

  private static @Nullable String declared(byte @Nullable [] bytes) {
    ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
    if (header == null || bytes == null || !ClassHeader.mentions(bytes, MARK_BYTES)) {
      return null;
    }
    return Place.of(header, bytes).component;
  }

  /** Where a class stands, as its class file says. */
  private static final class Place extends ClassVisitor {

    private final String name;
    private @Nullable String component;
    private @Nullable String outer;

    private Place(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    /** Read here: the JVM loads the class file library for whoever hands a visitor over. */
    static Place of(ClassHeader header, byte[] bytes) {
      Place place = new Place(header.name());
      new ClassReader(Declaration.readable(header, bytes))
          .accept(place, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return place;
    }

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      outer = owner;
    }

    @Override
    public void visitInnerClass(
        String inner, @Nullable String around, @Nullable String simple, int access) {
      if (inner.equals(name) && around != null) {
        outer = around;
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals(MARK) ? new Value(this) : null;
    }
  }

  /** Reads the name of a component. */
  private static final class Value extends AnnotationVisitor {

    private final Place place;

    Value(Place place) {
      super(Opcodes.ASM9);
      this.place = place;
    }

    @Override
    public void visit(String name, Object value) {
      place.component = String.valueOf(value);
    }
  }
}
