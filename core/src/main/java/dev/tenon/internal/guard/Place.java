package dev.tenon.internal.guard;

import java.lang.StackWalker.StackFrame;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where on the stack of a thread a client's call is under way. The guard at the call and those
 * behind it find the same, so that they need nothing else to know of each other.
 *
 * @param client the class of the client's frame; weakly, since a place may stay on a thread
 * @param method the name of its method
 * @param descriptor its descriptor
 * @param index the bytecode index of the call
 * @param depth how many frames there are up to this one
 */
record Place(
    WeakReference<Class<?>> client, String method, String descriptor, int index, int depth) {

  /**
   * The place of a frame.
   *
   * @param frame the client's
   * @param read how many of the frames further out are read already
   * @param further the others
   */
  static Place of(StackFrame frame, int read, Iterator<StackFrame> further) {
    int depth = 1 + read;
    while (further.hasNext()) {
      further.next();
      depth++;
    }
    return new Place(
        new WeakReference<>(frame.getDeclaringClass()),
        frame.getMethodName(),
        frame.getDescriptor(),
        frame.getByteCodeIndex(),
        depth);
  }

  /** Whether this thread is still there. */
  boolean isUnderWay() {
    List<StackFrame> frames = Frames.walk(Stream::toList);
    int at = frames.size() - depth;
    return at >= 0 && isOf(frames.get(at));
  }

  private boolean isOf(StackFrame frame) {
    return client.refersTo(frame.getDeclaringClass())
        && frame.getByteCodeIndex() == index
        && frame.getMethodName().equals(method)
        && frame.getDescriptor().equals(descriptor);
  }

  /** The call that this guard stands at; null where no application frame makes it. */
  static @Nullable Place here(Machinery machinery) {
    return Frames.walk(frames -> here(machinery, frames));
  }

  private static @Nullable Place here(Machinery machinery, Stream<StackFrame> frames) {
    Iterator<StackFrame> each = frames.iterator();
    while (each.hasNext()) {
      StackFrame frame = each.next();
      if (!machinery.includes(frame.getDeclaringClass())) {
        return of(frame, 0, each);
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place
        && index == place.index
        && depth == place.depth
        && method.equals(place.method)
        && descriptor.equals(place.descriptor)
        && client.refersTo(place.client.get());
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, descriptor, index, depth);
  }
}
