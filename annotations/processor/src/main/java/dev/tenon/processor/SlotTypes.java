package dev.tenon.processor;

import javax.lang.model.type.TypeMirror;

/** The types of captured values. */
final class SlotTypes {

  private SlotTypes() {}

  static TypeMirror of(Typing typing, ReadOperation.Slot slot) {
    for (Term old : slot.clause().olds()) {
      if (old.children().get(0).id() == slot.argument().id()) {
        TypeMirror type = typing.of(old);
        if (type != null) {
          return type;
        }
      }
    }
    TypeMirror type = typing.of(slot.argument());
    if (type == null) {
      throw new IllegalStateException("old(" + slot.text() + ") has no type");
    }
    return type;
  }
}
