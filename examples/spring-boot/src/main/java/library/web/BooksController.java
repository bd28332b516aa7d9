package library.web;

import java.util.List;
import library.store.Book;
import library.store.Books;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks the store, and is wrong on purpose: it does not see to it that something is searched for.
 */
@RestController
public class BooksController implements BooksApi {

  private final Books books;

  /** Made by Spring. */
  public BooksController(Books books) {
    this.books = books;
  }

  @Override
  public BookView book(String isbn) {
    return view(books.findById(isbn).orElseThrow());
  }

  @Override
  public List<BookView> search(String title, Integer limit) {
    return books.findByTitleContainingOrderByIsbn(title, Limit.of(limit)).stream()
        .map(BooksController::view)
        .toList();
  }

  @Override
  public BookView add(BookView book) {
    return view(books.save(new Book(book.isbn(), book.title())));
  }

  private static BookView view(Book book) {
    return new BookView(book.isbn(), book.title());
  }
}
