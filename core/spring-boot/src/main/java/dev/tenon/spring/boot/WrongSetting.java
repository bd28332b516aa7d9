package dev.tenon.spring.boot;

/** A key or a value of the application's configuration that Tenon does not know. */
final class WrongSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  WrongSetting(String fault) {
    super(fault);
  }
}
