package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Mode;
import dev.tenon.verdict.ClauseKind;

class HolderIT implements Scenario {

  private final SoundShelf supplier = new SoundShelf();

  @SuppressWarnings("unchecked") // a class literal has no type arguments
  private Shelf<String> guarded(Door door) {
    return door.guard(Shelf.class, supplier);
  }

  @EveryDoor
  void a_false_precondition_of_a_holder_blames_the_client_of_its_target(Door door) {
    Shelf<String> shelf = guarded(door);

    ViolationAssert violation =
        assertThatViolation(() -> shelf.put("book", 7))
            .blames(CLIENT)
            .isA(ClauseKind.PRECONDITION)
            .of("put")
            .quoting("isPlace(place)")
            .seeing("place", "7")
            .client(
                HolderIT.class, "a_false_precondition_of_a_holder_blames_the_client_of_its_target")
            .supplier(SoundShelf.class);
    assertThat(violation.violation().operation().seam()).isEqualTo(Shelf.class.getName());
    assertThat(violation.violation().clause().file()).isEqualTo("ShelfContract.java");
    assertThat(supplier.things).isEmpty();
  }

  @EveryDoor
  void a_broken_guarantee_of_a_holder_blames_the_supplier(Door door) {
    Shelf<String> shelf = guarded(door);
    shelf.put("book", 0);

    assertThatViolation(() -> shelf.put("vase", 0))
        .blames(SUPPLIER)
        .isA(ClauseKind.GUARANTEE)
        .of("put")
        .quoting("count() == old(count()) + 1");
  }

  @EveryDoor
  void a_default_method_of_the_target_is_judged(Door door) {
    Shelf<String> shelf = guarded(door);

    assertThatViolation(() -> shelf.move(1, 1)).blames(CLIENT).of("move").quoting("from != to");
  }

  @EveryDoor
  void the_mode_of_the_target_counts(Door door) {
    Shelf<String> shelf = guarded(door);
    Modes.set("Shelf", Mode.OBSERVE);

    assertThatRecord(() -> shelf.put("book", 7)).blames(CLIENT).quoting("isPlace(place)");
    assertThat(supplier.things).containsEntry(7, "book");
  }
}
