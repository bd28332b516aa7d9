package bank;

import org.slf4j.helpers.BasicMarkerFactory;

/** Inherits what it supplies from a dependency. */
public final class Markers extends BasicMarkerFactory implements Naming {}
