package dev.tenon.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a violation: what stays the same when values, lines and proxies change. */
final class ViolationFingerprint {

  private static final int BYTES = 8;

  /** Copied for each use: to look for one among the providers takes longer than to use it. */
  private static final MessageDigest UNUSED = sha256();

  private ViolationFingerprint() {}

  static String of(Violation violation) {
    // A line feed cannot be part of any of these, so that no two different lists join to one text.
    String identity =
        String.join(
            "\n",
            violation.operation().seam(),
            violation.operation().name(),
            violation.clause().name(),
            violation.kind().name(),
            violation.blamed().name(),
            violation.client().component(),
            violation.supplier().component());
    byte[] digest = copy().digest(identity.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest copy() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException ofAnotherProvider) {
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
