package dev.tenon;

import dev.tenon.model.Reliance;
import java.util.List;

/**
 * One client's view of a seam: whether it is checked at this client's calls, and how much of what
 * it relies on is visibly promised.
 *
 * <p>Immutable.
 *
 * @param name the binary name of the view
 * @param seam the binary name of the seam; empty when that is not visible
 * @param state how far it is enforced
 * @param detail the number of woven calls, or why it is not enforced and what to do; may be empty
 * @param reliances what it relies on, in source order, each with what promises it
 */
public record ViewStatus(
    String name, String seam, Status.State state, String detail, List<Reliance> reliances) {

  /**
   * Keeps a copy.
   *
   * @param name the binary name of the view
   * @param seam the binary name of the seam
   * @param state how far it is enforced
   * @param detail the number of woven calls, or why it is not enforced
   * @param reliances what it relies on
   */
  public ViewStatus {
    reliances = List.copyOf(reliances);
  }

  /**
   * What it relies on and nobody visibly promises: a clause that says the same in other words is
   * not recognised. It is judged at each call.
   *
   * @return the reliances in source order; may be empty
   */
  public List<Reliance> unpromised() {
    return reliances.stream().filter(each -> !each.isPromised()).toList();
  }

  String text() {
    StringBuilder text = new StringBuilder(name).append("  ");
    text.append(
        switch (state) {
          case WOVEN -> "woven";
          case KNOWN -> "no call loaded yet";
          case OFF -> "off";
          case NOT_ENFORCED -> "NOT ENFORCED";
        });
    if (!detail.isEmpty()) {
      text.append(": ").append(detail);
    }
    List<Reliance> unpromised = unpromised();
    if (!unpromised.isEmpty()) {
      text.append("; relied on, promised by nobody:");
    }
    for (Reliance each : unpromised) {
      text.append(System.lineSeparator())
          .append("    ")
          .append(each.operation())
          .append(": ")
          .append(each.text());
    }
    return text.toString();
  }
}
