package dev.tenon.processor;

import javax.lang.model.type.TypeMirror;

/** Says what keeping old values costs, and where it keeps no more than an alias. */
final class Aliases {

  private final Declaration declaration;
  private final Reporter reporter;

  Aliases(Declaration declaration, Reporter reporter) {
    this.declaration = declaration;
    this.reporter = reporter;
  }

  void check(TypedOperation typed) {
    if (typed.operation().written().suppressed()) {
      return;
    }
    for (ReadOperation.Slot slot : typed.operation().slots()) {
      ReadClause clause = slot.clause();
      TypeMirror type = SlotTypes.of(typed.typing(clause), slot);
      Complaint at =
          new Complaint(
              clause.written().offsets().of(slot.argument().start()), message(slot, type));
      switch (Snapshot.of(type)) {
        case ALIAS -> reporter.warn(declaration, at);
        case ARRAY, COPY -> reporter.note(declaration, at);
        case REFERENCE -> {}
      }
    }
  }

  private static String message(ReadOperation.Slot slot, TypeMirror type) {
    String old = "old(" + slot.text() + ")";
    return switch (Snapshot.of(type)) {
      case ALIAS ->
          old
              + " is an alias: a "
              + TypeNames.of(type)
              + " is not copied, so it may show the new state; take old of a value of it, or"
              + " suppress with @SuppressWarnings(\"tenon\")";
      case ARRAY, COPY -> old + " is copied at each entry";
      case REFERENCE -> "";
    };
  }
}
