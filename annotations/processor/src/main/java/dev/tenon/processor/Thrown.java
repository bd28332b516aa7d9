package dev.tenon.processor;

/**
 * What an exception clause was written with besides its condition.
 *
 * @param binaryName the binary name of the exception
 * @param canonicalName its canonical name
 * @param simpleName its simple name
 * @param when the condition as written; may be empty
 * @param ensures what holds after it, as written; may be empty
 */
record Thrown(
    String binaryName, String canonicalName, String simpleName, String when, String ensures) {}
