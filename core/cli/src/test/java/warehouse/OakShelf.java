package warehouse;

import java.util.ArrayList;
import java.util.List;

/** Keeps its contract. */
public class OakShelf implements Shelf {

  private final List<String> things = new ArrayList<>(List.of("nail", "saw", "plane", "glue"));

  @Override
  public List<String> take(int count, String reason) {
    List<String> taken = new ArrayList<>(things.subList(0, count));
    things.subList(0, count).clear();
    return taken;
  }

  @Override
  public boolean isSealed() {
    return false;
  }

  @Override
  public int size() {
    return things.size();
  }
}
