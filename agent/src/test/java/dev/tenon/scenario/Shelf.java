package dev.tenon.scenario;

/** An interface that says nothing about itself: a holder speaks for it. */
interface Shelf<T> {

  void put(T thing, int place);

  T take(int place);

  int count();

  default T move(int from, int to) {
    T thing = take(from);
    put(thing, to);
    return thing;
  }
}
