package dev.tenon.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

class ValidatorHandoverTest {

  private final Desk desk = Seams.guard(Desk.class, new HonestDesk());

  @Test
  void the_tests_run_with_the_spring_boot_that_the_build_names() {
    assertThat(SpringBootVersion.getVersion())
        .isEqualTo(System.getProperty("expected.spring.boot", SpringBootVersion.getVersion()));
  }

  @Test
  void a_constraint_whose_validator_takes_a_bean_is_judged_by_the_context_s_validator() {
    try (ConfigurableApplicationContext context = start(First.class)) {
      assertThat(context.isActive()).isTrue();
      assertThat(desk.take("A", 2)).isEqualTo("AA");
      assertThatExceptionOfType(ContractViolation.class)
          .isThrownBy(() -> desk.take("B", 1))
          .withMessageContaining("@KnownCode");
    }
  }

  @Test
  void a_bean_that_calls_a_seam_while_it_is_made_finds_the_validator() {
    try (ConfigurableApplicationContext context = start(Eager.class)) {
      assertThat(context.getBean("answer")).isEqualTo("refused");
    }
  }

  @Test
  void the_context_that_comes_next_brings_its_own_validator() {
    start(First.class).close();
    try (ConfigurableApplicationContext context = start(Second.class)) {
      assertThat(context.isActive()).isTrue();
      assertThat(desk.take("B", 1)).isEqualTo("B");
      assertThatExceptionOfType(ContractViolation.class).isThrownBy(() -> desk.take("A", 1));
    }
  }

  @Test
  void the_context_that_stays_open_answers_again_when_a_younger_one_is_closed() {
    try (ConfigurableApplicationContext context = start(First.class)) {
      assertThat(context.isActive()).isTrue();
      start(Second.class).close();

      assertThat(desk.take("A", 1)).isEqualTo("A");
      assertThatExceptionOfType(ContractViolation.class).isThrownBy(() -> desk.take("B", 1));
    }
  }

  @Test
  void between_two_contexts_the_default_provider_answers() {
    start(First.class).close();
    long before = Seams.ledger().undecided();

    assertThat(desk.take("B", 1)).isEqualTo("B");
    assertThat(Seams.ledger().undecided()).isGreaterThan(before);
    assertThat(Seams.ledger().errors()).isZero();
  }

  @Test
  void without_jakarta_validation_there_is_nothing_to_hand_over() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TenonAutoConfiguration.class))
        .withClassLoader(new FilteredClassLoader("jakarta.validation"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(StatusReport.class)
                    .doesNotHaveBean(ValidatorHandover.class));
  }

  @Test
  void of_several_factories_none_is_taken() {
    try (ValidatorFactory one = Validation.buildDefaultValidatorFactory();
        ValidatorFactory other = Validation.buildDefaultValidatorFactory()) {
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TenonAutoConfiguration.class))
          .withBean("one", ValidatorFactory.class, () -> one)
          .withBean("other", ValidatorFactory.class, () -> other)
          .run(context -> assertThat(context).hasNotFailed());
    }
    assertThat(desk.take("B", 1)).isEqualTo("B");
  }

  private static ConfigurableApplicationContext start(Class<?> application) {
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .properties("spring.main.banner-mode=off")
        .run();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class First {
    @Bean
    Codes codes() {
      return new Codes("A");
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Second {
    @Bean
    Codes codes() {
      return new Codes("B");
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Eager {
    @Bean
    String answer() {
      try {
        return Seams.guard(Desk.class, new HonestDesk()).take("B", 1);
      } catch (ContractViolation refused) {
        return "refused";
      }
    }

    @Bean
    Codes codes() {
      return new Codes("A");
    }
  }
}
