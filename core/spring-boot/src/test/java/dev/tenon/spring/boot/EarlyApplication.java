package dev.tenon.spring.boot;

import dev.tenon.Seams;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An application in a JVM of its own, in which nothing has started core. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EarlyApplication {

  /** Starts twice, the second time with another value. */
  public static void main(String[] arguments) {
    System.out.println("started before: " + Seams.isStarted());
    run("--spring.config.name=early");
    System.out.println("render: " + System.getProperty("tenon.render"));
    System.out.println("seams: " + System.getProperty("tenon.seams"));
    System.out.println("strict: " + System.getProperty("tenon.strict"));
    System.out.println("second context");
    run("--spring.config.name=early", "--tenon.render=safe");
  }

  private static void run(String... arguments) {
    new SpringApplicationBuilder(EarlyApplication.class)
        .web(WebApplicationType.NONE)
        .properties("spring.main.banner-mode=off")
        .run(arguments)
        .close();
  }
}
