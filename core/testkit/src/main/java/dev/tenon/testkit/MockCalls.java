package dev.tenon.testkit;

import dev.tenon.Seams;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.mockito.invocation.Invocation;
import org.mockito.listeners.InvocationListener;
import org.mockito.listeners.MethodInvocationReport;
import org.mockito.listeners.MockCreationListener;
import org.mockito.listeners.StubbingLookupEvent;
import org.mockito.listeners.StubbingLookupListener;
import org.mockito.mock.MockCreationSettings;
import org.mockito.stubbing.Stubbing;

/**
 * Tells what a call of a mock was, by what Mockito says of it. It looks for a stub where the call
 * is one of the application, or the inner one of {@code when(mock.call())}; not where a call
 * verifies, nor where it follows {@code doReturn(…).when(mock)}. That a call was the inner one of
 * {@code when} shows later, when the stub is there.
 *
 * <p>Thread-safe: what belongs to a call stays on its thread.
 */
final class MockCalls implements MockCreationListener, StubbingLookupListener, InvocationListener {

  private static final MockCalls INSTALLED = new MockCalls();

  static {
    Seams.standIns().add(INSTALLED::found);
  }

  private final ThreadLocal<Calls> threads = ThreadLocal.withInitial(Calls::new);

  private MockCalls() {}

  /** Begins to hear of the mocks that this thread makes. */
  static void listen() {
    Calls calls = INSTALLED.threads.get();
    if (!calls.isHeard) {
      calls.isHeard = true;
      Mockito.framework().addListener(INSTALLED);
    }
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // As Mockito declares it.
  public void onMockCreated(Object mock, MockCreationSettings settings) {
    settings.getStubbingLookupListeners().add(this);
    settings.getInvocationListeners().add(this);
  }

  /** Before the mock is asked where a precondition is false, else after it answered. */
  private void found(Violation violation, Object mock) {
    Calls calls = threads.get();
    if (violation.kind() == ClauseKind.PRECONDITION) {
      calls.before = new Found(violation, mock);
    } else {
      Call last = calls.last;
      if (last != null && last.isOf(mock) && last.stubbing() != null) {
        Recordings.installed().add(last.met(violation));
      }
    }
  }

  @Override
  public void onStubbingLookup(StubbingLookupEvent event) {
    Calls calls = threads.get();
    Found before = calls.before;
    calls.before = null;
    Invocation invocation = event.getInvocation();
    Violation own =
        before != null && before.mock() == invocation.getMock() ? before.violation() : null;
    calls.open.push(new Call(invocation, event.getStubbingFound(), own));
  }

  @Override
  public void reportInvocation(MethodInvocationReport report) {
    Calls calls = threads.get();
    calls.before = null;
    calls.last = calls.end(report.getInvocation());
    Call call = calls.last;
    if (call != null && call.before() != null && !isReportedBehind(report)) {
      Recordings.installed().add(call.met(call.before()));
    }
  }

  /** A mock that passes calls on to a supplier leaves the word to that one. */
  private static boolean isReportedBehind(MethodInvocationReport report) {
    return report.getThrowable() instanceof ContractViolation;
  }

  /** What was found at a mock that did not answer yet. */
  private record Found(Violation violation, Object mock) {}

  /** A call that Mockito took for one of the application. */
  private record Call(
      Invocation invocation, @Nullable Stubbing stubbing, @Nullable Violation before) {

    boolean isOf(Object mock) {
      return invocation.getMock() == mock;
    }

    Met met(Violation violation) {
      boolean isAnswer = violation.kind() != ClauseKind.PRECONDITION;
      String remark =
          isAnswer && stubbing != null
              ? "stub      " + stubbing.getInvocation().getLocation().toString().strip()
              : "";
      return new Met(violation, remark, this::isOfStubbing);
    }

    private boolean isOfStubbing() {
      return Mockito.mockingDetails(invocation.getMock()).getStubbings().stream()
          .anyMatch(each -> each.getInvocation() == invocation);
    }
  }

  /** The calls of one thread. */
  private static final class Calls {

    private boolean isHeard;
    private @Nullable Found before;
    private @Nullable Call last;

    /** Answers of stubs may call other mocks. */
    private final Deque<Call> open = new ArrayDeque<>();

    /** Ends a call; null when it was none of the application. */
    private @Nullable Call end(Object invocation) {
      if (open.stream().noneMatch(call -> call.invocation() == invocation)) {
        return null;
      }
      Call ended = open.pop();
      while (ended.invocation() != invocation) {
        ended = open.pop();
      }
      return ended;
    }
  }
}
