package dev.tenon.linking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entry and all exits of one woven body lead.
 *
 * <p>To what its own class promises, and, for receivers of a subclass that adds a seam to an
 * operation whose body it inherits, to what that subclass promises.
 *
 * <p>Thread-safe.
 */
final class Junction {

  private static final MethodHandle CHOOSE_ENTER = find("chooseEnter", MethodHandle.class);
  private static final MethodHandle CHOOSE_EXIT = find("chooseExit", MethodHandle.class);
  private static final MethodHandle IS = isExactly();

  /** More classes than these are found in a table: a chain of tests would be slower. */
  private static final int MOST_TESTED = 4;

  private final Class<?> owner;
  private final String body;
  private final Receivers receivers;
  private final MutableCallSite enter;
  private final MutableCallSite exit;
  private final int selfAtExit;
  private final Choices choices = new Choices();
  private final List<Class<?>> tested = new ArrayList<>();
  private final Handoffs none;
  private volatile Handoffs own;
  private boolean isLinked;
  private boolean isShared;

  /**
   * A junction that leads nowhere yet.
   *
   * @param owner the class that holds the body
   * @param body its name and descriptor
   * @param enter the type of its entry
   * @param exit the type of its exits
   * @param receivers what subclasses have asked for
   */
  Junction(Class<?> owner, String body, MethodType enter, MethodType exit, Receivers receivers) {
    this.owner = owner;
    this.body = body;
    this.receivers = receivers;
    this.enter = new MutableCallSite(enter);
    this.exit = new MutableCallSite(exit);
    this.selfAtExit = exit.parameterCount() - enter.parameterCount();
    this.none = Handoffs.none(enter, exit);
    this.own = none;
    this.enter.setTarget(own.enter());
    this.exit.setTarget(own.exit());
  }

  MutableCallSite enter() {
    return enter;
  }

  MutableCallSite exit() {
    return exit;
  }

  synchronized boolean isLinked() {
    return isLinked;
  }

  /** Leads to what the class itself promises. */
  synchronized void link(Handoffs found) {
    if (!isLinked) {
      own = found;
      isLinked = true;
      lead();
    }
  }

  /** Leads receivers of a class, and of its subclasses, to what that class promises. */
  synchronized void share(Class<?> receiver) {
    isShared = true;
    // A class of another loader may go before this body does: nothing here may keep it.
    if (receiver.getClassLoader() == owner.getClassLoader() && tested.size() < MOST_TESTED) {
      tested.add(receiver);
    }
    lead();
    MutableCallSite.syncAll(new MutableCallSite[] {enter, exit});
  }

  private void lead() {
    MethodHandle toEnter = own.enter();
    MethodHandle toExit = own.exit();
    if (isShared) {
      toEnter = chosen(CHOOSE_ENTER, enter.type(), 0);
      toExit = chosen(CHOOSE_EXIT, exit.type(), selfAtExit);
      for (Class<?> each : tested) {
        Handoffs theirs = receivers.find(each, owner, body);
        if (theirs != null) {
          toEnter = tested(each, theirs.enter(), toEnter, 0);
          toExit = tested(each, theirs.exit(), toExit, selfAtExit);
        }
      }
    }
    enter.setTarget(toEnter);
    exit.setTarget(toExit);
  }

  private MethodHandle chosen(MethodHandle choose, MethodType type, int self) {
    MethodHandle of =
        MethodHandles.dropArguments(choose.bindTo(this), 0, type.parameterList().subList(0, self));
    return MethodHandles.foldArguments(MethodHandles.exactInvoker(type), of);
  }

  private static MethodHandle tested(
      Class<?> receiver, MethodHandle then, MethodHandle otherwise, int self) {
    MethodHandle test =
        MethodHandles.dropArguments(
            IS.bindTo(receiver), 0, then.type().parameterList().subList(0, self));
    return MethodHandles.guardWithTest(test, then, otherwise);
  }

  @SuppressWarnings("unused") // by method handle
  private MethodHandle chooseEnter(Object self) {
    Handoffs theirs = choices.get(self.getClass());
    return theirs == none ? own.enter() : theirs.enter();
  }

  @SuppressWarnings("unused") // by method handle
  private MethodHandle chooseExit(Object self) {
    Handoffs theirs = choices.get(self.getClass());
    return theirs == none ? own.exit() : theirs.exit();
  }

  @SuppressWarnings("unused") // by method handle
  private static boolean isExactly(Class<?> type, Object self) {
    return self.getClass() == type;
  }

  /**
   * What receivers of a class are led to, or none for what the owner promises. Every class between
   * it and the owner has been prepared when its first constructor ran, which was before the first
   * call on the object.
   */
  private Handoffs choose(Class<?> receiver) {
    for (Class<?> at = receiver; at != null && at != owner; at = at.getSuperclass()) {
      Handoffs theirs = receivers.find(at, owner, body);
      if (theirs != null) {
        return theirs;
      }
    }
    return none;
  }

  private static MethodHandle find(String name, Class<?> result) {
    try {
      return MethodHandles.lookup()
          .findVirtual(Junction.class, name, MethodType.methodType(result, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  private static MethodHandle isExactly() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Junction.class,
              "isExactly",
              MethodType.methodType(boolean.class, Class.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("isExactly", impossible);
    }
  }

  /** By the class of the receiver, and kept by that class. */
  private final class Choices extends ClassValue<Handoffs> {

    @Override
    protected Handoffs computeValue(Class<?> type) {
      return choose(type);
    }
  }
}
