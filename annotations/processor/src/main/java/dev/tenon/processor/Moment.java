package dev.tenon.processor;

import dev.tenon.model.Clause;
import dev.tenon.processor.Complaint.Refusal;

/** When a clause is evaluated, and so what it cannot speak of. */
record Moment(OperationText operation, Clause.Role role) {

  /** Refuses {@code result} where there is none. */
  void checkResult(int start, Visible visible) {
    String refusal =
        switch (role) {
          case REQUIRES -> "'result' in a precondition: there is no result at entry";
          case THROWS -> "'result' in 'when': it is evaluated at entry";
          case AFTER -> "'result' after an exception: nothing is returned";
          case INVARIANT -> "'result' in an invariant: it is about the object, not about a call";
          case ENSURES -> {
            if (visible.inOld()) {
              yield "'result' in old: there is no result at entry";
            }
            if (operation.form() == Form.CONSTRUCTOR) {
              yield "'result' of a constructor: what it makes is 'this'";
            }
            yield operation.returnsValue() ? "" : "'result' of an operation that returns nothing";
          }
        };
    refuse(start, refusal);
  }

  /** Refuses {@code old} where there is no entry to look back at. */
  void checkOld(int start, Visible visible) {
    String refusal =
        switch (role) {
          case REQUIRES -> "'old' in a precondition: entry is now";
          case THROWS -> "'old' in 'when': it is evaluated at entry";
          case INVARIANT -> "'old' in an invariant: it is about one moment";
          case ENSURES, AFTER -> visible.inOld() ? "'old' in old: entry is one moment" : "";
        };
    refuse(start, refusal);
  }

  /** Refuses the object, or a member of it, where there is none. */
  void checkSelf(String what, int start, Visible visible) {
    String refusal =
        switch (operation.form()) {
          case METHOD, TYPE -> "";
          case STATIC_METHOD ->
              what.equals("this")
                  ? "'this' in a clause of a static method: it has no object"
                  : "'" + what + "' belongs to an object, which a static method does not have";
          case CONSTRUCTOR -> {
            boolean atEntry = role == Clause.Role.REQUIRES || visible.inOld();
            String of = what.equals("this") ? "" : "'" + what + "' belongs to the object: ";
            yield atEntry ? of + "before the constructor has run there is no 'this'" : "";
          }
        };
    refuse(start, refusal);
  }

  private static void refuse(int start, String refusal) {
    if (!refusal.isEmpty()) {
      throw new Refusal(start, refusal);
    }
  }
}
