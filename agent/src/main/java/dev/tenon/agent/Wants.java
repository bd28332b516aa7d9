package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what is wanted of a class, by class files.
 *
 * <p>Thread-safe.
 */
final class Wants {

  private final Realms realms;
  private final Lineages lineages;
  private final Presence presence;
  private final Mirrored mirrored;

  Wants(Realms realms, Lineages lineages, Presence presence, Mirrored mirrored) {
    this.realms = realms;
    this.lineages = lineages;
    this.presence = presence;
    this.mirrored = mirrored;
  }

  /** What is wanted of a class. */
  Wanted of(ClassLoader loader, ClassHeader header, byte[] bytes) throws IOException {
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
        lambdas(loader, header),
        mirrored.of(loader, header, bytes));
  }

  private Map<String, List<Declaration>> lambdas(ClassLoader loader, ClassHeader header)
      throws IOException {
    Map<String, List<Declaration>> found = Map.of();
    // Not only where an index names seams: one with constraints alone needs no processor.
    if (!header.isLinkedLate() || !lineages.mayBind(loader)) {
      return found;
    }
    for (String type : header.lambdaTypes()) {
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
