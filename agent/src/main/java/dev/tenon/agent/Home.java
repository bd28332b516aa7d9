package dev.tenon.agent;

/** The type in which clauses stand, and what they are enforced for. Immutable. */
final class Home {

  private final Class<?> type;
  private final Kind kind;
  private final String name;

  /**
   * A home.
   *
   * @param type the seam, its holder, or the view
   * @param kind what they are enforced for
   * @param name the binary name of the seam or view
   */
  Home(Class<?> type, Kind kind, String name) {
    this.type = type;
    this.kind = kind;
    this.name = name;
  }

  Class<?> type() {
    return type;
  }

  Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }
}
