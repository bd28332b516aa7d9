package dev.tenon.verdict;

/** All clauses were evaluated and true. Immutable. */
public record Held() implements Verdict {}
