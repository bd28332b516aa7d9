/** Tests in real Spring Boot applications, run with two generations of Spring Boot. */
@NullMarked
package dev.tenon.spring.boot;

import org.jspecify.annotations.NullMarked;
