/**
 * The sites of woven bodies and calls, and where they lead. The agent uses it, which carries a copy
 * of its own, and core, for classes that were woven at build; it uses the JDK alone. No lambda and
 * no concatenation by invokedynamic may stand here: it runs while classes of the application load.
 */
@NullMarked
package dev.tenon.linking;

import org.jspecify.annotations.NullMarked;
