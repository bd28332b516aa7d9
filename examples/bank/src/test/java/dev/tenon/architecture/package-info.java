/**
 * Keeps the modules and packages as docs/architecture.md says. It stands here because this module
 * is built after all the others.
 */
package dev.tenon.architecture;
