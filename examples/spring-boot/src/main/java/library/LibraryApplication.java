package library;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the library. */
@SpringBootApplication
public class LibraryApplication {

  /** Starts the library; the arguments are Spring Boot's. */
  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments);
  }
}
