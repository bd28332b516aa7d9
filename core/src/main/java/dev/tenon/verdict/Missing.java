package dev.tenon.verdict;

import org.jspecify.annotations.Nullable;

/** What an error of linking says is missing, or does not fit. */
final class Missing {

  private static final String NOT_INITIALISED = "Could not initialize class ";

  private Missing() {}

  /**
   * Says it.
   *
   * @param error the error
   * @param message its message; null when it must not be shown
   */
  static String from(LinkageError error, @Nullable String message) {
    if (error instanceof ExceptionInInitializerError) {
      Throwable cause = error.getCause();
      return "the initialiser of "
          + initialised(cause)
          + " threw"
          + (cause == null ? "" : " " + Rendering.typeName(cause.getClass()));
    }
    if (message != null && error instanceof NoClassDefFoundError) {
      if (message.startsWith(NOT_INITIALISED)) {
        return "class "
            + line(message.substring(NOT_INITIALISED.length()))
            + " failed to initialise";
      }
      if (message.indexOf(' ') < 0) {
        return "class " + line(message.replace('/', '.')) + " is missing";
      }
    }
    String type = Rendering.typeName(error.getClass());
    return message == null ? type : type + ": " + line(message);
  }

  private static String line(String text) {
    return Line.of(text, Cause.MESSAGE_WIDTH);
  }

  private static String initialised(@Nullable Throwable cause) {
    if (cause != null) {
      for (StackTraceElement frame : cause.getStackTrace()) {
        if (frame.getMethodName().equals("<clinit>")) {
          return frame.getClassName();
        }
      }
    }
    return "a class";
  }
}
