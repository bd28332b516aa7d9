package library;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** What a run asks for, in this order: each behind the ones before it. */
enum Request {
  BOOK("GET", "/books/9780000000001"),
  SEARCH("GET", "/books?title=Notes"),
  NEW_BOOK("POST", "/books", "{\"isbn\":\"9780000000003\",\"title\":\"C\"}"),
  LOAN("POST", "/loans?card=A001&isbn=9780000000001&days=14"),
  PROLONGED("POST", "/loans/1?more=7"),
  THE_LOAN("GET", "/loans/1"),
  REMINDER("POST", "/reminders?card=A001&days=3"),
  CATALOGUE("GET", "/catalogue?title=Notes"),
  NO_LOAN("GET", "/loans/77"),

  /** Refused by Spring MVC before the controller is called. */
  WRONG_NUMBER("GET", "/books/12"),
  TOO_MANY("GET", "/books?title=Notes&limit=51"),
  WRONG_BOOK("POST", "/books", "{\"isbn\":\"97\",\"title\":\"\"}"),

  /** Refused by the proxy in front of the controller. */
  WRONG_CARD("POST", "/loans?card=A1&isbn=9780000000001&days=0"),

  /** Refused by the proxy in front of the service, which the controller calls. */
  WRONG_ISBN("POST", "/loans?card=A001&isbn=97&days=14"),
  UNKNOWN_CARD("POST", "/loans?card=X999&isbn=9780000000001&days=14"),
  SHORTENED("POST", "/loans/1?more=-3"),

  /** Against clauses, of which Spring knows nothing. */
  FOR_TOO_LONG("POST", "/loans?card=A001&isbn=9780000000001&days=40"),
  SEARCH_FOR_NOTHING("GET", "/books?title=%20"),
  BEYOND_THE_END("POST", "/loans/1?more=20"),
  BEYOND_THE_END_AGAIN("POST", "/loans/1?more=20"),
  REMINDER_TOO_LATE("POST", "/reminders?card=A001&days=0"),
  CATALOGUE_OF_NOTHING("GET", "/catalogue?title=%20");

  private final String method;
  private final String path;
  private final String body;

  Request(String method, String path) {
    this(method, path, "");
  }

  Request(String method, String path, String body) {
    this.method = method;
    this.path = path;
    this.body = body;
  }

  boolean isAgainstClauses() {
    return compareTo(FOR_TOO_LONG) >= 0;
  }

  HttpRequest to(URI library) {
    return HttpRequest.newBuilder(library.resolve(path))
        .timeout(Duration.ofMinutes(2))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }
}
