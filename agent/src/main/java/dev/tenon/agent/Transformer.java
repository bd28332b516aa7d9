package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each class whether something of it is woven. Most are none of our business, and the
 * answer for these is null, early: only then may the JVM share and cache them.
 *
 * <p>Thread-safe. Throws nothing: the JVM would drop it in silence.
 */
final class Transformer implements ClassFileTransformer {

  private static final @Nullable ClassLoader OWN = Transformer.class.getClassLoader();

  private static final String OVERLOOKED =
      " was loaded while the agent was reading class files;"
          + " load it before its class loader loads other classes";

  private final Realms realms;
  private final Lineages lineages;
  private final Presence presence;
  private final Inheritance inheritance;
  private final Mirrored mirrored;
  private final Wants wants;
  private final Clients clients;

  private static final ThreadLocal<@Nullable Reading> READING = new ThreadLocal<>();

  Transformer(
      Realms realms,
      Lineages lineages,
      Presence presence,
      Mirrored mirrored,
      Wants wants,
      Clients clients) {
    this.realms = realms;
    this.lineages = lineages;
    this.presence = presence;
    this.inheritance = new Inheritance(lineages, presence);
    this.mirrored = mirrored;
    this.wants = wants;
    this.clients = clients;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    // First, and with nothing but this class: the loader may be defining what comes next here.
    if (loader == null || loader == OWN) {
      return null;
    }
    if (!Names.isApplications(loader) || (name != null && Names.isSkipped(name))) {
      return null;
    }
    try {
      if (redefined != null) {
        clients.redefined(redefined);
      }
      return look(loader, bytes);
    } catch (StackOverflowError full) {
      // No call here: it would overflow too, and the JVM complains of a transformer that throws.
      presence.hasOverflowed = true;
      return null;
    } catch (Throwable error) {
      presence.count("a class of ".concat(loader.getClass().getName()), error);
      return null;
    }
  }

  private byte @Nullable [] look(ClassLoader loader, byte[] bytes) throws IOException {
    Reading reading = reading();
    List<Overlooked> outer = reading.overlooked;
    if (outer != null) {
      // Reading on would ask the loader for what it is just loading: a circularity error there.
      outer.add(new Overlooked(loader, bytes));
      return null;
    }
    ClassHeader header = ClassHeader.of(bytes);
    // The name once more: a loader may define a class without saying what it is.
    if (header == null || Names.isSkipped(header.name())) {
      return null;
    }
    List<Overlooked> overlooked = new ArrayList<>();
    reading.overlooked = overlooked;
    try {
      Wanted wanted = wants.of(loader, header, bytes);
      // Made here, so that a JVM without seams loads nothing of the class file library.
      byte[] woven =
          wanted.isEmpty()
              ? null
              : new Weaver(realms, presence, inheritance).weave(loader, header, bytes, wanted);
      for (int i = 0; i < overlooked.size(); i++) {
        announce(overlooked.get(i));
      }
      return woven;
    } finally {
      // A field, and no call: on a full stack a call here would leave the thread reading for ever.
      reading.overlooked = null;
    }
  }

  private static Reading reading() {
    Reading reading = READING.get();
    if (reading == null) {
      reading = new Reading();
      READING.set(reading);
    }
    return reading;
  }

  private void announce(Overlooked overlooked) throws IOException {
    ClassHeader header = ClassHeader.of(overlooked.bytes);
    if (header == null) {
      return;
    }
    String type = header.name().replace('/', '.');
    Map<String, String> calls = mirrored.of(overlooked.loader, header, overlooked.bytes);
    for (String view : new Wanted(List.of(), Set.of(), Map.of(), calls).views()) {
      presence.refuse(Kind.VIEW, overlooked.loader, view, type.concat(OVERLOOKED));
    }
    for (Declaration declaration : lineages.of(overlooked.loader, header, overlooked.bytes)) {
      if (!declaration.isEmpty() && (!header.isInterface() || declaration.hasFixed(type))) {
        presence.refuse(overlooked.loader, declaration.type(), type.concat(OVERLOOKED));
      }
    }
  }

  /**
   * Whether this thread reads class files, and what was loaded meanwhile: it is not looked into.
   */
  private static final class Reading {

    private @Nullable List<Overlooked> overlooked;
  }

  private static final class Overlooked {

    private final ClassLoader loader;
    private final byte[] bytes;

    Overlooked(ClassLoader loader, byte[] bytes) {
      this.loader = loader;
      this.bytes = bytes;
    }
  }
}
