package dev.tenon.agent;

import dev.tenon.linking.Invocations;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Reads a class as all agents have left it, and changes nothing of it.
 *
 * <p>The JVM shows a class that is loaded only to transformers of a retransformation. This one
 * comes last, keeps what it is given, and asks for what the JVM refuses before it has done
 * anything: other flags of the class. A retransformation that succeeded would link the class's call
 * sites anew, and give it other lambdas.
 */
final class Capture implements ClassFileTransformer {

  private static final int SYNTHETIC_IN_HIGH_BYTE = 0x10;

  private final Class<?> wanted;
  private final Thread thread = Thread.currentThread();
  private byte @Nullable [] bytes;

  private Capture(Class<?> wanted) {
    this.wanted = wanted;
  }

  /** The class file; null when the JVM does not show it. */
  static byte @Nullable [] of(Class<?> type, Instrumentation instrumentation) {
    if (!instrumentation.isModifiableClass(type)) {
      return null;
    }
    Capture capture = new Capture(type);
    instrumentation.addTransformer(capture, true);
    try {
      instrumentation.retransformClasses(type);
    } catch (UnmodifiableClassException | UnsupportedOperationException | LinkageError refused) {
      // As wished.
      return capture.bytes;
    } finally {
      instrumentation.removeTransformer(capture);
    }
    return capture.bytes;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] given) {
    if (redefined != wanted || Thread.currentThread() != thread) {
      return null;
    }
    try {
      byte[] refused = given.clone();
      refused[Invocations.accessFlags(given)] ^= SYNTHETIC_IN_HIGH_BYTE;
      bytes = given.clone();
      return refused;
    } catch (RuntimeException | StackOverflowError unreadable) {
      return null;
    }
  }
}
