package dev.tenon.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Notes the classes that are loaded while the agent reads class files of others, as a class loader
 * may when it is asked: the JVM shows these to no transformer of the kind that is at work, but to
 * this one, which cannot change classes that are loaded. It is there only once such a loader was
 * met: each transformer costs every class that is loaded.
 *
 * <p>Thread-safe.
 */
final class Meanwhile implements ClassFileTransformer {

  private static final ThreadLocal<@Nullable Reading> READING = new ThreadLocal<>();

  private final Instrumentation instrumentation;
  private final AtomicBoolean isThere = new AtomicBoolean();

  Meanwhile(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** What is loaded on this thread from now on is overlooked; null when it was so before. */
  @Nullable Reading begin(ClassLoader loader) {
    // The JDK's own loaders load nothing when they are asked for a file.
    if (loader.getClass().getClassLoader() != null && isThere.compareAndSet(false, true)) {
      instrumentation.addTransformer(this, false);
    }
    Reading reading = READING.get();
    if (reading == null) {
      reading = new Reading();
      READING.set(reading);
    }
    if (reading.overlooked != null) {
      return null;
    }
    reading.overlooked = new ArrayList<>();
    return reading;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (redefined != null || !Names.isApplications(loader) || loader == null) {
      return null;
    }
    Reading reading = READING.get();
    List<Overlooked> overlooked = reading == null ? null : reading.overlooked;
    if (overlooked != null && (name == null || !Names.isSkipped(name))) {
      overlooked.add(new Overlooked(loader, bytes));
    }
    return null;
  }

  /** Whether a thread reads class files, and what was loaded meanwhile: it is not looked into. */
  static final class Reading {

    @Nullable List<Overlooked> overlooked;
  }

  /** A class that was loaded meanwhile; no record, whose methods would be linked at run time. */
  static final class Overlooked {

    private final ClassLoader loader;
    private final byte[] bytes;

    Overlooked(ClassLoader loader, byte[] bytes) {
      this.loader = loader;
      this.bytes = bytes;
    }

    ClassLoader loader() {
      return loader;
    }

    byte[] bytes() {
      return bytes;
    }
  }
}
