package dev.tenon.testkit.domain;

import java.io.Serial;
import java.util.function.Supplier;

/** No value can keep all limits; the message names the limits and who asks for them. */
public final class EmptyDomainException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Supplier<String> message;

  public EmptyDomainException(String message) {
    this(() -> message);
  }

  /**
   * Says why when it is asked: most are caught, and it takes longer to find out.
   *
   * @param message gives the message
   */
  public EmptyDomainException(Supplier<String> message) {
    super(null, null, false, false);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message.get();
  }
}
