package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Components;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.verdict.Site;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One walk over the stack, from a guard outwards to the client. */
final class ClientWalk {

  /** How many frames an interceptor may put between a generated subclass and its superclass. */
  private static final int MOST_INTERCEPTORS = 64;

  private final Implementation body;
  private final boolean isProxy;
  private final @Nullable Object self;
  private final Class<?> receiver;
  private final Machinery machinery;
  private final Iterator<StackFrame> further;

  /** From the guard outwards, up to what was looked at. */
  private final List<StackFrame> read = new ArrayList<>();

  /** How many of these are behind {@link #frame}, further in. */
  private int passed = -1;

  private Class<?> owner;
  private @Nullable StackFrame frame;
  private @Nullable Class<?> inner;
  private boolean hasCrossedMachinery;
  private int guards;
  private final List<Body> proxies = new ArrayList<>();

  ClientWalk(Body body, @Nullable Object self, Machinery machinery, Stream<StackFrame> frames) {
    this.body = body.implementation();
    this.owner = this.body.owner();
    this.isProxy = body.isProxy();
    this.self = self;
    this.receiver = self == null || this.body.isOwn() ? owner : self.getClass();
    this.machinery = machinery;
    this.further = frames.iterator();
    advance();
  }

  private void advance() {
    inner = frame == null ? null : frame.getDeclaringClass();
    frame = peek(1);
    if (passed < read.size()) {
      passed++;
    }
  }

  Parties parties() {
    while (frame != null && Machinery.isOwn(frame.getDeclaringClass())) {
      count(frame);
      advance();
    }
    if (isProxy) {
      // The first is this guard itself.
      guards--;
    }
    Site supplier = supplier();
    if (frame != null && isBody(frame)) {
      Class<?> entered = frame.getDeclaringClass();
      if (!Machinery.isGenerated(entered)) {
        owner = entered;
        supplier = at(frame, supplier.component(), supplier.className());
      }
      advance();
    }
    skipMachinery();
    while (frame != null && isPassedOn()) {
      skipMachinery();
    }
    if (frame == null) {
      return new Parties(Site.unknown(), supplier, guards, proxies, false, null, null);
    }
    Class<?> client = frame.getDeclaringClass();
    return new Parties(
        at(frame, Components.of(client), client.getName()),
        supplier,
        guards,
        proxies,
        isSuperCall(frame),
        ClientCall.of(frame, read.subList(0, passed), body, receiver),
        CallSites.areAny(body.method())
            ? Place.of(frame, read.size() - passed - 1, further)
            : null);
  }

  /** The body's own file and line are known only when its frame is on the stack. */
  private Site supplier() {
    if (body.created() != null) {
      return body.created();
    }
    if (body.isJdkProxy()) {
      return ofProxy();
    }
    return site(named());
  }

  /** A lambda is named by who made it, also for a default method that it merely inherits. */
  private Class<?> named() {
    if (!Machinery.isGenerated(receiver)) {
      return receiver;
    }
    Class<?> type =
        Machinery.isHidden(receiver) && body.type().isInterface() ? receiver : body.type();
    return Machinery.isHidden(type) ? Machinery.creator(type) : type;
  }

  /** A proxy is no party: its handler is, unless that belongs to the machinery as well. */
  private Site ofProxy() {
    Class<?> first = receiver.getInterfaces()[0];
    if (self == null) {
      return site(first);
    }
    Class<?> named = Machinery.creator(Proxy.getInvocationHandler(self).getClass());
    return site(machinery.includes(named) ? first : named);
  }

  private Site site(Class<?> type) {
    return new Site(Components.of(type), Machinery.name(type), body.method(), "", 0);
  }

  private void skipMachinery() {
    while (frame != null
        && (machinery.includes(frame.getDeclaringClass()) || isBridge(frame) || isSpied(frame))) {
      count(frame);
      // Behind what stands in front, everything begins anew.
      hasCrossedMachinery = !isInFront(frame);
      advance();
    }
  }

  private void count(StackFrame at) {
    if (at.getDeclaringClass() == Handoff.class) {
      guards++;
    } else if (inner != GuardedSupplier.class && isProxyInFront(at)) {
      Body proxied = Bodies.bound(at.getDeclaringClass(), at.getMethodName(), at.getDescriptor());
      if (proxied != null) {
        proxies.add(proxied);
      }
    }
  }

  /**
   * Whether this frame of the application only passes the call on, as an interceptor or the handler
   * of a proxy does; if so, the walk goes on to what stands in front.
   *
   * <p>An interceptor is met where the machinery calls it and a proxy, or a generated subclass of
   * the supplier, was entered with this operation further out. A handler is met directly behind its
   * proxy, with reflection, which leaves no frame, behind it.
   */
  private boolean isPassedOn() {
    return (hasCrossedMachinery || isOfGenerated()) ? goToFront() : goToProxyOfHandler();
  }

  private boolean isOfGenerated() {
    return receiver != owner && Machinery.isGenerated(receiver);
  }

  private boolean goToFront() {
    for (int i = 0; i < MOST_INTERCEPTORS; i++) {
      StackFrame at = peek(i);
      if (at == null || isOtherHandoff(at)) {
        return false;
      }
      if (isInFront(at)) {
        goTo(i);
        return true;
      }
    }
    return false;
  }

  /** A supplier of the application that was called with this operation is a client here. */
  private boolean isOtherHandoff(StackFrame at) {
    return at.getMethodName().equals(body.method())
        && !machinery.includes(at.getDeclaringClass())
        && Bodies.bound(at.getDeclaringClass(), at.getMethodName(), at.getDescriptor()) != null;
  }

  private boolean goToProxyOfHandler() {
    Class<?> handler = frame == null ? null : frame.getDeclaringClass();
    int i = 0;
    StackFrame at = peek(0);
    while (at != null && at.getDeclaringClass() == handler) {
      i++;
      at = peek(i);
    }
    if (at == null || !isProxyInFront(at)) {
      return false;
    }
    goTo(i);
    return true;
  }

  /** The frame so many ahead of this one; null when there are not so many. */
  private @Nullable StackFrame peek(int steps) {
    while (read.size() <= passed + steps && further.hasNext()) {
      read.add(further.next());
    }
    return read.size() <= passed + steps ? null : read.get(passed + steps);
  }

  private void goTo(int steps) {
    for (int i = 0; i < steps && frame != null; i++) {
      count(frame);
      advance();
    }
  }

  private boolean isInFront(StackFrame at) {
    Class<?> type = at.getDeclaringClass();
    return isProxyInFront(at)
        || (at.getMethodName().equals(body.method())
            && type != owner
            && Machinery.isGenerated(type)
            && owner.isAssignableFrom(type));
  }

  private boolean isProxyInFront(StackFrame at) {
    Class<?> type = at.getDeclaringClass();
    return Proxy.isProxyClass(type)
        && at.getMethodName().equals(body.method())
        && shareInterface(type, behind());
  }

  /** What is called, without what a framework adds to the classes that it makes. */
  private Class<?> behind() {
    Class<?> type = receiver;
    while (Machinery.isGenerated(type) && type.getSuperclass() != null) {
      type = type.getSuperclass();
    }
    return type == Proxy.class || type == Object.class ? body.type() : type;
  }

  /**
   * What stands next to a guard in woven code is the body, whichever of the bodies above the
   * receiver's class it is.
   */
  private boolean isBody(StackFrame at) {
    return at.getMethodName().equals(body.method())
        && (isProxy
            ? at.getDeclaringClass() == body.owner()
            : at.getDeclaringClass().isAssignableFrom(receiver))
        && (at.getDescriptor().equals(body.erased().toMethodDescriptorString()) || !isBridge(at));
  }

  private static boolean shareInterface(Class<?> proxy, Class<?> supplier) {
    for (Class<?> each : proxy.getInterfaces()) {
      if (each.isAssignableFrom(supplier)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A virtual call on an object whose class overrides the body enters the override, so only {@code
   * super} leads from there to the overridden body.
   */
  private boolean isSuperCall(StackFrame caller) {
    Class<?> overriding = caller.getDeclaringClass();
    return caller.getMethodName().equals(body.method())
        && overriding != owner
        && owner.isAssignableFrom(overriding)
        && overriding.isAssignableFrom(receiver)
        && isOverridden(receiver);
  }

  private boolean isOverridden(Class<?> receiver) {
    for (Class<?> type : Declarations.supertypes(receiver)) {
      if (type != owner
          && owner.isAssignableFrom(type)
          && declared(type, body.erased().parameterArray()) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether the body of a spy handed the call to the mock library, which called the body anew. */
  private boolean isSpied(StackFrame at) {
    return inner != null && StandIns.isOfLibrary(inner) && isBody(at);
  }

  /**
   * A bridge passes a call on to the body: it is part of the same handoff. It may also be above the
   * body, as in an interface that narrows a generic one.
   */
  private boolean isBridge(StackFrame at) {
    Class<?> holder = at.getDeclaringClass();
    return at.getMethodName().equals(body.method())
        && (owner.isAssignableFrom(holder) || holder.isAssignableFrom(receiver))
        && DeclaredMethods.isBridge(holder, at.getMethodName(), at.getDescriptor());
  }

  private @Nullable Method declared(Class<?> type, Class<?>[] parameters) {
    try {
      return type.getDeclaredMethod(body.method(), parameters);
    } catch (NoSuchMethodException | LinkageError e) {
      return null;
    }
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

  /** A lambda's body is named by the method around it. */
  static String method(String name) {
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      if (end > "lambda$".length()) {
        return name.substring("lambda$".length(), end);
      }
    }
    return name;
  }
}
