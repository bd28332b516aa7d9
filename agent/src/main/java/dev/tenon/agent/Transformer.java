package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each class whether something of it is woven. Most are none of our business, and the
 * answer for these is null, early: only then may the JVM share and cache them.
 *
 * <p>Thread-safe. Throws nothing: the JVM would drop it in silence.
 */
final class Transformer implements ClassFileTransformer {

  private static final @Nullable ClassLoader OWN = Transformer.class.getClassLoader();

  private final Realms realms;
  private final Lineages lineages;
  private final Presence presence;
  private final Inheritance inheritance;
  private final Wants wants;
  private final Clients clients;

  Transformer(Realms realms, Lineages lineages, Presence presence, Wants wants, Clients clients) {
    this.realms = realms;
    this.lineages = lineages;
    this.presence = presence;
    this.inheritance = new Inheritance(lineages, presence);
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
      Layers.meet(loader, module);
      if (redefined != null) {
        clients.redefined(redefined);
      }
      return look(loader, name, bytes);
    } catch (StackOverflowError full) {
      // No call here: it would overflow too, and the JVM complains of a transformer that throws.
      presence.hasOverflowed = true;
      return null;
    } catch (Throwable error) {
      presence.count("a class of ".concat(loader.getClass().getName()), error);
      return null;
    }
  }

  private byte @Nullable [] look(ClassLoader loader, @Nullable String name, byte[] bytes)
      throws IOException {
    ClassHeader header = ClassHeader.of(bytes);
    // The name once more: a loader may define a class without saying what it is.
    if (header == null || (name == null && Names.isSkipped(header.name()))) {
      return null;
    }
    Wanted wanted = wants.of(loader, header, bytes);
    // Made here, so that a JVM without seams loads nothing of the class file library.
    byte[] woven =
        wanted.isEmpty()
            ? null
            : new Weaver(realms, presence, inheritance).weave(loader, header, bytes, wanted);
    if (lineages.mayBind(loader)) {
      realms.of(loader).sees(header.name());
    }
    return woven;
  }
}
