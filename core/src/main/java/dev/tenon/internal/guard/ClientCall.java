package dev.tenon.internal.guard;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in its code a client called an operation. Good for as long as the call is under way.
 *
 * @param client the class that holds the code
 * @param method the name of the client's method
 * @param descriptor its descriptor
 * @param index the bytecode index of what it executes, in the class as it runs
 * @param line the line of the source; 0 when unknown
 * @param inner how many frames of the same place stand between the guard and this one
 * @param body what the call has reached
 * @param receiver the class of the object that it has reached
 */
record ClientCall(
    Class<?> client,
    String method,
    String descriptor,
    int index,
    int line,
    int inner,
    Implementation body,
    Class<?> receiver) {

  /** Reflection, method handles and references leave hidden frames. */
  private static final StackWalker EVERYTHING =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

  /** Where the frames of method handles are, and what those of a call site begin with. */
  private static final String HANDLES = "java.lang.invoke";

  private static final String LINK = "linkTo";

  /**
   * A place on the stack.
   *
   * @param frame the client's
   * @param passed the frames between the guard and the client
   */
  static ClientCall of(
      StackFrame frame, List<StackFrame> passed, Implementation body, Class<?> receiver) {
    ClientCall call =
        new ClientCall(
            frame.getDeclaringClass(),
            frame.getMethodName(),
            frame.getDescriptor(),
            frame.getByteCodeIndex(),
            Math.max(0, frame.getLineNumber()),
            0,
            body,
            receiver);
    int inner = (int) passed.stream().filter(call::isAt).count();
    return inner == 0 ? call : call.behind(inner);
  }

  private ClientCall behind(int frames) {
    return new ClientCall(client, method, descriptor, index, line, frames, body, receiver);
  }

  private boolean isAt(StackFrame frame) {
    return frame.getDeclaringClass() == client
        && frame.getByteCodeIndex() == index
        && frame.getMethodName().equals(method)
        && frame.getDescriptor().equals(descriptor);
  }

  /**
   * The class whose method of this operation the client's instruction entered.
   *
   * @return null when something else stands between them, such as reflection: that instruction then
   *     says nothing of the operation
   */
  @Nullable Entered entered() {
    return EVERYTHING.walk(this::entered);
  }

  /**
   * What the client's instruction entered.
   *
   * @param type the class that has the method
   * @param isLinked whether a call site stands between, as at the calls of a client with a view:
   *     then only the instruction itself tells whether that was this operation
   */
  record Entered(Class<?> type, boolean isLinked) {}

  private @Nullable Entered entered(Stream<StackFrame> frames) {
    StackFrame inside = null;
    StackFrame handle = null;
    int open = inner;
    for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
      StackFrame frame = each.next();
      if (isAt(frame) && open-- == 0) {
        boolean isLinked = handle != null && handle.getMethodName().startsWith(LINK);
        return inside != null && (handle == null || isLinked) ? entered(inside, isLinked) : null;
      }
      if (frame.getDeclaringClass().getPackageName().equals(HANDLES)) {
        handle = frame;
      } else {
        handle = null;
        inside = frame;
      }
    }
    return null;
  }

  private @Nullable Entered entered(StackFrame inside, boolean isLinked) {
    if (!inside.getMethodName().equals(body.method())) {
      return null;
    }
    Class<?> type = inside.getDeclaringClass();
    boolean isInFront =
        Proxy.isProxyClass(type) || (Machinery.isGenerated(type) && !Machinery.isHidden(type));
    return isInFront || type.isAssignableFrom(receiver) ? new Entered(type, isLinked) : null;
  }
}
