/**
 * The settings of Tenon: their keys, where their values come from, and what they mean for a seam.
 * Core and agent use it, each in a copy of its own; it may use {@code dev.tenon.model} alone.
 *
 * <p>The agent runs it before the application's first class. So its code is plain: no lambdas, no
 * streams, no regular expressions, no logging, and no input or output.
 */
@NullMarked
package dev.tenon.model.settings;

import org.jspecify.annotations.NullMarked;
