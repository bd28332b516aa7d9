package dev.tenon.processor;

import dev.tenon.model.Clause;

/**
 * A clause as it was written.
 *
 * @param role the annotation
 * @param value the text
 * @param name the name as written; may be empty
 * @param because the reason
 * @param line the line of the annotation, from 1
 * @param offsets where the characters of the text stand in the file
 */
record ClauseText(
    Clause.Role role, String value, String name, String because, int line, Offsets offsets) {}
