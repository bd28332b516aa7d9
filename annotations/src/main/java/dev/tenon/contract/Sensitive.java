package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values that no report may show.
 *
 * <p>On a parameter: its value and all that a clause derives from it. On a method: its result,
 * likewise. On a type: every value of it.
 *
 * <pre>{@code
 * void pay(@Sensitive String cardNumber, long amount);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface Sensitive {}
