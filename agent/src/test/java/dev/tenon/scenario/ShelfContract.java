package dev.tenon.scenario;

import dev.tenon.contract.ContractFor;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** What the author of the shelf did not write. */
@ContractFor(Shelf.class)
interface ShelfContract<T> {

  int PLACES = 3;

  @Requires("isPlace(place)")
  @Requires("thing != null")
  @Ensures("count() == old(count()) + 1")
  void put(T thing, int place);

  @Ensures("result != null")
  T take(int place);

  @Requires(value = "from != to", because = "nothing would move")
  T move(int from, int to);

  static boolean isPlace(int place) {
    return place >= 0 && place < PLACES;
  }
}
