package dev.tenon.benchmark.constraint;

import org.springframework.validation.beanvalidation.MethodValidationPostProcessor;

/** What a Spring application gets for a class with {@code @Validated}. */
public final class SpringProxy {

  private SpringProxy() {}

  public static <S> S of(Class<S> seam, S supplier) {
    MethodValidationPostProcessor processor = new MethodValidationPostProcessor();
    processor.setValidatorFactory(ValidatorProxy.factory());
    // As Spring Boot sets it.
    processor.setProxyTargetClass(true);
    processor.afterPropertiesSet();
    return seam.cast(processor.postProcessAfterInitialization(supplier, "supplier"));
  }
}
