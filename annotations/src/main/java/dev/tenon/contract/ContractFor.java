package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A holder: an interface whose clauses are about another one, the target, which one does not own.
 *
 * <p>The methods of a holder mirror operations of the target: same name, same parameter types, same
 * type returned. Nobody implements a holder, and it need not extend the target. In its clauses
 * {@code this} and names without a receiver are the target's queries; they also see the holder's
 * static methods, constants and nested types, and what its file imports. The holder of a generic
 * target repeats the type parameters of the target, or has none and repeats the erased types.
 *
 * <p>The clauses bind the suppliers whose class loader sees the holder. Several holders of one
 * target are all enforced.
 *
 * <pre>{@code
 * @ContractFor(com.lib.Repo.class)
 * interface RepoContract<K, V> {
 *
 *   @Requires("key != null")
 *   @Ensures("size() <= old(size()) + 1")
 *   V put(K key, V value);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContractFor {

  /**
   * The target: the interface that the clauses are about.
   *
   * @return an interface that the holder's package sees; neither sealed nor of {@code java.*}
   */
  Class<?> value();
}
