package dev.tenon.testkit.domain;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.beans.ConstructorProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types of a user's, each made in another way. */
final class Shapes {

  private Shapes() {}

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  sealed interface Shape permits Group, Square, Circle, Colour2 {}

  enum Colour2 implements Shape {
    PLAIN
  }

  record Circle(int radius) implements Shape {}

  record Square(int side, boolean isFilled) implements Shape {}

  record Group(Shape left, Shape right) implements Shape {}

  record Money(@Min(0) long amount, Colour currency) {}

  record Pair<A, B>(A first, B second) {}

  record Wallet(@NotBlank String owner, Pair<Money, List<Integer>> content) {}

  record Node(int value, List<Node> children, @Nullable Node next, Optional<Node> other) {}

  record Endless(Endless another) {}

  /** Its constructor refuses half of what it is given. */
  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("odd: " + number);
      }
    }
  }

  record Never(int number) {
    Never {
      throw new IllegalStateException("not " + number);
    }
  }

  /** No names but those of an annotation. */
  static final class Named {
    private final @Size(max = 2) String name;
    private final BigDecimal price;

    @ConstructorProperties({"name", "price"})
    public Named(String a, BigDecimal b) {
      this.name = a;
      this.price = b;
    }

    String name() {
      return name;
    }

    BigDecimal price() {
      return price;
    }
  }

  static final class Factored {
    final int size;

    private Factored(int size) {
      this.size = size;
    }

    static Factored of(@Min(7) int size) {
      return new Factored(size);
    }
  }

  static final class Built {
    final @Nullable String text;
    final int count;

    private Built(Builder builder) {
      this.text = builder.text;
      this.count = builder.count;
    }

    static Builder builder() {
      return new Builder();
    }

    static final class Builder {
      private @Nullable String text;
      private int count;

      Builder text(@NotBlank @Size(min = 3, max = 3) String text) {
        this.text = text;
        return this;
      }

      Builder withCount(@Min(5) int count) {
        this.count = count;
        return this;
      }

      Built build() {
        return new Built(this);
      }
    }
  }

  static class Bean {
    @NotBlank private String name = "";
    private int age;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    @Min(18)
    public int getAge() {
      return age;
    }

    public void setAge(int age) {
      this.age = age;
    }
  }

  interface Unknown {
    int answer();
  }

  /** Each with a type that is asked for in a test. */
  interface Places {
    void generic(Pair<@NotBlank String, List<@Min(3) Integer>> pair);

    void map(Map<Colour, Money> prices);

    void conflicting(@Min(10) @jakarta.validation.constraints.Max(5) int amount);

    void unknown(Unknown from);

    void several(
        @Min(3) @Size(max = 4) @NotBlank String one, @NotBlank @Size(max = 4) @Min(3) String other);
  }
}
