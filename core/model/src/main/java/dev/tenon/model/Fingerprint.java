package dev.tenon.model;

import java.nio.charset.StandardCharsets;
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

  private static final char SEPARATOR = '\u0001';

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
   * @param method the name of the method
   * @param descriptor its erased descriptor
   * @param role how the clause was written
   * @param ordinal its position among the clauses of that role on the method, from 0
   * @param value the text as written
   * @param name the name as written; empty for none
   * @param because the reason as written; empty for none
   */
  public void add(
      String method,
      String descriptor,
      Clause.Role role,
      int ordinal,
      String value,
      String name,
      String because) {
    clauses.add(
        String.join(
            String.valueOf(SEPARATOR),
            method,
            descriptor,
            role.name(),
            Integer.toString(ordinal),
            value,
            name,
            because));
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
    sha.update(type.getBytes(StandardCharsets.UTF_8));
    for (String clause : clauses) {
      sha.update((byte) '\n');
      sha.update(clause.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 16);
  }
}
