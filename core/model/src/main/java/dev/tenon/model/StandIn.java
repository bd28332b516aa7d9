package dev.tenon.model;

/** What a mock library generates to answer in a supplier's place, known by the names of classes. */
public final class StandIn {

  /** What Mockito puts into the names of the classes that it generates. */
  private static final String MARK = "$MockitoMock";

  private StandIn() {}

  /**
   * Whether a class is one of stand-ins.
   *
   * @param className the binary name of a class, or as much of it as reports say
   * @return true when a mock library generated it
   */
  public static boolean isNamed(String className) {
    return className.contains(MARK);
  }
}
