package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.companion.CompiledContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Clauses about an interface that its author never heard of. */
class HolderTest {

  private static final String REPO =
      """
      package com.lib;
      public interface Repo<K, V> extends Counted {
        int MOST = 3;
        enum Order { UP, DOWN }
        V put(K key, V value);
        boolean has(K key);
        <T extends V> T as(K key, Class<T> type);
        default Order order() { return Order.UP; }
      }
      """;

  private static final String HOLDER =
      """
      package shop;
      import com.lib.Repo;
      import dev.tenon.contract.*;
      import static java.lang.Math.max;
      %s
      """;

  private static Compilation compile(String holder) {
    Compilation compilation =
        Compilation.of("com.lib.Repo", REPO)
            .source(
                "com.lib.Counted", "package com.lib;\npublic interface Counted { int count(); }")
            .source("shop.RepoContract", HOLDER.formatted(holder))
            .run();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return compilation;
  }

  private static Method method(Compilation compilation, String name) {
    Class<?> companion = compilation.load("shop.RepoContract$$Contract");
    return Arrays.stream(companion.getMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void clauses_take_the_target_for_this() {
    Compilation compilation =
        compile(
            """
            @ContractFor(Repo.class)
            public interface RepoContract<A, B> {
              int LESS = 2;
              @Requires("key != null && (count() < MOST || this.has(key)) && max(LESS, 1) == 2")
              @Ensures("isSmall(count()) && count() >= old(count()) && order() != Order.DOWN")
              B put(A key, B value);
              boolean has(A key);
              @Requires("has(key)")
              <T extends B> T as(A key, Class<T> type);
              @Ensures("result >= 0 && count(result) == 1")
              int count();
              static boolean isSmall(int count) { return secretly(count); }
              private static boolean secretly(int count) { return count < 9; }
              static int count(int number) { return 1; }
            }
            """);

    assertThat(method(compilation, "requires$0").getParameterTypes()[0].getName())
        .isEqualTo("com.lib.Repo");
    CompiledContract compiled =
        compilation.load("shop.RepoContract$$Contract").getAnnotation(CompiledContract.class);
    assertThat(compiled.type()).isEqualTo("com.lib.Repo");
    assertThat(compiled.source()).isEqualTo("RepoContract.java");
    assertThat(compiled.operations()[0].descriptor())
        .isEqualTo("(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    assertThat(compiled.operations()[0].clauses()[0].line()).isEqualTo(8);
  }

  @Test
  void a_holder_without_type_parameters_repeats_the_erased_types() {
    Compilation compilation =
        compile(
            """
            @ContractFor(Repo.class)
            interface RepoContract {
              @Requires("key.hashCode() != 0 && has(key)")
              Object put(Object key, Object value);
              @Ensures("result != null")
              Object as(Object key, Class type);
            }
            """
                .replace("Class type", "@SuppressWarnings(\"rawtypes\") Class type"));

    assertThat(method(compilation, "requires$0").getParameterCount()).isEqualTo(3);
  }

  @Test
  void a_name_of_target_and_holder_is_the_target_s_where_both_fit() {
    Compilation compilation =
        compile(
            """
            @ContractFor(Repo.class)
            interface RepoContract<K, V> {
              @Requires("count() == 0") V put(K key, V value);
              static int count() { return 0; }
            }
            """);

    assertThat(compilation.text("shop/RepoContract$$Contract.class")).contains("Contract");
    assertThat(compilation.text("META-INF/tenon/shop.RepoContract.json"))
        .contains("\"leaf\": false");
  }

  @Test
  void the_index_of_holders_and_the_manifest_are_apart_from_those_of_seams() {
    Compilation compilation =
        compile(
            """
            public interface RepoContract {
              @ContractFor(Repo.class) interface Inner { @Ensures("result >= 0") int count(); }
            }
            """);

    assertThat(compilation.files()).doesNotContain("META-INF/services/dev.tenon.contract.Seam");
    assertThat(compilation.text("META-INF/services/dev.tenon.contract.ContractFor"))
        .isEqualTo(
            "# The holders of this jar, written by the Tenon processor.\nshop.RepoContract$Inner\n");
    assertThat(compilation.text("META-INF/tenon/shop.RepoContract$Inner.json"))
        .startsWith("{\n  \"format\": 3,\n  \"type\": \"com.lib.Repo\",\n");
  }

  @Test
  void an_incremental_build_drops_the_holders_that_are_none_any_more() {
    String one =
        "package a; @dev.tenon.contract.ContractFor(javax.sql.DataSource.class) interface A"
            + " { @dev.tenon.contract.Ensures(\"result >= 0\") int getLoginTimeout(); }";
    String index = "META-INF/services/dev.tenon.contract.ContractFor";
    Compilation both =
        Compilation.of("a.A", one).source("a.B", one.replace("interface A", "interface B")).run();
    Compilation again =
        Compilation.of("a.A", one).source("a.B", "package a; interface B {}").after(both).run();

    assertThat(both.errors()).isEmpty();
    assertThat(both.text(index).lines().skip(1)).containsExactly("a.A", "a.B");
    assertThat(again.text(index).lines().skip(1)).containsExactly("a.A");
  }
}
