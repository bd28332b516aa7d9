package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The party that a type or a package, with the packages below it, belongs to.
 *
 * <p>The nearest one counts: the type, the types around it, its package, the packages above.
 * Without any, the component is the named module, else the code source (the jar), else the package.
 *
 * <pre>{@code
 * @Component("checkout")
 * package shop;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Component {

  /**
   * The name of the component, as reports show it.
   *
   * @return the name; never empty
   */
  String value();
}
