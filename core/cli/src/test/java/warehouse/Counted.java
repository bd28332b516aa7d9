package warehouse;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;

/** Whatever has a number of things in it. */
@Invariant(value = "size() >= 0", name = "counted")
public interface Counted {

  @Pure
  @Ensures(value = "result <= 1_000", name = "room", because = "a shelf has room for a thousand")
  int size();
}
