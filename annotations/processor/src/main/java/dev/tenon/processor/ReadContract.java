package dev.tenon.processor;

import java.util.List;

/**
 * A declaration whose clauses are read.
 *
 * @param declaration the declaration
 * @param operations the operations with those clauses that could be read
 * @param whole whether no clause was refused
 */
record ReadContract(Declaration declaration, List<ReadOperation> operations, boolean whole) {}
