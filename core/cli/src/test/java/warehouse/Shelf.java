package warehouse;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Throws;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A shelf in a warehouse. */
@Seam(name = "shelf", owner = "stock-team")
public interface Shelf extends Counted {

  @Requires(
      value = "count <= size()",
      name = "in-stock",
      because = "nobody takes what is not there")
  @Ensures("result.size() == count")
  @Throws(
      value = SealedException.class,
      when = "isSealed() || reason.isEmpty()",
      ensures = "size() == old(size())",
      name = "sealed")
  List<String> take(@Positive int count, @NotBlank @Size(max = 20) String reason);

  @Pure
  boolean isSealed();
}
