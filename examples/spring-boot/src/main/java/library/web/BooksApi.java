package library.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Books, as of an OpenAPI document. Spring MVC validates the parameters itself. */
@RequestMapping("/books")
public interface BooksApi {

  /** A book. */
  record BookView(@Pattern(regexp = "\\d{13}") String isbn, @NotBlank String title) {}

  /** The book with a number. */
  @GetMapping("/{isbn}")
  @Valid
  BookView book(@PathVariable("isbn") @Pattern(regexp = "\\d{13}") String isbn);

  /** The books with a part of their title. */
  @GetMapping
  List<@Valid BookView> search(
      @RequestParam("title") String title,
      @RequestParam(name = "limit", defaultValue = "10") @Max(50) Integer limit);

  /** Adds a book. */
  @PostMapping
  @Valid
  BookView add(@RequestBody @Valid BookView book);
}
