package dev.tenon.linking;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Links the sites of woven bodies.
 *
 * <p>Thread-safe. Gives a site that does nothing rather than an error, which the JVM would keep for
 * ever and show to the application.
 */
public final class Linker {

  private static final ThreadLocal<@Nullable Progress> PROGRESS = new ThreadLocal<>();

  private final Handoffs.Source source;
  private final Watch watch;
  private final Receivers receivers = new Receivers();
  private final Junctions junctions = new Junctions();
  private final Origins origins = new Origins();

  /**
   * A linker.
   *
   * @param source knows what is offered for a body
   * @param watch is told of what goes wrong
   */
  public Linker(Handoffs.Source source, Watch watch) {
    this.source = source;
    this.watch = watch;
  }

  /**
   * The site of an entry or exit.
   *
   * @param lookup of the class that holds the body
   * @param type of the site
   * @param phase {@code exit}, or else the entry is meant
   * @param method the name of the body
   * @param descriptor its descriptor
   * @return the site; one that does nothing when it cannot be linked, which is counted
   */
  public CallSite link(
      MethodHandles.Lookup lookup,
      MethodType type,
      String phase,
      String method,
      String descriptor) {
    Junction junction = junction(lookup.lookupClass(), method, descriptor);
    CallSite site = phase.equals("exit") ? junction.exit() : junction.enter();
    if (!site.type().equals(type)) {
      watch.count(
          "link of " + lookup.lookupClass().getName() + "." + method,
          new IllegalStateException("a site of type " + type));
      return new ConstantCallSite(MethodHandles.empty(type));
    }
    // Entry and exits at once: an exit may be needed first when the stack is full, and there is no
    // room to link then.
    if (!junction.isLinked()) {
      link(junction, lookup, method, descriptor);
    }
    return site;
  }

  private void link(
      Junction junction, MethodHandles.Lookup lookup, String method, String descriptor) {
    Progress progress = progress();
    Linking outer = progress.innermost;
    for (Linking at = outer; at != null; at = at.outer) {
      if (at.junction == junction) {
        // Linking calls what is being linked: this first call passes, the site is set afterwards.
        return;
      }
    }
    progress.innermost = new Linking(outer, junction);
    try {
      junction.link(handoffs(lookup, junction, method, descriptor));
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      watch.count("link of " + lookup.lookupClass().getName() + "." + method, error);
      if (watch.isStrict()) {
        junction.link(refused(lookup, junction, method, error));
      }
    } finally {
      // A field, and no call: on a full stack a call here would leave the thread linking for ever.
      progress.innermost = outer;
    }
  }

  private static Handoffs refused(
      MethodHandles.Lookup lookup, Junction junction, String method, Throwable error) {
    return Refusal.of(
        lookup.lookupClass(),
        method,
        "it could not be linked: " + error,
        junction.enter().type(),
        junction.exit().type());
  }

  private Handoffs handoffs(
      MethodHandles.Lookup lookup, Junction junction, String method, String descriptor)
      throws Throwable {
    return source.of(
        lookup,
        origins.get(lookup.lookupClass())[0],
        method,
        descriptor,
        junction.enter().type(),
        junction.exit().type());
  }

  /**
   * Has receivers of a class judged by what the class promises for a body that it inherits.
   *
   * @param lookup of the class of the receivers
   * @param owner the class that holds the body
   * @param method the name of the body
   * @param descriptor its descriptor
   * @throws Throwable if it cannot be linked; with {@code strict} their calls are refused then
   */
  public void share(MethodHandles.Lookup lookup, Class<?> owner, String method, String descriptor)
      throws Throwable {
    Junction junction = junction(owner, method, descriptor);
    try {
      share(
          lookup,
          junction,
          owner,
          method + descriptor,
          handoffs(lookup, junction, method, descriptor));
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      if (watch.isStrict()) {
        share(
            lookup, junction, owner, method + descriptor, refused(lookup, junction, method, error));
      }
      throw error;
    }
  }

  private void share(
      MethodHandles.Lookup lookup,
      Junction junction,
      Class<?> owner,
      String body,
      Handoffs offered) {
    receivers.put(lookup.lookupClass(), owner, body, offered);
    junction.share(lookup.lookupClass());
  }

  /**
   * Remembers where the lambda is written that a class stands for.
   *
   * @param type the class
   * @param origin where
   */
  public void origin(Class<?> type, Origin origin) {
    origins.get(type)[0] = origin;
  }

  /**
   * A type above another.
   *
   * @param type where to begin
   * @param name the binary name of what is looked for
   * @return the type; null when there is none
   */
  public static @Nullable Class<?> above(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name)) {
      return type;
    }
    for (Class<?> each : type.getInterfaces()) {
      Class<?> found = above(each, name);
      if (found != null) {
        return found;
      }
    }
    return above(type.getSuperclass(), name);
  }

  private Junction junction(Class<?> owner, String method, String descriptor) {
    Map<String, Junction> known = junctions.get(owner);
    String body = method + descriptor;
    Junction found = known.get(body);
    if (found == null) {
      MethodType type = MethodType.fromMethodDescriptorString(descriptor, owner.getClassLoader());
      Junction made = new Junction(owner, body, enterType(type), exitType(type), receivers);
      Junction raced = known.putIfAbsent(body, made);
      found = raced == null ? made : raced;
    }
    return found;
  }

  private static MethodType enterType(MethodType type) {
    return type.changeReturnType(Object.class).insertParameterTypes(0, Object.class);
  }

  private static MethodType exitType(MethodType type) {
    Class<?> result = type.returnType();
    MethodType exit = type.changeReturnType(void.class).insertParameterTypes(0, Object.class);
    return (result == void.class ? exit : exit.insertParameterTypes(0, result))
        .insertParameterTypes(0, Object.class, Throwable.class);
  }

  private static Progress progress() {
    Progress progress = PROGRESS.get();
    if (progress == null) {
      progress = new Progress();
      PROGRESS.set(progress);
    }
    return progress;
  }

  /** By name and descriptor of the body; they live with its class. */
  private static final class Junctions extends ClassValue<Map<String, Junction>> {

    @Override
    protected Map<String, Junction> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  }

  /** A place for the origin of each class; empty for those that stand for no lambda. */
  private static final class Origins extends ClassValue<@Nullable Origin[]> {

    @Override
    protected @Nullable Origin[] computeValue(Class<?> type) {
      return new Origin[1];
    }
  }

  /** What one thread is linking. */
  private static final class Progress {

    private @Nullable Linking innermost;
  }

  /** A link in progress on this thread. */
  private static final class Linking {

    private final @Nullable Linking outer;
    private final Junction junction;

    Linking(@Nullable Linking outer, Junction junction) {
      this.outer = outer;
      this.junction = junction;
    }
  }
}
