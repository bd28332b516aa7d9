package dev.tenon.internal.guard;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the stack tells of the calls around one that ends, as far as they are under the same
 * invariants. Walked on failure only.
 *
 * @param isOwn whether the object called itself
 * @param calls how many calls of woven bodies under these invariants go on further out
 * @param mayBeOfObject whether one of them may be of the same object, going by its class
 * @param mayBeMade whether one of these is a constructor
 */
record Surrounding(boolean isOwn, int calls, boolean mayBeOfObject, boolean mayBeMade) {

  /** Around a call of this body that ends. */
  static Surrounding of(Body body, Class<?> receiver, Class<?> declaring) {
    return Frames.walk(frames -> new Walk(receiver, declaring, frames).around(body));
  }

  private static final class Walk {

    private final Class<?> receiver;
    private final Class<?> declaring;
    private final Iterator<StackFrame> frames;

    Walk(Class<?> receiver, Class<?> declaring, Stream<StackFrame> frames) {
      this.receiver = receiver;
      this.declaring = declaring;
      this.frames = frames.iterator();
    }

    Surrounding around(Body body) {
      StackFrame frame = next();
      while (frame != null && Machinery.isOwn(frame.getDeclaringClass())) {
        frame = next();
      }
      if (frame != null && isOf(body, frame)) {
        // The call that ends is none of those that go on.
        frame = next();
      }
      Class<?> caller = null;
      int calls = 0;
      boolean mayBeOfObject = false;
      boolean mayBeMade = false;
      for (; frame != null; frame = next()) {
        Class<?> type = frame.getDeclaringClass();
        if (Machinery.isOwn(type)) {
          continue;
        }
        caller = caller == null && !Engine.installed().machinery().includes(type) ? type : caller;
        if (isCall(frame)) {
          calls++;
          boolean mayBe = type.isAssignableFrom(receiver);
          mayBeOfObject |= mayBe;
          mayBeMade |= mayBe && frame.getMethodName().equals(Implementation.CONSTRUCTOR);
        }
      }
      return new Surrounding(caller != null && isOwn(caller), calls, mayBeOfObject, mayBeMade);
    }

    /** The classes inside one are its own, those around it are not. */
    private boolean isOwn(Class<?> caller) {
      Class<?> at = caller;
      while (at != null) {
        if (at.isAssignableFrom(receiver)) {
          return true;
        }
        at = around(at);
      }
      return false;
    }

    private static @Nullable Class<?> around(Class<?> type) {
      try {
        return type.getEnclosingClass();
      } catch (LinkageError unreadable) {
        return null;
      }
    }

    private static boolean isOf(Body body, StackFrame frame) {
      return frame.getMethodName().equals(body.implementation().method())
          && frame.getDeclaringClass().isAssignableFrom(body.implementation().type());
    }

    /** A body that it inherits from a class outside is known by the class of the receiver. */
    private boolean isCall(StackFrame frame) {
      Class<?> type = frame.getDeclaringClass();
      String method = frame.getMethodName();
      if (Proxy.isProxyClass(type) && type != receiver) {
        // The object of a proxy's frame is the proxy.
        return false;
      }
      if (declaring.isAssignableFrom(type)) {
        Body body = Bodies.linked(type, method, frame.getDescriptor());
        return body != null && body.isUnderInvariantsOf(declaring);
      }
      // One that it overrides runs on it inside the override alone, which is counted itself.
      return type.isAssignableFrom(receiver)
          && Bodies.isInherited(receiver, type, declaring, method, frame.getDescriptor());
    }

    private @Nullable StackFrame next() {
      return frames.hasNext() ? frames.next() : null;
    }
  }
}
