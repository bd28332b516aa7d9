package dev.tenon.processor;

import dev.tenon.model.Clause;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives clauses without a name one that white space and comments do not change. */
final class ClauseNames {

  private static final int BYTES = 4;

  private ClauseNames() {}

  /** What holds after an exception has the name of its exception clause. */
  static String of(ClauseText clause) {
    return clause.name().isEmpty() ? derive(clause) : clause.name();
  }

  private static String derive(ClauseText clause) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      Thrown thrown = clause.thrown();
      String tokens =
          thrown == null
              ? String.join(" ", Tokens.of(clause.value()))
              : thrown.simpleName() + " " + String.join(" ", Tokens.of(thrown.when()));
      Clause.Role role = thrown == null ? clause.role() : Clause.Role.THROWS;
      byte[] digest = sha.digest(tokens.getBytes(StandardCharsets.UTF_8));
      return ReadOperation.role(role) + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
