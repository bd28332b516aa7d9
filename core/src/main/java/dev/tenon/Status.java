package dev.tenon;

import java.util.List;
import java.util.Optional;

/**
 * What is enforced now, and what is not and why.
 *
 * <p>Immutable.
 *
 * @param agentVersion the version of the agent; empty when none is attached
 * @param seams the seams known, sorted by name
 * @param views the clients' views of seams, sorted by name
 * @param switchedOff the clauses that failed too often and were switched off, each with the reason
 * @param errors how many errors of Tenon's own were contained so far
 */
public record Status(
    Optional<String> agentVersion,
    List<SeamStatus> seams,
    List<ViewStatus> views,
    List<String> switchedOff,
    long errors) {

  /**
   * Keeps copies of the lists.
   *
   * @param agentVersion the version of the agent; empty when none is attached
   * @param seams the seams known, sorted by name
   * @param views the clients' views of seams, sorted by name
   * @param switchedOff the clauses that failed too often and were switched off
   * @param errors how many errors of Tenon's own were contained so far
   */
  public Status {
    seams = List.copyOf(seams);
    views = List.copyOf(views);
    switchedOff = List.copyOf(switchedOff);
  }

  /**
   * Whether an agent is attached.
   *
   * @return true with an agent
   */
  public boolean isAgentAttached() {
    return agentVersion.isPresent();
  }

  /**
   * The seams that are known not to be enforced.
   *
   * @return the seams, each with its reason
   */
  public List<SeamStatus> notEnforced() {
    return seams.stream().filter(seam -> seam.state() == State.NOT_ENFORCED).toList();
  }

  /**
   * The status as text: one line for each seam, one for each view and below it one for each thing
   * that it relies on and nobody promises, one for each clause that was switched off.
   *
   * @return the text, without a line end
   */
  public String text() {
    StringBuilder text = new StringBuilder("tenon: ");
    text.append(agentVersion.map(version -> "agent " + version).orElse("no agent attached"));
    text.append(", ").append(seams.size()).append(seams.size() == 1 ? " seam" : " seams");
    if (!views.isEmpty()) {
      text.append(", ").append(views.size()).append(views.size() == 1 ? " view" : " views");
    }
    if (errors > 0) {
      text.append(", ").append(errors).append(" contained errors");
    }
    for (SeamStatus seam : seams) {
      text.append(System.lineSeparator()).append("  ").append(seam.text());
    }
    for (ViewStatus view : views) {
      text.append(System.lineSeparator()).append("  ").append(view.text());
    }
    for (String clause : switchedOff) {
      text.append(System.lineSeparator()).append("  ").append(clause);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }

  /** How far a seam is enforced. */
  public enum State {
    /** Implementations are woven. */
    WOVEN,
    /** No implementation has been loaded yet. */
    KNOWN,
    /** Switched off when the agent started. */
    OFF,
    /** Cannot be enforced. */
    NOT_ENFORCED
  }

  /**
   * One seam.
   *
   * @param name the binary name of the declaring type
   * @param state how far it is enforced
   * @param detail the number of woven bodies, or why it is not enforced and what to do, and whether
   *     a mapping of Bean Validation changes its constraints; may be empty
   */
  public record SeamStatus(String name, State state, String detail) {

    /** What the agent said of a seam. */
    static SeamStatus of(String name, String said) {
      if (said.startsWith("woven:")) {
        String bodies = said.substring("woven:".length());
        return new SeamStatus(
            name, State.WOVEN, bodies + (bodies.equals("1") ? " body" : " bodies"));
      }
      return switch (said) {
        case "known" -> new SeamStatus(name, State.KNOWN, "");
        case "off" -> new SeamStatus(name, State.OFF, "");
        default -> {
          String prefix = "not woven: ";
          String reason = said.startsWith(prefix) ? said.substring(prefix.length()) : said;
          yield new SeamStatus(name, State.NOT_ENFORCED, reason);
        }
      };
    }

    /** The same, where a mapping changes what its annotations say. */
    SeamStatus mapped() {
      String remark = "a mapping changes its constraints: the validator is asked for all of them";
      return new SeamStatus(name, state, detail.isEmpty() ? remark : detail + "; " + remark);
    }

    private String text() {
      String said =
          switch (state) {
            case WOVEN -> "woven";
            case KNOWN -> "no implementation loaded yet";
            case OFF -> "off";
            case NOT_ENFORCED -> "NOT ENFORCED";
          };
      return name + "  " + said + (detail.isEmpty() ? "" : ": " + detail);
    }
  }
}
