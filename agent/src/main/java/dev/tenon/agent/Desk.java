package dev.tenon.agent;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers what core asks. A question is a word and its parameters; one that is not understood has
 * the answer null, as from an agent that does not know it yet.
 */
final class Desk {

  private final String version;
  private final @Nullable String arguments;
  private final List<String> warnings;
  private final Lineages lineages;
  private final Presence presence;
  private final Sweep sweep;
  private final LastWords lastWords;
  private final Clients clients;

  Desk(
      String version,
      @Nullable String arguments,
      List<String> warnings,
      Lineages lineages,
      Presence presence,
      Sweep sweep,
      LastWords lastWords,
      Clients clients) {
    this.version = version;
    this.arguments = arguments;
    this.warnings = List.copyOf(warnings);
    this.lineages = lineages;
    this.presence = presence;
    this.sweep = sweep;
    this.lastWords = lastWords;
    this.clients = clients;
  }

  @Nullable Object answer(Object[] question) {
    try {
      return question[0] instanceof String word ? answer(word, question) : null;
    } catch (Throwable error) {
      presence.count("question", error);
      return null;
    }
  }

  private @Nullable Object answer(String word, Object[] question) {
    return switch (word) {
      case "version" -> version;
      case "arguments" -> arguments;
      case "warnings" -> warnings;
      case "errors" -> presence.errors();
      case "seams" -> states(Kind.SEAM, question.length > 1 ? question[1] : null);
      case "views" -> states(Kind.VIEW, question.length > 1 ? question[1] : null);
      case "look" -> {
        sweep.overlooked();
        yield null;
      }
      case "weave" ->
          question.length > 1 && question[1] instanceof Class<?> seam ? sweep.switchOn(seam) : null;
      case "invocations" -> invocations(question);
      case "atExit" -> atExit(question.length > 1 ? question[1] : null);
      default -> null;
    };
  }

  private @Nullable Object invocations(Object[] question) {
    return question.length > 3
            && question[1] instanceof Class<?> client
            && question[2] instanceof String method
            && question[3] instanceof String invoked
        ? clients.invocations(client, method, invoked)
        : null;
  }

  private @Nullable Object atExit(@Nullable Object given) {
    if (given instanceof Runnable last) {
      lastWords.add(last);
      return true;
    }
    return null;
  }

  private Object states(Kind kind, @Nullable Object given) {
    ClassLoader loader =
        given instanceof ClassLoader asked ? asked : ClassLoader.getSystemClassLoader();
    if (kind == Kind.VIEW) {
      // Has the index read, if nobody has asked for it before.
      lineages.views(loader);
      return presence.states(kind, loader, Set.of());
    }
    lineages.examine(loader);
    return presence.states(kind, loader, lineages.seams(loader));
  }
}
