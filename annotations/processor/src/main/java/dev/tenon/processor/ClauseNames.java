package dev.tenon.processor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives clauses without a name one that white space and comments do not change. */
final class ClauseNames {

  private static final int BYTES = 4;

  private ClauseNames() {}

  static String derive(ClauseText clause) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String tokens = String.join(" ", Tokens.of(clause.value()));
      byte[] digest = sha.digest(tokens.getBytes(StandardCharsets.UTF_8));
      return ReadOperation.role(clause.role()) + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
