package dev.tenon.verdict;

import java.io.Serializable;

/**
 * A party of a handoff, and where in its code.
 *
 * <p>Immutable.
 *
 * @param component the named party; empty when unknown
 * @param className the binary name of the class; empty when unknown
 * @param method the name of the method; empty when unknown
 * @param file the name of the source file, without folders; empty when unknown
 * @param line the line in that file, from 1; 0 or less when unknown
 */
public record Site(String component, String className, String method, String file, int line)
    implements Serializable {

  private static final Site UNKNOWN = new Site("", "", "", "", 0);

  /**
   * The site of a party that could not be found out.
   *
   * @return a site that is not known
   */
  public static Site unknown() {
    return UNKNOWN;
  }

  /**
   * Whether the party was found out.
   *
   * @return true when at least its class is known
   */
  public boolean isKnown() {
    return !className.isEmpty();
  }
}
