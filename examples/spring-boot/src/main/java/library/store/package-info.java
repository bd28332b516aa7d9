/** What the library owns: entities, and their repositories, which Spring Data makes. */
@Component("store")
@NullMarked
package library.store;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
