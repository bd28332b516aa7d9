package dev.tenon.scenario;

import org.jspecify.annotations.Nullable;

/** Ends as it is told. */
final class ScriptedDesk implements Desk {

  private boolean isClosed;
  private boolean isClosedBy;
  private int served;
  private int step = 1;
  private @Nullable Throwable thrown;

  static ScriptedDesk open() {
    return new ScriptedDesk();
  }

  static ScriptedDesk closed() {
    ScriptedDesk desk = new ScriptedDesk();
    desk.isClosed = true;
    desk.isClosedBy = true;
    return desk;
  }

  ScriptedDesk throwing(Throwable next) {
    thrown = next;
    step = 0;
    return this;
  }

  /** Counts so many, also when it throws. */
  ScriptedDesk counting(int next) {
    step = next;
    return this;
  }

  /** Is closed, or not, when the call is over. */
  ScriptedDesk leaving(boolean closed) {
    isClosedBy = closed;
    return this;
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public int served() {
    return served;
  }

  @Override
  public int serve(int n) throws Exception {
    served += step;
    isClosed = isClosedBy;
    end();
    return served;
  }

  @Override
  public void call(@Nullable String name) {
    end();
  }

  @Override
  public void free(int n) {
    end();
  }

  private void end() {
    if (thrown != null) {
      throw ScriptedDesk.<RuntimeException>unchecked(thrown);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // what other languages do
  private static <X extends Throwable> X unchecked(Throwable any) throws X {
    throw (X) any;
  }
}
