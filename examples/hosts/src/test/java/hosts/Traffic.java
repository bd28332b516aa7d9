package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the till of every host is asked, and must answer. */
final class Traffic {

  /** Ten rounds of these are 200 requests. */
  private static final List<Integer> ROUND =
      List.of(20, 21, -1, 22, 23, 24, 13, 25, 26, 27, 2_000, 28, 29, 5, 30, 500, 31, 32, 33, 34);

  private static final int ROUNDS = 10;

  /** A faulty request of each kind, and who is to blame for what. */
  private static final Map<Integer, String> BLAMED =
      Map.of(
          -1, "CLIENT bank.Vault.withdraw some shop.Till.pay iron.Safe",
          13, "SUPPLIER bank.Vault.withdraw whole shop.Till.pay iron.Safe",
          2_000, "CLIENT rates.Rates.of small shop.Till.pay gold.GoldRates",
          500, "SUPPLIER rates.Rates.of positive shop.Till.pay gold.GoldRates");

  private static final String VIOLATIONS = "Tenon: 40 violations (20 client, 20 supplier)";

  /** What a log has where something went wrong. */
  private static final Pattern WRONG =
      Pattern.compile(
          "ERROR|SEVERE|WARN|Exception|Tenon failed|not enforced|NOT ENFORCED|swallowed|^\\s+at ");

  /** What JDKs say of other people's code, and Tomcat of a slow machine. */
  private static final Pattern NO_FAULT =
      Pattern.compile(
          "^WARNING: .*(sun.misc.Unsafe|terminally deprecated|reporting this|native|SecureRandom)");

  private Traffic() {}

  /** Sends 200 requests, of which 40 are faulty, and compares the answers. */
  static void pass(Host host, String path) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int amount : ROUND) {
        assertThat(host.get(path + "?" + amount)).as("%s", amount).isEqualTo(answer(amount));
      }
    }
  }

  static String answer(int amount) {
    return BLAMED.getOrDefault(amount, "paid " + 2 * amount);
  }

  /** Both seams are woven, what was faulty is in the ledger, and nothing else is. */
  static void assertRecorded(String contracts) {
    assertThat(contracts.lines())
        .satisfiesExactly(
            status -> assertThat(status).startsWith("tenon: agent ").endsWith(", 2 seams"),
            vault -> assertThat(vault).startsWith("  bank.Vault  woven: "),
            rates -> assertThat(rates).startsWith("  rates.Rates  woven: "),
            ledger -> assertThat(ledger).startsWith(VIOLATIONS),
            errors -> assertThat(errors).isEqualTo("[]"),
            required -> assertThat(required).isEqualTo("active"));
  }

  /** It ended as it should, and its log has no fault but those that were asked for. */
  static void assertClean(Host.Ended ended) {
    assertThat(ended.exit()).as(ended.log()).isZero();
    assertFaultless(ended.log());
  }

  /** A log has no fault but those that were asked for, which it has. */
  static void assertFaultless(String log) {
    assertThat(log.lines())
        .filteredOn(line -> WRONG.matcher(line).find() && !NO_FAULT.matcher(line).find())
        .isNotEmpty()
        .allMatch(
            line ->
                line.contains(" ERROR bank.Vault - ") || line.contains(" ERROR rates.Rates - "));
  }
}
