package dev.tenon.reference;

import dev.tenon.reference.Interpreter.Door;
import java.util.List;
import java.util.Map;

/** A generated program, with what must come of it. */
interface Specimen {

  /** The package that it stands in. */
  String name();

  /** The modes at the start, as lines of a tenon.properties. */
  List<String> modes();

  /** Its Java, by the binary name of a type in each file. */
  Map<String, String> sources();

  /** What must happen, step by step. */
  List<Happening> expected(Door door);

  /** Whether a step changes a mode instead of calling something. */
  boolean isSwitch(int step);

  /** What the step goes through, for the counts. */
  String way(int step);
}
