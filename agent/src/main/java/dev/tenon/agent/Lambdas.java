package dev.tenon.agent;

import dev.tenon.linking.Joints;
import dev.tenon.linking.LambdaShape;
import dev.tenon.linking.Linker;
import dev.tenon.linking.Origin;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts a class with doors in front of the lambdas of one site: the class of a lambda itself is
 * hidden, and no agent may change it.
 *
 * <p>Thread-safe.
 */
final class Lambdas {

  /** What the names of the classes in front end with, before the JVM's own address. */
  static final String SUFFIX = Joints.FRONT;

  private final Linker linker;
  private final Presence presence;

  Lambdas(Linker linker, Presence presence) {
    this.linker = linker;
    this.presence = presence;
  }

  /**
   * The site of a lambda.
   *
   * @param lookup of the class that makes it
   * @param name of the operation
   * @param plain the site as the JDK links it
   * @param given what {@link LambdaSites#arguments} says
   */
  CallSite link(Lookup lookup, String name, CallSite plain, Object[] given) {
    try {
      LambdaShape shape = new LambdaShape(lookup, name, plain.type(), given);
      return shape.isHandedOn() ? plain : guarded(shape, plain);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      presence.count("lambda of " + lookup.lookupClass().getName(), error);
      presence.refuse(
          lookup.lookupClass().getClassLoader(),
          plain.type().returnType().getName(),
          "a lambda in "
              + lookup.lookupClass().getName()
              + " could not be woven ("
              + error
              + "); please report this defect of tenon");
      return plain;
    }
  }

  private static byte[] written(LambdaShape shape) {
    return HandingOn.woven(
        Type.getInternalName(shape.lookup().lookupClass()).concat(SUFFIX),
        LambdaForm.of(shape),
        shape.isSerializable(),
        Joining.BY_AGENT);
  }

  private CallSite guarded(LambdaShape shape, CallSite plain) throws Throwable {
    Class<?> target = shape.type();
    Lookup inner =
        shape.lookup().defineHiddenClass(written(shape), false, Lookup.ClassOption.NESTMATE);
    linker.origin(
        inner.lookupClass(),
        new Origin(shape.lookup().lookupClass().getName(), shape.file(), shape.line()));
    MethodHandle wrap =
        inner
            .findConstructor(inner.lookupClass(), MethodType.methodType(void.class, target))
            .asType(MethodType.methodType(target, target));
    return LambdaShape.site(MethodHandles.filterReturnValue(plain.dynamicInvoker(), wrap));
  }
}
