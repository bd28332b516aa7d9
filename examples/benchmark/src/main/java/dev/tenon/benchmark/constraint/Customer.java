package dev.tenon.benchmark.constraint;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import net.sf.oval.constraint.Length;

/** A bean with five fields, each with the same constraint for Bean Validation and for OVal. */
public final class Customer {

  @NotBlank @net.sf.oval.constraint.NotNull @net.sf.oval.constraint.NotBlank final String name;

  @NotNull @net.sf.oval.constraint.NotNull final String country;

  @Size(max = 40)
  @Length(max = 40)
  final String city;

  @Min(18)
  @net.sf.oval.constraint.Min(18)
  final int age;

  @Positive
  @net.sf.oval.constraint.Min(value = 0, inclusive = false)
  final long limit;

  Customer(String name, String country, String city, int age, long limit) {
    this.name = name;
    this.country = country;
    this.city = city;
    this.age = age;
    this.limit = limit;
  }
}
