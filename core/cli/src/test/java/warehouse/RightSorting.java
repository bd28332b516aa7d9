package warehouse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps its contract. */
public class RightSorting implements Sorting {

  @Override
  public int clamp(int value, int low, int high) {
    return Math.max(low, Math.min(value, high));
  }

  @Override
  public void fill(int part) {}

  @Override
  public String nth(List<String> names, int n) {
    return names.get(n);
  }

  @Override
  public String label(String code, Kind kind, boolean isUrgent) {
    return code + kind;
  }

  @Override
  public double weigh(double weight, long times, String note) {
    return weight * times;
  }

  @Override
  public BigDecimal price(BigDecimal net, BigDecimal tax) {
    return net.add(tax.abs());
  }

  @Override
  public int count(
      int[] numbers, Set<Kind> known, Map<String, Integer> map, Optional<String> comment) {
    return numbers.length + known.size() + map.size();
  }

  @Override
  public int count(short few, Byte bits, char letter) {
    return few + bits + letter;
  }

  @Override
  public void accept(Parcel parcel, int least) {}

  @Override
  public <T> T same(T thing) {
    return thing;
  }
}
