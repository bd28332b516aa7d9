package dev.tenon.scenario;

import java.util.TreeMap;

/** Keeps what it is given, and inherits how things move. */
class SoundShelf implements Shelf<String> {

  final TreeMap<Integer, String> things = new TreeMap<>();

  @Override
  public void put(String thing, int place) {
    things.put(place, thing);
  }

  @Override
  public String take(int place) {
    return things.remove(place);
  }

  @Override
  public int count() {
    return things.size();
  }
}
