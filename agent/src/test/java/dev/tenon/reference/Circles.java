package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Handle;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Owned;
import dev.tenon.reference.Hierarchy.Setting;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Hierarchy.Step;
import dev.tenon.reference.Hierarchy.Supplier;
import dev.tenon.reference.Hierarchy.Way;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random objects that are made, keep invariants or break them, call each other and are called back,
 * now and then by several threads: the same seed gives the same ones.
 */
final class Circles {

  private static final List<Mode> MODES =
      List.of(Mode.ENFORCE, Mode.OBSERVE, Mode.OBSERVE, Mode.OFF);
  private static final int SUPPLIERS = 3;

  private final Draw draw;
  private final boolean isThreaded;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Declared> types = new ArrayList<>();
  private final List<Supplier> suppliers = new ArrayList<>();
  private final List<Handle> handles = new ArrayList<>();

  private Circles(long seed) {
    this.draw = new Draw(new Random(seed * 31 + 7));
    this.isThreaded = draw.chance(35);
  }

  static Hierarchy of(long seed) {
    return new Circles(seed).circle("c" + Long.toString(seed).replace('-', 'm'));
  }

  private Hierarchy circle(String name) {
    for (int i = 0; i < 3; i++) {
      List<Parameter> parameters =
          draw.chance(60) ? List.of(new Parameter(Type.INT, "a")) : List.of();
      Type result = draw.of(List.of(Type.INT, Type.INT, Type.VOID, Type.INTEGER));
      operations.add(new Operation("op" + i, result, parameters, false, false, false));
    }
    operations.add(
        new Operation(
            Acts.STATIC, Type.INT, List.of(new Parameter(Type.INT, "a")), false, false, false));
    shapes();
    handles();
    // Bodies last: they call what there is.
    for (int i = 0; i < types.size(); i++) {
      types.set(i, new Acts(draw, sofar("", false, List.of(), List.of())).filled(types.get(i)));
    }
    List<Setting> settings = settings();
    List<Step> steps = steps();
    return sofar(name, draw.chance(50), settings, steps);
  }

  private Hierarchy sofar(String name, boolean isNested, List<Setting> settings, List<Step> steps) {
    return new Hierarchy(
        name, isNested, true, Type.VOID, operations, types, suppliers, handles, settings, steps);
  }

  /** The types without anything in them. */
  private void shapes() {
    types.add(bare("I0", Shape.INTERFACE, Optional.empty(), List.of()));
    if (draw.chance(45)) {
      types.add(
          bare(
              "I1",
              Shape.INTERFACE,
              Optional.empty(),
              draw.chance(50) ? List.of("I0") : List.of()));
    }
    int interfaces = types.size();
    int classes = draw.between(1, 3);
    for (int i = 0; i < classes; i++) {
      Optional<String> superclass =
          i > 0 && draw.chance(55) ? Optional.of("C" + draw.below(i)) : Optional.empty();
      List<String> above = new ArrayList<>();
      // All are under the invariants of I0, directly or by their superclass.
      if (superclass.isEmpty()) {
        above.add("I0");
      }
      if (interfaces > 1 && draw.chance(40)) {
        above.add("I1");
      }
      types.add(bare("C" + i, Shape.CLASS, superclass, above));
    }
  }

  private Declared bare(
      String name, Shape shape, Optional<String> superclass, List<String> interfaces) {
    boolean isConfined = shape == Shape.INTERFACE && isThreaded && draw.chance(35);
    boolean hasConstructors = shape == Shape.CLASS && draw.chance(75);
    // Filled in later, as everything else.
    List<Whole.Constructor> constructors =
        hasConstructors
            ? List.of(
                Whole.Constructor.IMPLICIT,
                new Whole.Constructor(
                    List.of(new Parameter(Type.INT, "a")),
                    Optional.empty(),
                    Whole.Constructor.IMPLICIT.member()))
            : List.of();
    Whole whole = new Whole(List.of(), constructors, List.of(), isConfined);
    return new Declared(name, shape, false, false, superclass, interfaces, List.of(), whole);
  }

  private void handles() {
    List<Declared> classes = types.stream().filter(type -> type.shape() == Shape.CLASS).toList();
    Hierarchy all = sofar("", false, List.of(), List.of());
    for (int i = 0; i < SUPPLIERS; i++) {
      Declared type = draw.of(classes);
      List<Expression> arguments =
          draw.chance(50) || type.whole().constructors().isEmpty()
              ? List.of()
              : List.of(new Expression.Literal(Type.INT, draw.between(-1, 5)));
      suppliers.add(new Supplier(type.name(), arguments));
      Declared view = draw.of(all.lineage(type.name()));
      boolean isSeam = view.shape() == Shape.INTERFACE && all.isSubtype(view, all.type("I0"));
      Way way = isSeam && draw.chance(25) ? Way.GUARDED : Way.DIRECT;
      handles.add(new Handle(way, view.name(), i, List.of()));
    }
  }

  private List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    // Where all is thrown little happens.
    int changed = draw.of(List.of(10, 10, 50, 80));
    Hierarchy all = sofar("", false, List.of(), List.of());
    for (Declared type : types) {
      for (Owned owned : all.allOf(type)) {
        for (Clause clause : owned.clauses()) {
          if (draw.chance(changed)) {
            settings.add(setting(owned, clause));
          }
        }
      }
    }
    return settings;
  }

  /**
   * A mode of a clause.
   *
   * <p>Left out: an invariant of I0 that is off. Then nobody takes note of calls on objects of a
   * class under no other, which are taken for calls of its subclasses' objects.
   */
  private Setting setting(Owned owned, Clause clause) {
    Mode mode = draw.of(MODES);
    boolean isNeeded = owned.isInvariants() && owned.type().name().equals("I0");
    return new Setting(
        owned.type().name(),
        new Rule(
            owned.member().operation(),
            clause.name(),
            isNeeded && mode == Mode.OFF ? Mode.OBSERVE : mode));
  }

  private List<Step> steps() {
    Hierarchy all = sofar("", false, List.of(), List.of());
    List<Owned> owned =
        types.stream()
            .flatMap(type -> all.allOf(type).stream())
            .filter(each -> !each.clauses().isEmpty())
            .toList();
    List<Step> steps = new ArrayList<>();
    int count = draw.between(6, 14);
    for (int i = 0; i < count; i++) {
      if (draw.chance(5) && !owned.isEmpty()) {
        Owned changed = draw.of(owned);
        steps.add(new Step.Switch(setting(changed, draw.of(changed.clauses()))));
      }
      step(all).ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Step> step(Hierarchy all) {
    Declared type = draw.of(types);
    if (type.shape() == Shape.CLASS && draw.chance(25)) {
      boolean hasArgument = draw.chance(60) && !type.whole().constructors().isEmpty();
      return Optional.of(new Step.Make(type.name(), hasArgument ? List.of(number()) : List.of()));
    }
    if (!type.whole().statics().isEmpty() && draw.chance(40)) {
      return Optional.of(new Step.CallStatic(type.name(), Acts.STATIC, List.of(number())));
    }
    int handle = draw.below(handles.size());
    List<Operation> known =
        operations.stream()
            .filter(operation -> all.knows(handles.get(handle).view(), operation.name()))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Operation operation = draw.of(known);
    List<Expression> arguments = operation.parameters().isEmpty() ? List.of() : List.of(number());
    boolean isElsewhere = isThreaded && draw.chance(40);
    return Optional.of(new Step.Call(handle, operation.name(), arguments, isElsewhere));
  }

  private Expression number() {
    return new Expression.Literal(Type.INT, draw.between(-3, 9));
  }
}
