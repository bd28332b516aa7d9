package dev.tenon.spring.boot;

import jakarta.validation.ValidatorFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Tenon needs of an application context: its validator, and a line in its log when it is
 * ready.
 *
 * <p>Thread-safe. Spring Boot finds it; there is nothing to call.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration",
      "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration"
    })
public class TenonAutoConfiguration {

  /** Made by Spring. */
  TenonAutoConfiguration() {}

  /** Says what is enforced once the application is ready. */
  @Bean
  StatusReport tenonStatusReport() {
    return new StatusReport();
  }

  /** Apart, since Jakarta Validation may be absent. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ValidatorFactory.class)
  static class ValidatorConfiguration {

    @Bean
    ValidatorHandover tenonValidatorHandover(ObjectProvider<ValidatorFactory> factories) {
      return new ValidatorHandover(factories);
    }

    /** Before the first of the application's singletons: one of these may call a seam at once. */
    @Bean
    static BeanFactoryInitializer<ListableBeanFactory> tenonValidatorFirst() {
      return new ValidatorFirst();
    }
  }

  /** Not a lambda: Spring reads the type argument. */
  private static final class ValidatorFirst implements BeanFactoryInitializer<ListableBeanFactory> {

    @Override
    public void initialize(ListableBeanFactory factory) {
      factory.getBean(ValidatorHandover.class);
    }
  }
}
