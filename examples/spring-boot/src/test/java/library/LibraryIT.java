package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library as one executable jar: with the agent and without it, behind both kinds of proxy. */
@Timeout(600)
class LibraryIT {

  private static final String DESK = "library.lending.Desk.";
  private static final String CONTROLLER = "library.web.LoansController.";
  private static final String REMINDERS = "library.lending.Reminders";
  private static final String SERVICE = " library.lending.StandardDesk";

  private static final Map<Proxies, Run> PLAIN = new EnumMap<>(Proxies.class);
  private static final Map<Proxies, Run> WOVEN = new EnumMap<>(Proxies.class);
  private static final Map<Proxies, Run> TENONS = new EnumMap<>(Proxies.class);

  /** What Spring puts in front of beans. */
  enum Proxies {
    SUBCLASSES("true"),
    JDK("false");

    private final String argument;

    Proxies(String isSubclass) {
      this.argument = "--spring.aop.proxy-target-class=" + isSubclass;
    }
  }

  @BeforeAll
  static void run_the_application() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (Proxies proxies : Proxies.values()) {
        Future<Run> plain = two.submit(() -> Run.withoutAgent(proxies.argument));
        Future<Run> woven = two.submit(() -> Run.withAgent("=seams=..*Api", proxies.argument));
        Future<Run> tenons =
            two.submit(() -> Run.withAgent("=seams=..*Api,validation=tenon", proxies.argument));
        PLAIN.put(proxies, plain.get());
        WOVEN.put(proxies, woven.get());
        TENONS.put(proxies, tenons.get());
      }
    } finally {
      two.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_answers_are_those_without_the_agent(Proxies proxies) {
    Set<Request> compared = EnumSet.allOf(Request.class);
    compared.removeIf(Request::isAgainstClauses);

    for (Request request : compared) {
      Run.Answer expected = PLAIN.get(proxies).answers().get(request);
      assertThat(WOVEN.get(proxies).answers().get(request)).as("%s", request).isEqualTo(expected);
      assertThat(TENONS.get(proxies).answers().get(request)).as("%s", request).isEqualTo(expected);
    }
    assertThat(compared).hasSize(16);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_right_passes_and_nothing_is_recorded(Proxies proxies) {
    for (Request request : EnumSet.range(Request.BOOK, Request.CATALOGUE)) {
      assertThat(answer(proxies, request).status()).as("%s", request).isEqualTo(200);
      assertThat(records(proxies, request)).as("%s", request).isEmpty();
    }
    assertThat(answer(proxies, Request.NO_LOAN).status()).isEqualTo(404);
    assertThat(records(proxies, Request.NO_LOAN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_spring_refuses_is_a_400(Proxies proxies) {
    for (Request request : EnumSet.range(Request.WRONG_NUMBER, Request.SHORTENED)) {
      assertThat(answer(proxies, request).status()).as("%s", request).isEqualTo(400);
    }
    assertThat(answer(proxies, Request.UNKNOWN_CARD).body()).contains("is nobody's card");
  }

  @ParameterizedTest
  @EnumSource
  void what_spring_refuses_at_the_entrance_is_no_handoff_between_components(Proxies proxies) {
    for (Request request : EnumSet.range(Request.WRONG_NUMBER, Request.WRONG_CARD)) {
      assertThat(records(proxies, request)).as("%s", request).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_spring_refuses_at_the_service_is_one_record_and_the_controller_is_to_blame(
      Proxies proxies) {
    for (Map<Proxies, Run> runs : List.of(WOVEN, TENONS)) {
      Map<Request, List<String>> records = runs.get(proxies).records();

      assertThat(records.get(Request.WRONG_ISBN))
          .containsExactly(client("lend isbn.Size ", "lend"));
      assertThat(records.get(Request.UNKNOWN_CARD))
          .containsExactly(client("lend card.KnownMember ", "lend"));
      assertThat(records.get(Request.SHORTENED))
          .containsExactly(client("prolong more.Positive ", "prolong"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_is_observed_unless_the_answer_is_to_be_tenons(Proxies proxies) {
    String seam = "library.lending.Desk";

    assertThat(WOVEN.get(proxies).loggers("ERROR")).filteredOn(seam::equals).hasSize(2);
    assertThat(TENONS.get(proxies).loggers("ERROR")).filteredOn(seam::equals).hasSize(2 + 3);
  }

  @ParameterizedTest
  @EnumSource
  void what_only_clauses_forbid_is_stopped(Proxies proxies) {
    assertThat(records(proxies, Request.FOR_TOO_LONG))
        .containsExactly(client("lend short ", "lend"));
    assertThat(records(proxies, Request.SEARCH_FOR_NOTHING))
        .containsExactly(
            "CLIENT library.store.Books.findByTitleContainingOrderByIsbn something"
                + " library.web.BooksController.search library.store.Books");
    assertThat(records(proxies, Request.BEYOND_THE_END_AGAIN))
        .containsExactly(
            "SUPPLIER " + DESK + "prolong prolonged " + CONTROLLER + "prolong" + SERVICE);
    assertThat(records(proxies, Request.CATALOGUE_OF_NOTHING))
        .containsExactly(
            "CLIENT library.catalogue.Catalogue.search something"
                + " library.web.ServicesController.search library.catalogue.Catalogue");
    for (Request request :
        List.of(
            Request.FOR_TOO_LONG,
            Request.SEARCH_FOR_NOTHING,
            Request.BEYOND_THE_END_AGAIN,
            Request.REMINDER_TOO_LATE,
            Request.CATALOGUE_OF_NOTHING)) {
      assertThat(PLAIN.get(proxies).answers().get(request).status()).isEqualTo(200);
      assertThat(answer(proxies, request).status()).as("%s", request).isEqualTo(500);
      assertThat(answer(proxies, request).body()).contains("stopped by a contract");
    }
  }

  /**
   * In the thread that runs it nobody knows the client. A JDK proxy in front, which Spring Boot 3.5
   * puts there always, has seen no supplier reached and judges too.
   */
  @ParameterizedTest
  @EnumSource
  void what_runs_in_a_thread_of_its_own_is_recorded_there(Proxies proxies) {
    String ahead = "CLIENT library.lending.Reminders.remind ahead ";
    String there = ahead + ". library.lending.MailedReminders";
    String inFront = ahead + "library.web.ServicesController.remind library.lending.Reminders";

    assertThat(records(proxies, Request.REMINDER_TOO_LATE))
        .contains(there)
        .isSubsetOf(there, inFront)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void a_guarantee_over_what_threads_share_is_undecided_until_calls_are_counted(Proxies proxies) {
    assertThat(records(proxies, Request.BEYOND_THE_END))
        .singleElement()
        .asString()
        .startsWith("CONTRACT " + DESK + "prolong prolonged ");
    assertThat(answer(proxies, Request.BEYOND_THE_END).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void every_seam_is_enforced_and_nothing_of_tenon_fails(Proxies proxies) {
    assertThat(WOVEN.get(proxies).status())
        .startsWith("tenon: agent ")
        .contains(", 6 seams", DESK.substring(0, DESK.length() - 1) + "  woven: ")
        .contains("library.store.Books  woven: ", "Api  woven: ")
        .doesNotContain("NOT ENFORCED", "contained error", "no implementation");
  }

  @ParameterizedTest
  @EnumSource
  void the_log_has_no_fault_but_those_that_were_stopped(Proxies proxies) {
    Run run = WOVEN.get(proxies);

    assertThat(run.loggers("ERROR")).contains(REMINDERS);
    assertThat(run.loggers("ERROR"))
        .filteredOn(logger -> !logger.equals(REMINDERS))
        .containsExactly(
            "library.lending.Desk",
            "library.store.Books",
            "library.lending.Desk",
            "library.catalogue.Catalogue");
    assertThat(run.loggers("WARN")).noneMatch(logger -> logger.startsWith("dev.tenon"));
    assertThat(run.loggers("INFO")).contains("dev.tenon.spring.boot.StatusReport");
    assertThat(run.log()).doesNotContain("|-WARN", "NOT ENFORCED", "tenon: warning");
  }

  private static String client(String clause, String method) {
    return "CLIENT " + DESK + clause + CONTROLLER + method + SERVICE;
  }

  private static Run.Answer answer(Proxies proxies, Request request) {
    return WOVEN.get(proxies).answers().get(request);
  }

  private static List<String> records(Proxies proxies, Request request) {
    return WOVEN.get(proxies).records().get(request);
  }
}
