package dev.tenon.scenario;

import dev.tenon.contract.Ensures;
import java.util.List;

/** An operation that changes a collection in place. */
public interface Lists {

  List<String> items();

  @Ensures("items().size() == old(items()).size() + 1")
  void add(String item);
}
