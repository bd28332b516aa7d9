package dev.tenon.benchmark.constraint;

/**
 * The suppliers of a seam, which all do the same.
 *
 * @param seam the seam
 * @param supplier checks nothing itself
 * @param handWritten checks by hand
 * @param validated checks nothing itself and carries Spring's mark
 * @param guarded checks nothing itself and carries OVal's constraints, which cannot read the seam's
 */
record Suppliers<S>(Class<S> seam, S supplier, S handWritten, S validated, S guarded) {}
