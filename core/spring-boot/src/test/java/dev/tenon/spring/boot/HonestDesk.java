package dev.tenon.spring.boot;

/** Does what it should. */
final class HonestDesk implements Desk {
  @Override
  public String take(String code, int times) {
    return code.repeat(Math.max(0, times));
  }
}
