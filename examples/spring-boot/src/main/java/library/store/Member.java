package library.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Somebody who may borrow books. */
@Entity
public class Member {

  @Id private String card = "";
  private String name = "";

  /** For Hibernate. */
  protected Member() {}

  /** The number of the card. */
  public String card() {
    return card;
  }

  /** Who it is. */
  public String name() {
    return name;
  }
}
