package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Mirrored mirrored;
  private final Clients clients;

  Transformer(
      Realms realms, Lineages lineages, Presence presence, Mirrored mirrored, Clients clients) {
    this.realms = realms;
    this.lineages = lineages;
    this.presence = presence;
    this.inheritance = new Inheritance(lineages, presence);
    this.mirrored = mirrored;
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
    Wanted wanted = wanted(loader, header, bytes);
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

  /** What is wanted of a class. */
  Wanted wanted(ClassLoader loader, ClassHeader header, byte[] bytes) throws IOException {
    List<Declaration> lineage = armed(lineages.of(loader, header, bytes));
    if (!lineage.isEmpty()
        && Names.isGenerated(header.name())
        && !Names.mayAnswer(header.name())
        && lineages.areAllAbove(loader, header.superName(), lineage)) {
      // It stands in front of a body that is woven in its superclass.
      lineage = List.of();
    }
    return new Wanted(
        lineage,
        realms.of(loader).wanted(header.name()),
        lambdas(loader, header, bytes),
        mirrored.of(loader, header, bytes));
  }

  private Map<String, List<Declaration>> lambdas(
      ClassLoader loader, ClassHeader header, byte[] bytes) throws IOException {
    Map<String, List<Declaration>> found = Map.of();
    // Not only where an index names seams: one with constraints alone needs no processor.
    if (!header.isLinkedLate() || !lineages.mayBind(loader)) {
      return found;
    }
    for (String type : header.lambdaTypes(bytes)) {
      List<Declaration> above = armed(lineages.of(loader, type));
      if (!above.isEmpty()) {
        found = found.isEmpty() ? new HashMap<>() : found;
        found.put(type, above);
      }
    }
    return found;
  }

  private List<Declaration> armed(List<Declaration> lineage) {
    for (Declaration declaration : lineage) {
      if (!isArmed(declaration)) {
        List<Declaration> armed = new ArrayList<>();
        for (Declaration one : lineage) {
          if (isArmed(one)) {
            armed.add(one);
          }
        }
        return armed;
      }
    }
    return lineage;
  }

  /** A seam that says nothing itself only makes what is under it a matter of ours. */
  private boolean isArmed(Declaration declaration) {
    return !declaration.isEmpty() && !presence.isOff(declaration.type());
  }
}
