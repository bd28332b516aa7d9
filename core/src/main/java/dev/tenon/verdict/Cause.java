package dev.tenon.verdict;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Why a clause decides nothing.
 *
 * <p>Immutable.
 *
 * @param kind what sort of cause it is
 * @param text what happened, as a verb phrase
 * @param remedy what to do about it
 */
public record Cause(Kind kind, String text, String remedy) implements Serializable {

  /** The JDK's explanation of a null pointer is longer than a value. */
  static final int MESSAGE_WIDTH = 300;

  /**
   * The clause threw: an exception, a full stack that it filled itself, or an error of linking.
   *
   * @param thrown what it threw
   * @param isSensitive whether the clause reads values that must not be shown, so that the message
   *     of what it threw must not be shown either
   * @return the cause; it quotes the messages of the JDK's own exceptions alone, since another
   *     {@code getMessage} is application code
   */
  public static Cause threw(Throwable thrown, boolean isSensitive) {
    if (thrown instanceof StackOverflowError) {
      return new Cause(
          Kind.RECURSED,
          "recursed for ever: it fills a fresh stack as well",
          "its recursion must end; what it calls runs as always, seams too");
    }
    String message = message(thrown, isSensitive);
    if (thrown instanceof LinkageError error) {
      return new Cause(
          Kind.UNLINKED,
          "could not be linked: " + Missing.from(error, message),
          "supply what is missing, or build all that the clause names against one version; see the"
              + " clause");
    }
    return new Cause(
        Kind.THREW, said("threw ", thrown, message), "it must be pure and must not throw");
  }

  /**
   * The clause threw, and was true when asked again.
   *
   * @param thrown what it threw
   * @param isSensitive whether the clause reads values that must not be shown
   * @return the cause
   */
  public static Cause recovered(Throwable thrown, boolean isSensitive) {
    return moved(
        said("moved: it threw ", thrown, message(thrown, isSensitive))
            + ", and was true when asked again");
  }

  /**
   * One of several clauses threw, and all were true when asked again.
   *
   * @return the cause
   */
  public static Cause oneRecovered() {
    return moved(
        "moved: one of the clauses of this declaration threw, it is not known which, and all were"
            + " true when asked again");
  }

  /**
   * The clause was switched off because it failed too often.
   *
   * @param reason why, as a clause with a verb
   * @param last why it failed the last time
   * @param pattern what brings it back
   * @return the cause
   */
  public static Cause switchedOff(String reason, Cause last, String pattern) {
    return new Cause(
        Kind.SWITCHED_OFF,
        "switched off: " + reason + "; the last time it " + last.text(),
        "mend the clause, then bring it back with Seams.policy().reset(\""
            + pattern
            + "\"); see the"
            + " clause");
  }

  private static @Nullable String message(Throwable thrown, boolean isSensitive) {
    boolean isShown = !isSensitive && thrown.getClass().getClassLoader() == null;
    return isShown ? thrown.getMessage() : null;
  }

  private static String said(String verb, Throwable thrown, @Nullable String message) {
    String text = verb + Rendering.typeName(thrown.getClass());
    return message == null ? text : text + ": " + Line.of(message, MESSAGE_WIDTH);
  }

  /**
   * The clause was false, and true when asked again.
   *
   * @return the cause
   */
  public static Cause moved() {
    return moved("moved: it was false, and true when asked again");
  }

  private static Cause moved(String text) {
    return new Cause(
        Kind.MOVED, text, "it must be pure, and what it reads must stay as it is meanwhile");
  }

  /**
   * The clause has a truth, but whose fault that is cannot be found out.
   *
   * @param text why not, as a verb phrase
   * @param remedy what to do about it, as a command
   * @return the cause
   */
  public static Cause unclear(String text, String remedy) {
    return new Cause(Kind.UNCLEAR, text, remedy);
  }

  /**
   * The clause was false in a call from outside of an object that was inside a call of its own.
   *
   * @return the cause
   */
  public static Cause reentry() {
    return new Cause(
        Kind.REENTRY,
        "is false where a call from outside ended while another call of the same object goes on"
            + " (open-object re-entry)",
        "let the object restore its invariant before it calls others, or let these not call back");
  }

  /**
   * The clause was false, but another thread may have changed what it reads.
   *
   * @param underWay how many handoffs of the supplier were in flight at once; 0 when that was not
   *     counted yet
   * @return the cause
   */
  public static Cause shared(int underWay) {
    return new Cause(
        Kind.SHARED,
        "state may have moved: "
            + (underWay > 1
                ? underWay + " handoffs were in flight"
                : "several threads make handoffs, and those in flight were not counted yet"),
        "let one thread at a time use the supplier and say so with @Seam(confined = true), or"
            + " promise nothing about what others may change");
  }

  /**
   * Whether the clause gave two answers when asked twice.
   *
   * @return true for {@link Kind#MOVED}
   */
  public boolean isMoved() {
    return kind == Kind.MOVED;
  }

  /** The sorts of causes. */
  public enum Kind {
    /** The clause threw. */
    THREW,
    /** The clause recursed until the stack was full. */
    RECURSED,
    /** Something that the clause names is missing, or does not fit. */
    UNLINKED,
    /** The clause gave two answers when asked twice. */
    MOVED,
    /** The clause failed too often, and is not judged any more. */
    SWITCHED_OFF,
    /** Whose fault it is cannot be found out. */
    UNCLEAR,
    /** Another handoff may have made it false. */
    SHARED,
    /** Somebody called an object that was inside a call of its own. */
    REENTRY
  }
}
