package warehouse;

import java.util.List;

/** Gives one thing too few. */
public class StingyShelf extends OakShelf {

  @Override
  public List<String> take(int count, String reason) {
    return super.take(count - 1, reason);
  }
}
