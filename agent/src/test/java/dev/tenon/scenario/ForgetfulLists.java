package dev.tenon.scenario;

import java.util.ArrayList;
import java.util.List;

/** Adds twice. */
final class ForgetfulLists implements Lists {

  private final List<String> items = new ArrayList<>();

  @Override
  public List<String> items() {
    return items;
  }

  @Override
  public void add(String item) {
    items.add(item);
    items.add(item);
  }
}
