package dev.tenon.ledger;

/**
 * An unchecked exception that an operation threw although every precondition held: perhaps a
 * precondition that nobody declared.
 *
 * <p>Immutable. It blames nobody.
 *
 * @param seam the binary name of the seam's interface
 * @param operation the name of the method
 * @param exception the binary name of the exception's class
 * @param times how often; at least 1
 */
public record Note(String seam, String operation, String exception, long times) {}
