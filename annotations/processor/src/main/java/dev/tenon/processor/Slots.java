package dev.tenon.processor;

import dev.tenon.processor.Signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes how what one operation needs of its entry is captured, carried and read. */
final class Slots {

  private static final String CARRIER = "dev.tenon.contract.companion.Carrier";
  private static final Parameter FAILED = new Parameter("$failed", "java.lang.Throwable[]");

  private record Typed(
      ReadOperation.Slot slot, TypeKind kind, String type, String erased, Snapshot snapshot) {
    int number() {
      return slot.number();
    }

    String name() {
      return "$o" + slot.number();
    }

    boolean isPrimitive() {
      return kind.isPrimitive();
    }
  }

  private final ReadOperation operation;
  private final Signature signature;
  private final String companion;
  private final List<Typed> slots = new ArrayList<>();

  Slots(TypedOperation typed, String companion, Toolbox toolbox) {
    this.operation = typed.operation();
    this.signature = operation.written().signature();
    this.companion = companion;
    for (ReadOperation.Slot slot : operation.slots()) {
      TypeMirror type = SlotTypes.of(typed.typing(slot.clause()), slot);
      String erased = TypeNames.of(toolbox.types().erasure(type));
      slots.add(new Typed(slot, type.getKind(), TypeNames.of(type), erased, Snapshot.of(type)));
    }
  }

  /** The slots and their failures; nothing without slots. */
  List<Parameter> operands() {
    if (slots.isEmpty()) {
      return List.of();
    }
    List<Parameter> operands = new ArrayList<>();
    slots.forEach(slot -> operands.add(new Parameter(slot.name(), slot.type)));
    operands.add(FAILED);
    return operands;
  }

  /** What stands for a use of {@code old}; null for every other term. */
  @Nullable String read(ReadClause clause, Term term) {
    if (term.sort() != Term.Sort.OLD) {
      return null;
    }
    return value(clause, term);
  }

  /** What stands for a captured term. */
  String value(ReadClause clause, Term captured) {
    Typed slot = slots.get(operation.slot(clause, captured).number());
    if (slot.isPrimitive()) {
      return carrier()
          + "."
          + reader(slot)
          + "("
          + slot.name()
          + ", $failed, "
          + slot.number()
          + ")";
    }
    return own("old$" + operation.number() + "$" + slot.number())
        + "("
        + slot.name()
        + ", $failed)";
  }

  /** Each has a name of its own: choosing among overloads costs the compiler much. */
  private static String reader(Typed slot) {
    return slot.isPrimitive() ? "read" + JavaText.title(slot.type) : "read";
  }

  boolean hasCopies() {
    return slots.stream().anyMatch(slot -> slot.snapshot == Snapshot.COPY);
  }

  private String own(String method) {
    return signature.witness().isEmpty() ? method : companion + "." + signature.witness() + method;
  }

  private String carrier() {
    return "Old$" + operation.number();
  }

  void write(CompanionText text, boolean guarded) {
    if (slots.isEmpty()) {
      return;
    }
    carrierClass(text);
    for (Typed slot : slots) {
      String suffix = "$" + operation.number() + "$" + slot.number();
      if (!slot.isPrimitive()) {
        text.hidden(
            signature.generics() + slot.type + " old" + suffix,
            slot.type + " $value, " + new Operands(List.of(FAILED)).declared(),
            "return " + carrier() + ".read($value, $failed, " + slot.number() + ");");
      }
      text.comment(slot.slot.clause());
      text.hidden(
          signature.generics() + slot.type + " captured" + suffix,
          signature.operands().in(argument(slot)).declared(),
          captured(slot));
    }
    capture(text);
    if (guarded) {
      captureUnder(text);
    }
  }

  private static String argument(Typed slot) {
    ReadClause clause = slot.slot.clause();
    return new Printer(clause.text(), (term, printer) -> null).print(slot.slot.argument());
  }

  private static String captured(Typed slot) {
    String value = argument(slot);
    return switch (slot.snapshot) {
      case REFERENCE, ALIAS -> "return " + value + "\n;";
      case ARRAY ->
          slot.type
              + " $value = "
              + value
              + "\n;\n    return $value == null ? null : $value.clone();";
      case COPY -> slot.type + " $value = " + value + "\n;\n    return Copies$.copy($value);";
    };
  }

  private void carrierClass(CompanionText text) {
    StringBuilder fields = new StringBuilder();
    StringBuilder parameters = new StringBuilder();
    StringBuilder kept = new StringBuilder();
    for (Typed slot : slots) {
      String name = "o" + slot.number();
      fields.append("    public final ").append(slot.erased).append(' ').append(name).append(";\n");
      parameters.append(", ").append(slot.erased).append(' ').append(name);
      kept.append("      this.").append(name).append(" = ").append(name).append(";\n");
    }
    text.member(
        "public static final class "
            + carrier()
            + " extends "
            + CARRIER
            + " {\n"
            + fields
            + "    private "
            + carrier()
            + "(java.lang.Object pinned, java.lang.Throwable[] failed"
            + parameters
            + ") {\n      super(pinned, failed);\n"
            + kept
            + "    }\n  }");
  }

  private void capture(CompanionText text) {
    StringBuilder body = new StringBuilder("java.lang.Throwable[] $failed = null;\n    ");
    StringBuilder values = new StringBuilder();
    for (Typed slot : slots) {
      String name = slot.name();
      String call = own("captured$" + operation.number() + "$" + slot.number());
      body.append(slot.type).append(' ').append(name).append(" = ").append(blank(slot.type));
      body.append(";\n    if (($slots & ").append(1L << slot.number()).append("L) != 0L) {\n");
      body.append("      try { ").append(name).append(" = ").append(call).append('(');
      body.append(signature.operands().in(argument(slot)).passed())
          .append("); } catch (java.lang.Throwable $thrown) {\n");
      body.append("        if ($failed == null) $failed = new java.lang.Throwable[");
      body.append(slots.size()).append("];\n        $failed[").append(slot.number());
      body.append("] = $thrown;\n      }\n    }\n    ");
      values.append(", ").append(name);
    }
    body.append("return new ").append(carrier()).append("($pinned, $failed").append(values);
    text.method(
        signature.generics() + carrier() + " capture$" + operation.number(),
        "java.lang.Object $pinned, long $slots, " + signature.operands().declared(),
        body.append(");").toString());
  }

  private static String blank(String type) {
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "char", "int", "long", "float", "double" -> "0";
      default -> "null";
    };
  }

  private void captureUnder(CompanionText text) {
    String call = own("capture$" + operation.number()) + "($pinned, ";
    text.method(
        signature.generics() + carrier() + " captureUnder$" + operation.number(),
        "dev.tenon.contract.companion.Flag $flag, java.lang.Object $pinned, long $slots, "
            + signature.operands().declared(),
        "if ($flag.on) return "
            + call
            + "0L, "
            + signature.operands().passed()
            + ");\n    $flag.on = true;\n    try { return "
            + call
            + "$slots, "
            + signature.operands().passed()
            + "); } finally { $flag.on = false; }");
  }
}
