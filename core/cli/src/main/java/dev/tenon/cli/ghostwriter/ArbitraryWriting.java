package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.source.Doc;
import dev.tenon.cli.source.Imports;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the arbitrary of an argument. */
final class ArbitraryWriting {

  private static final String API = "net.jqwik.api.";

  private final Imports imports;

  ArbitraryWriting(Imports imports) {
    this.imports = imports;
  }

  /** The type of the values that are written: of a collection a list. */
  String type(Values values) {
    Class<?> of = Values.erased(values.type());
    if (of == CharSequence.class) {
      return imports.name(String.class);
    }
    if (!Writable.is(values) || values.inside().isEmpty() || Writable.isArray(values.type())) {
      return imports.name(values.type());
    }
    List<String> inside = new ArrayList<>();
    values.inside().forEach(each -> inside.add(boxed(each)));
    return imports.name(container(of).getName()) + "<" + String.join(", ", inside) + ">";
  }

  private static Class<?> container(Class<?> of) {
    return of == Set.class || of == Map.class || of == Optional.class ? of : List.class;
  }

  /** The same as a type argument. */
  String boxed(Values values) {
    Type type = values.type();
    return type instanceof Class<?> plain && plain.isPrimitive()
        ? imports.name(MethodType.methodType(plain).wrap().returnType())
        : type(values);
  }

  /** The arbitrary. */
  Doc of(Argument argument) {
    List<Doc> calls = new ArrayList<>();
    Doc head = head(argument.values(), argument, calls);
    for (String filter : argument.filters()) {
      calls.add(filter(argument.name(), filter));
    }
    return Doc.chained(head, calls);
  }

  /** One of its values. */
  Doc sampled(Argument argument) {
    List<Doc> calls = new ArrayList<>();
    Doc head = head(argument.values(), argument, calls);
    calls.add(Doc.text("sample()"));
    return Doc.chain(head, calls);
  }

  private Doc of(Values values) {
    List<Doc> calls = new ArrayList<>();
    Doc head = head(values, null, calls);
    return Doc.chained(head, calls);
  }

  private static Doc filter(String name, String condition) {
    return Doc.call("filter", List.of(Doc.lambda(name, Doc.text(condition))));
  }

  private Doc head(Values values, @Nullable Argument made, List<Doc> calls) {
    Class<?> type = Writable.primitive(values.type());
    if (Writable.isNumber(values.type())) {
      return new NumberWriting(arbitraries(), imports).of(values, made, calls);
    }
    if (type == boolean.class) {
      return truth(values.limits());
    }
    if (type == char.class) {
      return Doc.text(arbitraries() + ".chars()");
    }
    if (type.isEnum()) {
      return Doc.text(arbitraries() + ".of(" + imports.name(type) + ".class)");
    }
    return Writable.isText(type)
        ? new TextWriting(arbitraries(), imports).of(values.limits(), made, calls)
        : container(values, made, calls);
  }

  private Doc truth(Limits limits) {
    boolean isOpen = limits.why(Limits.Matter.TRUE) == null;
    boolean isFalse = limits.why(Limits.Matter.FALSE) != null;
    return Doc.text(
        arbitraries() + (isOpen ? isFalse ? ".of(false)" : ".of(true, false)" : ".of(true)"));
  }

  private Doc container(Values values, @Nullable Argument made, List<Doc> calls) {
    Class<?> type = Values.erased(values.type());
    if (type == Map.class) {
      List<Doc> both = List.of(of(values.inside().get(0)), of(values.inside().get(1)));
      Sizes.add(values.limits(), made, "Size", calls);
      return Doc.call(arbitraries() + ".maps", both);
    }
    Doc head = head(values.inside().get(0), null, calls);
    calls.add(Doc.text(collected(values, type)));
    if (type != Optional.class) {
      Sizes.add(values.limits(), made, "Size", calls);
    }
    return head;
  }

  private String collected(Values values, Class<?> type) {
    if (Writable.isArray(values.type())) {
      return "array(" + imports.name(values.type()) + ".class)";
    }
    return type == Optional.class ? "optional()" : type == Set.class ? "set()" : "list()";
  }

  private String arbitraries() {
    return imports.name(API + "Arbitraries");
  }
}
