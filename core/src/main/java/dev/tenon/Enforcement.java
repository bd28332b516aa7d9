package dev.tenon;

import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.declaration.Holders;
import dev.tenon.internal.declaration.SeamIndex;
import dev.tenon.internal.guard.AgentDesk;
import dev.tenon.internal.guard.Engine;
import dev.tenon.runtime.Linkage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why seams are not enforced, as far as that is known before they are called. */
final class Enforcement {

  private static final String KNOWN = "known";

  private Enforcement() {}

  /** The holes of what binds a type, by the binary name of the declaring type; none is empty. */
  static Map<String, String> holes(Class<?> seam) {
    Map<String, String> holes = new TreeMap<>();
    if (ClientView.isOne(seam)) {
      hole(seam, known(seam.getClassLoader(), true), "views")
          .or(() -> unreadable(seam))
          .ifPresent(why -> holes.put(seam.getName(), why));
      return holes;
    }
    List<Declaration> binding = Declarations.binding(seam);
    if (binding.isEmpty()) {
      holes.put(
          seam.getName(),
          "has no clauses, so that there is nothing to enforce; add @Requires or @Ensures, or name"
              + " the interface that has them");
    }
    for (Declaration declaration : binding) {
      if (declaration instanceof Declaration.Unenforceable not) {
        holes.put(not.type().getName(), not.reason());
      } else if (declaration instanceof Declaration.Compiled compiled) {
        Class<?> type = compiled.type();
        hole(type, known(type.getClassLoader(), false), "seams")
            .ifPresent(why -> holes.put(type.getName(), why));
      }
    }
    return holes;
  }

  /**
   * Why what is stated of a seam cannot be enforced, as where no processor saw it; empty also where
   * the core does not see it.
   */
  static Map<String, String> unreadable(String seam) {
    Map<String, String> holes = new TreeMap<>();
    try {
      Class<?> type = Class.forName(seam, false, Enforcement.class.getClassLoader());
      for (Declaration declaration : Declarations.binding(type)) {
        if (declaration instanceof Declaration.Unenforceable not) {
          holes.put(not.type().getName(), not.reason());
        }
      }
    } catch (ClassNotFoundException | LinkageError | TypeNotPresentException unseen) {
      return holes;
    }
    return holes;
  }

  /** What the agent knows; without one, what the indexes name. */
  private static Map<String, String> known(@Nullable ClassLoader loader, boolean isOfViews) {
    if (AgentDesk.version().isPresent()) {
      return isOfViews ? AgentDesk.views(loader) : AgentDesk.seams(loader);
    }
    Map<String, String> known = new TreeMap<>();
    try {
      if (loader != null) {
        (isOfViews ? SeamIndex.ofViews(loader) : SeamIndex.of(loader))
            .forEach(name -> known.put(name, KNOWN));
        SeamIndex.ofHolders(loader).forEach(name -> known.put(name, KNOWN));
      }
      Holders.targets(loader).forEach(name -> known.put(name, KNOWN));
    } catch (IOException unreadable) {
      Engine.installed().ledger().error("index of seams", unreadable);
    }
    return known;
  }

  /** Why a view cannot be read. */
  private static Optional<String> unreadable(Class<?> view) {
    try {
      ClientView read = ClientView.of(view);
      return read != null && read.declaration() instanceof Declaration.Unenforceable not
          ? Optional.of(not.reason())
          : Optional.empty();
    } catch (TypeNotPresentException absent) {
      return Optional.of(
          "its seam " + absent.typeName() + " is not on the class path; add its jar");
    }
  }

  /** What stands between a contract that can be read and its enforcement. */
  private static Optional<String> hole(Class<?> type, Map<String, String> known, String indexed) {
    Optional<String> unlinked = unlinked(type);
    if (unlinked.isPresent()) {
      return unlinked;
    }
    String said = known.get(type.getName());
    if (said == null) {
      return type.isInterface()
          ? Optional.of(
              "is not in the index of "
                  + indexed
                  + "; rebuild it with tenon-processor, and merge the files"
                  + " in META-INF/services when jars are joined")
          : Optional.empty();
    }
    Status.SeamStatus status = Status.SeamStatus.of(type.getName(), said);
    return status.state() == Status.State.NOT_ENFORCED
        ? Optional.of(status.detail())
        : Optional.empty();
  }

  private static Optional<String> unlinked(Class<?> type) {
    int protocol = AgentDesk.protocol();
    if (protocol != Linkage.PROTOCOL && AgentDesk.version().isPresent()) {
      return Optional.of(
          "agent speaks "
              + protocol
              + ", core "
              + Linkage.PROTOCOL
              + "; use tenon-agent and tenon-core of one version");
    }
    try {
      Class.forName(Linkage.class.getName(), false, type.getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError absent) {
      return isInLayer(type)
          ? Optional.empty()
          : Optional.of(
              "tenon-core is not visible from its class loader; add it to the class path there; a"
                  + " bundle of OSGi has to import dev.tenon.runtime");
    }
  }

  /** The agent finds this module also from one that does not read it. */
  private static boolean isInLayer(Class<?> type) {
    ModuleLayer layer = type.getModule().getLayer();
    return layer != null && layer.findModule("dev.tenon.core").isPresent();
  }
}
