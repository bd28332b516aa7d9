package dev.tenon.linking;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Links the calls of clients that have views.
 *
 * <p>Thread-safe. Gives the plain call rather than an error, which the JVM would keep for ever and
 * show to the application.
 */
public final class Calls {

  private static final ThreadLocal<@Nullable Progress> PROGRESS = new ThreadLocal<>();

  private final Source source;
  private final Watch watch;

  /** Knows what becomes of a call: core, or several. */
  public interface Source {

    /**
     * What becomes of a call.
     *
     * @param call what is called, where
     * @return a handle of the type of the plain call
     * @throws Throwable if nothing can be made of it
     */
    MethodHandle of(Call call) throws Throwable;
  }

  /**
   * A linker of calls.
   *
   * @param source knows what becomes of a call
   * @param watch is told of what goes wrong
   */
  public Calls(Source source, Watch watch) {
    this.source = source;
    this.watch = watch;
  }

  /**
   * The site of a call.
   *
   * @param lookup of the client
   * @param operation the name of what is called
   * @param type of the site
   * @param original what is called
   * @param views the binary names of the views that apply, joined by commas
   * @param method the name of the method that calls
   * @param file its source file; empty when unknown
   * @param line 0 when unknown
   * @return the site; the plain call when it cannot be linked, which is counted
   */
  public CallSite link(
      MethodHandles.Lookup lookup,
      String operation,
      MethodType type,
      MethodHandle original,
      String views,
      String method,
      String file,
      int line) {
    return link(new Call(lookup, operation, type, original, views, method, file, line, false));
  }

  /**
   * The site of a call.
   *
   * @param call what is called, where
   * @return as above
   */
  public CallSite link(Call call) {
    Progress progress = progress();
    Linking outer = progress.innermost;
    for (Linking at = outer; at != null; at = at.outer) {
      if (at.call.isSame(call)) {
        // Linking calls what is being linked: this first call passes, the site is set afterwards.
        MutableCallSite later = new MutableCallSite(call.plain());
        at.later.add(later);
        return later;
      }
    }
    Linking linking = new Linking(outer, call);
    progress.innermost = linking;
    MethodHandle linked;
    try {
      linked = linked(call);
    } finally {
      // A field, and no call: on a full stack a call here would leave the thread linking for ever.
      progress.innermost = outer;
    }
    linking.set(linked);
    return new ConstantCallSite(linked);
  }

  private MethodHandle linked(Call call) {
    try {
      return NullReceivers.apart(call, source.of(call));
    } catch (VirtualMachineError noRoom) {
      // Thrown on, the JVM forgets this attempt and links at the next call.
      throw noRoom;
    } catch (Throwable error) {
      watch.count("link of a call in " + call.client().getName() + "." + call.method(), error);
      String why = "it could not be linked: " + error;
      return watch.isStrict() ? call.refused(why) : call.plain();
    }
  }

  private static Progress progress() {
    Progress progress = PROGRESS.get();
    if (progress == null) {
      progress = new Progress();
      PROGRESS.set(progress);
    }
    return progress;
  }

  /** What one thread is linking. */
  private static final class Progress {

    private @Nullable Linking innermost;
  }

  /** A link in progress on this thread, and the sites that are to have what comes of it. */
  private static final class Linking {

    private final @Nullable Linking outer;
    private final Call call;
    private final List<MutableCallSite> later = new ArrayList<>();

    Linking(@Nullable Linking outer, Call call) {
      this.outer = outer;
      this.call = call;
    }

    void set(MethodHandle linked) {
      for (MutableCallSite site : later) {
        site.setTarget(linked);
      }
      if (!later.isEmpty()) {
        MutableCallSite.syncAll(later.toArray(new MutableCallSite[0]));
      }
    }
  }
}
