package dev.tenon.reference;

/** The types of values in generated programs. */
enum Type {
  VOID("void"),
  INT("int"),
  LONG("long"),
  BOOLEAN("boolean"),
  STRING("String"),
  INTEGER("Integer"),
  CELL("Cell"),
  PAIR("Pair"),
  OBJECT("Object");

  private final String text;

  Type(String text) {
    this.text = text;
  }

  boolean isReference() {
    return ordinal() >= STRING.ordinal();
  }

  /** As it is written in Java. */
  String text() {
    return text;
  }
}
