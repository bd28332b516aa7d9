package bank;

import dev.tenon.contract.Requires;

public interface Naming {

  @Requires("!name.isEmpty()")
  boolean detachMarker(String name);
}
