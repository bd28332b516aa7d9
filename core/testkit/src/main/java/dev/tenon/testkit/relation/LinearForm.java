package dev.tenon.testkit.relation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sum of variables, each times a number, and a number.
 *
 * @param terms the factors, none of them 0
 * @param constant the number beside them
 */
record LinearForm(Map<Variable, BigDecimal> terms, BigDecimal constant) {

  LinearForm {
    // In their order: that of Map.copyOf is another in each JVM, and values would be drawn in it.
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  static LinearForm of(BigDecimal constant) {
    return new LinearForm(Map.of(), constant);
  }

  static LinearForm of(Variable variable) {
    return new LinearForm(Map.of(variable, BigDecimal.ONE), BigDecimal.ZERO);
  }

  boolean isConstant() {
    return terms.isEmpty();
  }

  LinearForm plus(LinearForm other) {
    Map<Variable, BigDecimal> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((variable, factor) -> sum.merge(variable, factor, BigDecimal::add));
    sum.values().removeIf(factor -> factor.signum() == 0);
    return new LinearForm(sum, constant.add(other.constant));
  }

  LinearForm times(BigDecimal number) {
    Map<Variable, BigDecimal> product = new LinkedHashMap<>();
    if (number.signum() != 0) {
      terms.forEach((variable, factor) -> product.put(variable, factor.multiply(number)));
    }
    return new LinearForm(product, constant.multiply(number));
  }

  LinearForm minus(LinearForm other) {
    return plus(other.times(BigDecimal.ONE.negate()));
  }

  LinearForm plus(BigDecimal number) {
    return new LinearForm(terms, constant.add(number));
  }
}
