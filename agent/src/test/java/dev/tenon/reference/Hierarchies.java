package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Handle;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Setting;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Hierarchy.Step;
import dev.tenon.reference.Hierarchy.Way;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random hierarchies: the same seed gives the same one. */
final class Hierarchies {

  private static final List<Type> PARAMETERS =
      List.of(Type.INT, Type.INT, Type.INT, Type.LONG, Type.STRING, Type.INTEGER, Type.CELL);
  private static final List<Type> RESULTS =
      List.of(Type.VOID, Type.INT, Type.INT, Type.BOOLEAN, Type.STRING, Type.INTEGER, Type.CELL);
  private static final List<Type> ARGUMENTS =
      List.of(Type.VOID, Type.VOID, Type.STRING, Type.INTEGER);
  private static final List<Mode> MODES =
      List.of(Mode.ENFORCE, Mode.ENFORCE, Mode.OBSERVE, Mode.OBSERVE, Mode.OFF);

  private final Draw draw;
  private final boolean hasState;
  private final Type argument;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Declared> types = new ArrayList<>();
  private final List<Hierarchy.Supplier> suppliers = new ArrayList<>();
  private final List<Handle> handles = new ArrayList<>();

  private Hierarchies(long seed) {
    this.draw = new Draw(new Random(seed));
    this.hasState = draw.chance(75);
    this.argument = draw.of(ARGUMENTS);
  }

  static Hierarchy of(long seed) {
    return new Hierarchies(seed).hierarchy("h" + Long.toString(seed).replace('-', 'm'));
  }

  private Hierarchy hierarchy(String name) {
    operations();
    int interfaces = draw.between(1, 3);
    for (int i = 0; i < interfaces; i++) {
      add(Shape.INTERFACE, "I" + i, Optional.empty());
    }
    int classes = draw.of(List.of(1, 2, 2, 3, 3, 4));
    for (int i = 0; i < classes; i++) {
      Shape shape = i < classes - 1 && draw.chance(35) ? Shape.ABSTRACT : Shape.CLASS;
      List<Declared> above =
          types.stream().filter(type -> type.shape() != Shape.INTERFACE).toList();
      Optional<String> superclass =
          above.isEmpty() || draw.chance(15)
              ? Optional.empty()
              : Optional.of(draw.of(above).name());
      add(shape, "C" + i, superclass);
    }
    types.add(members().worker());
    handles();
    List<Setting> settings = settings();
    List<Step> steps = steps();
    return scene(name, draw.chance(50), settings, steps);
  }

  private Hierarchy scene(String name, boolean isNested, List<Setting> settings, List<Step> steps) {
    return new Hierarchy(
        name, isNested, hasState, argument, operations, types, suppliers, handles, settings, steps);
  }

  /** What there is up to now. */
  private Hierarchy sofar() {
    return scene("", false, List.of(), List.of());
  }

  private Members members() {
    return new Members(draw, sofar());
  }

  private void operations() {
    for (int i = 0; i < (draw.chance(60) ? 2 : 1); i++) {
      List<Parameter> parameters = new ArrayList<>();
      int count = draw.of(List.of(0, 1, 1, 2, 2));
      for (int p = 0; p < count; p++) {
        parameters.add(new Parameter(draw.of(PARAMETERS), "abc".substring(p, p + 1)));
      }
      boolean isGeneric = argument != Type.VOID && draw.chance(80);
      if (isGeneric) {
        parameters.add(0, new Parameter(argument, "t"));
      }
      boolean isResultGeneric = argument != Type.VOID && draw.chance(35);
      Type result = isResultGeneric ? argument : draw.of(RESULTS);
      boolean isText = result == Type.STRING || result == Type.INTEGER;
      boolean isWide = !isResultGeneric && isText && draw.chance(60);
      operations.add(
          new Operation("op" + i, result, parameters, isGeneric, isResultGeneric, isWide));
    }
  }

  private void add(Shape shape, String name, Optional<String> superclass) {
    List<String> interfaces = new ArrayList<>();
    for (Declared each : types) {
      boolean isAdded = draw.chance(shape == Shape.INTERFACE ? 55 : 38);
      if (isAdded && each.shape() == Shape.INTERFACE) {
        interfaces.add(each.name());
      }
    }
    Hierarchy above = sofar();
    List<Declared> parents =
        interfaces.stream().map(above::type).collect(java.util.stream.Collectors.toList());
    superclass.map(above::type).ifPresent(parents::add);
    // What is special is so for all subtypes: these cannot give a type parameter or an Object.
    boolean mayBeGeneric = argument != Type.VOID && parents.stream().allMatch(Declared::isGeneric);
    boolean mayBeWide = parents.stream().allMatch(Declared::isWide);
    boolean isGeneric = mayBeGeneric && draw.chance(parents.isEmpty() ? 60 : 25);
    boolean isWide = mayBeWide && draw.chance(50);
    Declared bare =
        new Declared(name, shape, isGeneric, isWide, superclass, interfaces, List.of(), Whole.NONE);
    types.add(bare);
    List<Member> members = members().of(bare);
    types.set(
        types.size() - 1,
        new Declared(name, shape, isGeneric, isWide, superclass, interfaces, members, Whole.NONE));
  }

  private void handles() {
    Hierarchy all = sofar();
    List<Declared> concrete =
        all.types().stream()
            .filter(type -> type.shape() == Shape.CLASS)
            .filter(type -> !type.name().equals(Hierarchy.WORKER))
            .filter(type -> operations.stream().anyMatch(o -> all.knows(type.name(), o.name())))
            .toList();
    suppliers.add(new Hierarchy.Supplier(Hierarchy.WORKER, List.of()));
    int count = concrete.isEmpty() ? 0 : draw.between(1, 4);
    for (int i = 0; i < count; i++) {
      suppliers.add(new Hierarchy.Supplier(draw.of(concrete).name(), List.of()));
    }
    int wanted = draw.between(3, 7);
    for (int tries = 0; handles.size() < wanted && tries < 100; tries++) {
      handle(all, draw.of(List.of(Way.values()))).ifPresent(handles::add);
    }
  }

  private Optional<Handle> handle(Hierarchy all, Way way) {
    int supplier = draw.below(suppliers.size());
    boolean isOfWorker =
        switch (way) {
          case DIRECT, GUARDED, GUARDED_TWICE, PROXIED, PROXIED_TWICE -> false;
          case ACTING, LAMBDA, STATIC_REFERENCE, BOUND_REFERENCE -> true;
        };
    if (!isOfWorker && supplier == 0) {
      return Optional.empty();
    }
    List<Declared> views = isOfWorker ? all.types() : all.lineage(suppliers.get(supplier).type());
    Declared view = draw.of(views);
    boolean isOpen = operations.stream().anyMatch(o -> all.knows(view.name(), o.name()));
    boolean isChecked = all.hasClauses(view.name());
    boolean isInterface = view.shape() == Shape.INTERFACE;
    boolean isPossible =
        switch (way) {
          case DIRECT -> true;
          case GUARDED, GUARDED_TWICE -> isInterface && isChecked;
          case PROXIED, PROXIED_TWICE, ACTING -> isInterface;
          case LAMBDA, STATIC_REFERENCE, BOUND_REFERENCE -> all.ofLambda(view).isPresent();
        };
    if (!isOpen || !isPossible || view.name().equals(Hierarchy.WORKER)) {
      return Optional.empty();
    }
    List<Program.Statement> body =
        way == Way.LAMBDA || way == Way.STATIC_REFERENCE
            ? members().ofLambda(all.ofLambda(view).orElseThrow())
            : List.of();
    return Optional.of(new Handle(way, view.name(), isOfWorker ? 0 : supplier, body));
  }

  private List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (Declared type : types) {
      if (draw.chance(15) && type.members().stream().anyMatch(Member::hasClauses)) {
        Mode mode = draw.of(MODES);
        // Left out: a lambda made while its whole seam was off stays unchecked when it is switched
        // on, since nothing was put in front of it and no agent may change its class.
        boolean isPossible = mode != Mode.OFF || type.shape() != Shape.INTERFACE || hasState;
        settings.add(new Setting(type.name(), new Rule("", "", isPossible ? mode : Mode.OBSERVE)));
      }
      for (Member member : type.members()) {
        for (String clause : member.names()) {
          if (draw.chance(25)) {
            settings.add(setting(type, member, clause));
          }
        }
      }
    }
    return settings;
  }

  private Setting setting(Declared type, Member member, String clause) {
    return new Setting(type.name(), new Rule(member.operation(), clause, draw.of(MODES)));
  }

  private List<Step> steps() {
    Hierarchy all = sofar();
    Expressions literals = new Expressions(draw, new Scope(List.of(), List.of(), List.of()));
    List<Step> steps = new ArrayList<>();
    int count = handles.isEmpty() ? 0 : draw.between(5, 12);
    for (int i = 0; i < count; i++) {
      if (draw.chance(4)) {
        anySetting().ifPresent(setting -> steps.add(new Step.Switch(setting)));
      }
      int handle = draw.below(handles.size());
      String view = handles.get(handle).view();
      Operation operation =
          draw.of(operations.stream().filter(o -> all.knows(view, o.name())).toList());
      List<Expression> arguments = new ArrayList<>();
      operation.parameters().forEach(each -> arguments.add(literals.argument(each.type())));
      steps.add(new Step.Call(handle, operation.name(), arguments, false));
    }
    return steps;
  }

  private Optional<Setting> anySetting() {
    Declared type = draw.of(types);
    List<Member> members = type.members().stream().filter(Member::hasClauses).toList();
    return members.isEmpty() ? Optional.empty() : Optional.of(setting(type, draw.of(members), ""));
  }
}
