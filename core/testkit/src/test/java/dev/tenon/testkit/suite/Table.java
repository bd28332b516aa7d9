package dev.tenon.testkit.suite;

import dev.tenon.contract.Invariant;
import dev.tenon.contract.Requires;
import java.util.List;

/** Preconditions of the forms that clauses often have. */
public interface Table {

  record Account(String id, long balance) {}

  @Requires("x > 0")
  void positive(int x);

  @Requires("5 < x && x < 10")
  void between(int x);

  @Requires("x > 0 && y > 0 && z > 0")
  void threePositive(int x, int y, int z);

  @Requires("x < y")
  void ordered(int x, int y);

  @Requires("xs.size() > 3")
  void several(List<Integer> xs);

  @Requires("s.matches(\"[A-Z]{3}-\\\\d{4}\")")
  void patterned(String s);

  @Requires("s.length() == 8 && s.chars().allMatch(Character::isLetterOrDigit)")
  void alphanumeric(String s);

  @Requires("x % 97 == 0")
  void multiple(int x);

  @Requires("xs.size() >= 5 && xs.stream().sorted().toList().equals(xs)")
  void sorted(List<Integer> xs);

  @Requires("lo <= mid && mid <= hi")
  void within(int lo, int mid, int hi);

  @Requires("amount <= from.balance() && !from.equals(to)")
  void transfer(Account from, Account to, long amount);

  @Requires("a + b == sum")
  void summed(int a, int b, int sum);

  @Requires("n >= 0 && n < xs.size()")
  void indexed(int n, List<String> xs);

  @Requires("xs.contains(x)")
  void member(List<String> xs, String x);

  @Invariant("from <= to && to - from <= 1000")
  record Range(long from, long to) {}

  @Requires("at >= range.from() && at < range.to()")
  void inside(Range range, long at);

  @Requires("a == null || a.length() > 3 && a.startsWith(\"ab\")")
  void optional(String a);
}
