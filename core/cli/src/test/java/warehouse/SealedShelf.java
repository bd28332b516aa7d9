package warehouse;

import java.util.List;

/** Throws what it may throw, and is right to do so only when it is sealed. */
public class SealedShelf extends OakShelf {

  private final boolean isSealed;

  public SealedShelf(boolean isSealed) {
    this.isSealed = isSealed;
  }

  @Override
  public List<String> take(int count, String reason) {
    throw new SealedException();
  }

  @Override
  public boolean isSealed() {
    return isSealed;
  }
}
