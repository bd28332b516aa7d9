package dev.tenon.spring.boot;

import dev.tenon.verdict.ContractViolation;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An application whose desk nobody guards but the agent. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class WovenApplication {

  /** Calls the desk well, against its clause, and against a constraint that takes a bean. */
  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(WovenApplication.class)
            .web(WebApplicationType.NONE)
            .properties("spring.main.banner-mode=off", "tenon.seams=dev.tenon..*")
            .run(arguments)) {
      Desk desk = context.getBean(Desk.class);
      System.out.println("well: " + desk.take("A", 2));
      call(desk, "A", 0);
      call(desk, "B", 1);
    }
  }

  private static void call(Desk desk, String code, int times) {
    try {
      System.out.println("went through: " + desk.take(code, times));
    } catch (ContractViolation refused) {
      System.out.println("refused: " + refused.violation().clause().text());
    }
  }

  @Bean
  Desk desk() {
    return new HonestDesk();
  }

  @Bean
  Codes codes() {
    return new Codes("A");
  }
}
