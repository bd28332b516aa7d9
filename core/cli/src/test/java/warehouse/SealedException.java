package warehouse;

import java.io.Serial;

/** Nothing can be taken. */
public class SealedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public SealedException() {
    super("sealed");
  }
}
