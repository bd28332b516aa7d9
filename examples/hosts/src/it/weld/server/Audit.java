package server;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts calls, so that a test sees that it was passed. */
@Audited
@Interceptor
@Priority(1)
public class Audit {

  static final AtomicInteger CALLS = new AtomicInteger();

  @AroundInvoke
  Object count(InvocationContext call) throws Exception {
    CALLS.incrementAndGet();
    return call.proceed();
  }
}
