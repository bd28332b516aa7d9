package library.store;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A book that somebody has. */
@Entity
public class Loan {

  @Id @GeneratedValue private @Nullable Long id;
  private String card = "";
  private String isbn = "";
  private int days;

  /** For Hibernate. */
  protected Loan() {}

  /** A loan that is not stored yet. */
  public Loan(String card, String isbn, int days) {
    this.card = card;
    this.isbn = isbn;
    this.days = days;
  }

  /** Its number; null before it is stored. */
  public @Nullable Long id() {
    return id;
  }

  /** Whose it is. */
  public String card() {
    return card;
  }

  /** Which book it is of. */
  public String isbn() {
    return isbn;
  }

  /** How long it lasts in all. */
  public int days() {
    return days;
  }

  /** Has it last so long in all. */
  public void lastFor(int days) {
    this.days = days;
  }
}
