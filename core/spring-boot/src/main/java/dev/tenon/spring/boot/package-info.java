/**
 * Contracts in a Spring Boot application: its validator, its configuration, its log.
 *
 * <p>Spring Boot finds what is here by its own registries; no user calls it. It uses the front door
 * of core, the settings and Spring Boot.
 */
@NullMarked
package dev.tenon.spring.boot;

import org.jspecify.annotations.NullMarked;
