package library.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;

/** A book of the library. */
@Entity
public class Book {

  @Id private String isbn = "";
  @NotBlank private String title = "";

  /** For Hibernate. */
  protected Book() {}

  /** A book. */
  public Book(String isbn, String title) {
    this.isbn = isbn;
    this.title = title;
  }

  /** Its number, of thirteen digits. */
  public String isbn() {
    return isbn;
  }

  /** What it is called. */
  public String title() {
    return title;
  }
}
