package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frameworks look at classes by reflection: a woven one looks as it was written. */
class ReflectedIT {

  @TempDir Path directory;

  @Test
  void woven_classes_have_the_members_that_they_were_written_with() {
    List<String> woven = members(1);
    List<String> plain = members(0);
    assertThat(woven).hasSizeGreaterThan(40).first().isEqualTo("refused");
    assertThat(plain).first().isEqualTo("passed");
    assertThat(woven.subList(1, woven.size())).isEqualTo(plain.subList(1, plain.size()));
  }

  private List<String> members(int agents) {
    ForkedJvm.Run run =
        Product.processed(directory)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                @Invariant("isSound()")
                public interface Vault<T> extends java.io.Serializable {
                  @Requires("amount > 0") @Ensures("result != null") T take(int amount);
                  @Pure default boolean isSound() { return true; }
                  @Requires("n > 0") static int half(int n) { return n / 2; }
                }
                """)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                @Assumes(Vault.class)
                interface VaultView<T> { @Requires("amount < 100") T take(int amount); }
                """)
            .source(
                """
                package bank;
                import java.lang.reflect.*;
                import java.io.ObjectStreamClass;
                import java.util.*;
                public class Main {
                  static class Outside { public String take(int amount) { return "o" + amount; } }
                  static class Adopting extends Outside implements Vault<String> {}
                  static class Safe implements Vault<String> {
                    Safe() {}
                    @dev.tenon.contract.Requires("n > 0") Safe(int n) {}
                    public String take(int amount) { return "s" + amount; }
                  }
                  record Fixed(int n) implements Vault<Integer> {
                    public Integer take(int amount) { return n; }
                  }
                  enum One implements Vault<One> { ONE; public One take(int amount) { return this; } }
                  static Vault<?> lambda() { return amount -> amount; }
                  public static void main(String[] args) throws Exception {
                    try {
                      for (Vault<?> each : List.of(new Safe(1), new Fixed(1), One.ONE, new Adopting(), lambda())) {
                        each.take(1);
                      }
                      Vault.half(4);
                      new Safe().take(-1);
                      System.out.println("passed");
                    } catch (AssertionError violation) {
                      System.out.println("refused");
                    }
                    for (Class<?> type : List.of(Vault.class, VaultView.class, Outside.class, Adopting.class, Safe.class, Fixed.class, One.class, Main.class)) {
                      List<String> members = new ArrayList<>();
                      for (Member each : type.getDeclaredMethods()) {
                        members.add(each + " " + each.getModifiers() + Arrays.toString(((Method) each).getAnnotations()));
                      }
                      for (Member each : type.getDeclaredConstructors()) {
                        members.add(each + " " + each.getModifiers());
                      }
                      for (Member each : type.getDeclaredFields()) {
                        members.add(each + " " + each.getModifiers());
                      }
                      members.add("interfaces " + Arrays.toString(type.getInterfaces()));
                      members.add("nested " + Arrays.toString(type.getDeclaredClasses()));
                      members.add("modifiers " + type.getModifiers());
                      ObjectStreamClass stream = ObjectStreamClass.lookup(type);
                      members.add("serial " + (stream == null ? "none" : stream.getSerialVersionUID()));
                      Collections.sort(members);
                      members.forEach(member -> System.out.println(type.getSimpleName() + " " + member));
                    }
                  }
                }
                """)
            .agents(agents)
            .compile()
            .run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    return run.outLines();
  }
}
