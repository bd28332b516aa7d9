package dev.tenon.model;

/** Whose fault a violation is. */
public enum Party {
  /** The client: a precondition of the view it called through was false. */
  CLIENT,
  /** The supplier: it broke a guarantee, an invariant or an exception clause. */
  SUPPLIER,
  /** The implementation's own declaration: it contradicts the contract that it overrides. */
  OVERRIDE,
  /** The contract itself: a clause failed, so neither side can be blamed. */
  CONTRACT,
  /** Neither side alone: a client relies on what no supplier promises. */
  GAP
}
