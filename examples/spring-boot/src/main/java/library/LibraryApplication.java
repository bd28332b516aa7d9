package library;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;

/** Starts the library. */
@SpringBootApplication
@EnableAsync
public class LibraryApplication {

  /** Starts the library; the arguments are Spring Boot's. */
  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments);
  }
}
