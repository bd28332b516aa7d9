package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type whose {@code toString} may be called to show a value in a report.
 *
 * <p>Without it a report names the type only, since {@code toString} may be slow, take a lock or
 * reveal a secret.
 *
 * <pre>{@code
 * @Rendered
 * public final class Money { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rendered {}
