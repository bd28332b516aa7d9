package dev.tenon.contract.companion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that the Tenon processor wrote. Tools that measure coverage leave out what carries an
 * annotation of this name.
 *
 * <p>The JDK's annotation of this name is in {@code java.compiler}, which a named module would have
 * to require.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {}
