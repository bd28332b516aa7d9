package library.web;

import dev.tenon.verdict.ContractViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What clients of the library receive when something is wrong. */
@RestControllerAdvice
public class Answers {

  /** What they asked is refused by a constraint. */
  @ExceptionHandler
  public ProblemDetail refused(ConstraintViolationException refused) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        refused.getConstraintViolations().stream()
            .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  /** What they asked for does not exist. */
  @ExceptionHandler
  public ProblemDetail missing(NoSuchElementException missing) {
    return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
  }

  /** A fault of the library, stopped at a seam; the log says whose. */
  @ExceptionHandler
  public ProblemDetail stopped(ContractViolation stopped) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR, "stopped by a contract");
  }
}
