/** The library over HTTP: interfaces as a generator makes them, and the controllers behind them. */
@Component("web")
@NullMarked
package library.web;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
