package warehouse;

import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import java.util.function.Consumer;

/** Where parcels are handed in: what can be shown of it only with care. */
@Seam
public interface Desk extends Consumer<String> {

  int OPENED = Opening.now();

  void handIn(@Valid Parcel parcel, @Email String address);

  /** A parcel. */
  record Parcel(String content) {}

  /** On the desk. */
  @FunctionalInterface
  interface Bell {

    @Requires("times > 0")
    void ring(int times);
  }

  /** Says when it happens. */
  final class Opening {

    private Opening() {}

    static int now() {
      System.out.println("initialised");
      return 1;
    }
  }
}
