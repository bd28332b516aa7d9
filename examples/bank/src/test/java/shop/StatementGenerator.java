package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Wrote the statement file that comes with the example. The same seed gives the same file. */
final class StatementGenerator {

  private static final int TRANSFERS = 3_000;
  private static final int ACCOUNTS = 40;

  private static final List<String> MEMOS =
      List.of(
          "rent", "invoice 4711", "\"bread, milk\"", "thank you", "\"the \"\"good\"\" chairs\"");

  /** What a file is damaged with, by the number of the transfer that it stands before. */
  private static final List<String> DAMAGE =
      List.of(
          "standard,A-03,A-04,12.50",
          "standard,A-12,A-31,twelve,rent",
          "pigeon,A-07,A-19,8.00,rent",
          "express,A-22,A-02,5.005,thank you",
          "standard,A-33,A-05,20.00,\"rent");

  private final Random random;

  private StatementGenerator(long seed) {
    this.random = new Random(seed);
  }

  static List<String> lines(long seed) {
    return new StatementGenerator(seed).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(Statement.HEADER);
    for (int i = 0; i < TRANSFERS; i++) {
      if (i % 600 == 311) {
        lines.add(DAMAGE.get(i / 600));
      }
      lines.add(transfer());
    }
    return lines;
  }

  private String transfer() {
    boolean isExpress = oneIn(5);
    String from = account();
    String to = account(from);
    int cents = 50 + random.nextInt(isExpress ? 20_500 : 9_950);
    // Never two faults in one line but for the money that is not there.
    int fault = random.nextInt(200);
    if (fault == 0) {
      to = from;
    } else if (fault == 1) {
      to = "A-" + (ACCOUNTS + 1 + random.nextInt(50));
    } else if (fault == 2) {
      from = "";
    } else if (fault == 3) {
      cents = -cents;
    }
    String memo = oneIn(40) ? "" : MEMOS.get(random.nextInt(MEMOS.size()));
    return String.join(",", isExpress ? "express" : "standard", from, to, euros(cents), memo);
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private String account() {
    return String.format(Locale.ROOT, "A-%02d", 1 + random.nextInt(ACCOUNTS));
  }

  private String account(String other) {
    String account = account();
    while (account.equals(other)) {
      account = account();
    }
    return account;
  }

  private static String euros(int cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, Math.abs(cents % 100))
        .replaceFirst("^0(?=\\.)", cents < 0 ? "-0" : "0");
  }
}
