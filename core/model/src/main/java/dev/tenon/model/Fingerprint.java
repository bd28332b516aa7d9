package dev.tenon.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Builds the digest of a declaration, by which a stale companion is recognised.
 *
 * <p>The processor feeds it from source and the run time from reflection, so it takes only what
 * both see alike: each clause with its method's name and erased descriptor. The order of methods
 * does not count; the order of the clauses of one role does. Not thread-safe.
 */
public final class Fingerprint {

  private final String type;
  private final SortedSet<String> clauses = new TreeSet<>();

  /**
   * Starts the digest of one declaration.
   *
   * @param type the binary name of the declaring type
   */
  public Fingerprint(String type) {
    this.type = type;
  }

  /**
   * Adds one clause.
   *
   * @param method the name of the operation
   * @param descriptor its erased descriptor
   * @param role how the clause was written
   * @param ordinal its position among the clauses of that role on the operation, from 0
   * @param written what was written, in the order of the annotation's members: text, name and
   *     reason; of an exception clause the binary name of the exception, condition, guarantee, name
   *     and reason
   */
  public void add(
      String method, String descriptor, Clause.Role role, int ordinal, String... written) {
    StringBuilder clause = new StringBuilder(measured(method)).append(measured(descriptor));
    clause.append(measured(role.name())).append(measured(Integer.toString(ordinal)));
    for (String part : written) {
      clause.append(measured(part));
    }
    clauses.add(clause.toString());
  }

  /**
   * The digest of what was added.
   *
   * @return 32 hexadecimal digits
   */
  public String digest() {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    update(sha, measured(type));
    for (String clause : clauses) {
      update(sha, clause);
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 16);
  }

  /** With its length in front: a text may hold every character, so that none can end it. */
  private static String measured(String part) {
    return part.length() + ":" + part;
  }

  /** Character by character: an encoding would take every half of a pair for the same. */
  private static void update(MessageDigest sha, String text) {
    for (int i = 0; i < text.length(); i++) {
      sha.update((byte) (text.charAt(i) >> 8));
      sha.update((byte) text.charAt(i));
    }
  }
}
