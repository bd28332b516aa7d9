package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Components;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.settings.TypePattern;
import dev.tenon.verdict.Site;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two sides of a handoff, found on the stack, which is walked on failure only.
 *
 * <p>Reflection, proxies, generated subclasses, the JDK and the packages of the option {@code
 * infrastructure} are never parties.
 *
 * @param client who called
 * @param supplier who was called
 * @param proxies how many checking proxies of ours stand in front of this guard in the same handoff
 * @param isSuperCall whether an override of the same operation passed its own call on to its
 *     superclass: no handoff of its own
 */
record Parties(Site client, Site supplier, int proxies, boolean isSuperCall) {

  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private static final String OWN = Parties.class.getPackageName();

  /** What generators of subclasses put into the names of their classes. */
  private static final List<String> GENERATED =
      List.of("$$", "_ClientProxy", "_Subclass", "$HibernateProxy", "$MockitoMock$", "$ByteBuddy$");

  static Parties find(Body body, Object self, TypePattern infrastructure) {
    return WALKER.walk(frames -> find(body, self, infrastructure, frames));
  }

  private static Parties find(
      Body body, Object self, TypePattern infrastructure, Stream<StackFrame> frames) {
    Iterator<StackFrame> walk = frames.iterator();
    StackFrame frame = null;
    while (walk.hasNext()) {
      frame = walk.next();
      if (!isOwn(frame.getDeclaringClass())) {
        break;
      }
      frame = null;
    }
    Site supplier = supplier(body, self);
    if (frame != null
        && frame.getDeclaringClass() == body.type()
        && frame.getMethodName().equals(body.method())) {
      supplier = at(frame, supplier.component(), supplier.className());
      frame = walk.hasNext() ? walk.next() : null;
    }
    int proxies = 0;
    while (frame != null && isNoParty(frame, body, infrastructure)) {
      if (frame.getDeclaringClass() == Handoff.class) {
        proxies++;
      }
      frame = walk.hasNext() ? walk.next() : null;
    }
    if (frame == null) {
      return new Parties(Site.unknown(), supplier, proxies, false);
    }
    Class<?> client = frame.getDeclaringClass();
    return new Parties(
        at(frame, Components.of(client), client.getName()),
        supplier,
        proxies,
        isSuperCall(frame, body, self));
  }

  private static Site at(StackFrame frame, String component, String className) {
    String file = frame.getFileName();
    return new Site(
        component,
        className,
        method(frame.getMethodName()),
        file == null ? "" : file,
        Math.max(0, frame.getLineNumber()));
  }

  /** The body's own file and line are known only when its frame is on the stack. */
  private static Site supplier(Body body, Object self) {
    Class<?> type = isGenerated(self.getClass()) ? body.type() : self.getClass();
    return new Site(Components.of(type), type.getName(), body.method(), "", 0);
  }

  private static boolean isNoParty(StackFrame frame, Body body, TypePattern infrastructure) {
    Class<?> type = frame.getDeclaringClass();
    return isOwn(type)
        || isGenerated(type)
        || isOfTheJdk(type)
        || infrastructure.matches(type.getName())
        || isBridge(frame, body);
  }

  private static boolean isOwn(Class<?> type) {
    return type.getPackageName().equals(OWN)
        && type.getClassLoader() == Parties.class.getClassLoader();
  }

  private static boolean isGenerated(Class<?> type) {
    if (Proxy.isProxyClass(type) || type.isHidden()) {
      return true;
    }
    String name = type.getName();
    return GENERATED.stream().anyMatch(name::contains);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /**
   * A virtual call on an object whose class overrides the body enters the override, so only {@code
   * super} leads from there to the overridden body.
   */
  private static boolean isSuperCall(StackFrame frame, Body body, Object self) {
    Class<?> overriding = frame.getDeclaringClass();
    return body.view() == null
        && frame.getMethodName().equals(body.method())
        && overriding != body.type()
        && body.type().isAssignableFrom(overriding)
        && overriding.isInstance(self)
        && isOverridden(body, self.getClass());
  }

  private static boolean isOverridden(Body body, Class<?> receiver) {
    for (Class<?> type : Declarations.supertypes(receiver)) {
      if (type != body.type() && body.type().isAssignableFrom(type) && declares(type, body)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(Class<?> type, Body body) {
    try {
      return type.getDeclaredMethod(body.method(), body.erased().parameterArray()) != null;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  /** A bridge passes a call on to the body in its own class: it is part of the same handoff. */
  private static boolean isBridge(StackFrame frame, Body body) {
    if (!frame.getMethodName().equals(body.method())
        || !body.type().isAssignableFrom(frame.getDeclaringClass())) {
      return false;
    }
    try {
      return frame
          .getDeclaringClass()
          .getDeclaredMethod(body.method(), frame.getMethodType().parameterArray())
          .isBridge();
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  /** A lambda's body is named by the method around it. */
  private static String method(String name) {
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      if (end > "lambda$".length()) {
        return name.substring("lambda$".length(), end);
      }
    }
    return name;
  }
}
