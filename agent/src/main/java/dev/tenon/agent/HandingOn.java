package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What stands in front of lambdas that are suppliers: it has the lambda do it. */
final class HandingOn implements Front.Code {

  private final LambdaForm form;
  private final Front front;

  private HandingOn(LambdaForm form, Front front) {
    this.form = form;
    this.front = front;
  }

  /**
   * The class file of what stands in front of lambdas, with doors.
   *
   * @param type its internal name
   * @param form of the lambdas
   * @param isSerializable whether they can be written
   * @param joining what its doors are linked by
   */
  static byte[] woven(String type, LambdaForm form, boolean isSerializable, Joining joining) {
    Front front = new Front(type, form, List.of(form.type()), isSerializable);
    byte[] plain = front.write(new HandingOn(form, front));
    ClassHeader header = ClassHeader.of(plain);
    if (header == null) {
      throw new IllegalStateException("a class file of our own is malformed");
    }
    Set<String> body = Set.of(form.name().concat(form.operation()));
    Bodies bodies = new Bodies(header.name(), new Wanted(List.of(), body, Map.of(), Map.of()));
    ClassReader reader = new ClassReader(plain);
    reader.accept(bodies, ClassReader.EXPAND_FRAMES);
    return new Doorways(header, bodies, Wanted.nothing(), joining, List.of()).write(reader);
  }

  @Override
  public void begin(MethodVisitor method) {
    front.load(method, 0);
  }

  @Override
  public void end(MethodVisitor method) {
    method.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        form.type().getInternalName(),
        form.name(),
        form.operation(),
        true);
  }
}
