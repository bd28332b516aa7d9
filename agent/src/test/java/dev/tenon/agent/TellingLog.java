package dev.tenon.agent;

/** A provider of SLF4J for a forked JVM: each line goes to standard error, behind its level. */
final class TellingLog {

  private static final String SOURCE =
      """
      package log;
      import org.slf4j.*;
      import org.slf4j.event.Level;
      import org.slf4j.helpers.*;
      import org.slf4j.spi.*;
      public class TellingLog extends LegacyAbstractLogger
          implements SLF4JServiceProvider, ILoggerFactory {
        @Override public void initialize() {}
        @Override public ILoggerFactory getLoggerFactory() { return this; }
        @Override public IMarkerFactory getMarkerFactory() { return new BasicMarkerFactory(); }
        @Override public MDCAdapter getMDCAdapter() { return new NOPMDCAdapter(); }
        @Override public String getRequestedApiVersion() { return "2.0"; }
        @Override public Logger getLogger(String name) { return this; }
        @Override public boolean isTraceEnabled() { return false; }
        @Override public boolean isDebugEnabled() { return false; }
        @Override public boolean isInfoEnabled() { return true; }
        @Override public boolean isWarnEnabled() { return true; }
        @Override public boolean isErrorEnabled() { return true; }
        @Override protected String getFullyQualifiedCallerName() { return null; }
        @Override protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String text, Object[] arguments, Throwable thrown) {
          System.err.println(level + " " + MessageFormatter.basicArrayFormat(text, arguments));
        }
      }
      """;

  private TellingLog() {}

  static ForkedJvm in(ForkedJvm jvm) {
    return jvm.source(SOURCE)
        .file("META-INF/services/org.slf4j.spi.SLF4JServiceProvider", "log.TellingLog\n");
  }
}
