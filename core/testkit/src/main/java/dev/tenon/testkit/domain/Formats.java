package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Trait.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of a known form, fewer than a validator takes; and some that none takes. */
final class Formats {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_MAIL = 250;
  private static final Pattern LABELS = Pattern.compile("[a-z0-9]{1,63}(\\.[a-z0-9]{1,63})*");
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9]+([.+_-][A-Za-z0-9]+)*");
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z]{1,10}://[a-z0-9.]{1,63}(:[0-9]{1,5})?(/[A-Za-z0-9/_.-]*)?");
  private static final Pattern PLAIN = Pattern.compile("[a-z]+");

  private Formats() {}

  static boolean isFormat(Trait trait) {
    return trait.form() == Form.EMAIL || trait.form() == Form.URL || trait.form() == Form.UUID;
  }

  static @Nullable String draw(Trait trait, Bounds bounds, Choices choices) {
    if (!trait.isKept()) {
      return Letters.small(Math.max(1, bounds.smallest()), bounds.largest(), choices);
    }
    boolean mayBeEmpty =
        bounds.smallest() == 0
            && !bounds.has(Form.NOT_BLANK)
            && (trait.form() != Form.UUID || trait.arguments().get(2).equals("true"));
    if (mayBeEmpty && choices.next(6) == 0) {
      return "";
    }
    return switch (trait.form()) {
      case EMAIL -> mail(bounds, choices);
      case URL -> url(trait, bounds, choices);
      default -> uuid(trait, choices);
    };
  }

  private static @Nullable String mail(Bounds bounds, Choices choices) {
    int least = Math.max(3, bounds.smallest());
    int most = Math.min(bounds.largest(), Math.max(LONGEST_MAIL, least));
    if (most < least) {
      return null;
    }
    int length = least + choices.next(Math.min(most - least, 20) + 1);
    int local = Math.max(1, Math.min(LONGEST_LOCAL, (length - 1) / 2));
    return Letters.small(local, local, choices) + "@" + host(length - local - 1, choices);
  }

  /** A host of so many characters. */
  private static String host(int length, Choices choices) {
    StringBuilder host = new StringBuilder();
    int left = length;
    while (left > LONGEST_LABEL + 1) {
      host.append(Letters.small(LONGEST_LABEL, LONGEST_LABEL, choices)).append('.');
      left -= LONGEST_LABEL + 1;
    }
    return host.append(Letters.small(left, left, choices)).toString();
  }

  private static String url(Trait trait, Bounds bounds, Choices choices) {
    String protocol = trait.arguments().get(0);
    String host = trait.arguments().get(1);
    String port = trait.arguments().get(2);
    String start =
        (protocol.isEmpty() ? "http" : protocol)
            + "://"
            + (host.isEmpty() ? Letters.small(1, 6, choices) : host)
            + (port.isEmpty() ? "" : ":" + port);
    int missing = bounds.smallest() - start.length() - 1;
    if (missing >= 0) {
      return start + "/" + Letters.small(missing, bounds.largest() - start.length() - 1, choices);
    }
    return choices.next(2) == 0 ? start : start + "/" + Letters.small(0, 6, choices);
  }

  private static String uuid(Trait trait, Choices choices) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      digits.append(Character.forDigit(choices.next(16), 16));
    }
    digits.setCharAt(12, trait.arguments().get(0).charAt(0));
    digits.setCharAt(16, "89ab".charAt(choices.next(4)));
    for (int at : new int[] {20, 16, 12, 8}) {
      digits.insert(at, '-');
    }
    return trait.arguments().get(1).equals("UPPER_CASE")
        ? digits.toString().toUpperCase(Locale.ROOT)
        : digits.toString();
  }

  /** Whether a text surely has a trait, or surely not. */
  static boolean isKept(Trait trait, String text) {
    return switch (trait.form()) {
      case DECIMALS, DISTINCT -> true;
      case NOT_BLANK -> trait.isKept() ? isVisible(text) : text.isBlank() && text.trim().isEmpty();
      case EMAIL -> trait.isKept() ? text.isEmpty() || isMail(text) : isPlain(text);
      case URL -> trait.isKept() ? isUrl(trait, text) : isPlain(text);
      case UUID -> trait.isKept() ? isUuid(trait, text) : isPlain(text);
    };
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  private static boolean isVisible(String text) {
    return !text.isBlank() && !text.trim().isEmpty();
  }

  private static boolean isMail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at <= LONGEST_LOCAL
        && text.length() - at < 250
        && LOCAL.matcher(text.substring(0, at)).matches()
        && LABELS.matcher(text.substring(at + 1)).matches();
  }

  private static boolean isUrl(Trait trait, String text) {
    if (text.isEmpty()) {
      return true;
    }
    String protocol = trait.arguments().get(0);
    String host = trait.arguments().get(1);
    String port = trait.arguments().get(2);
    boolean isKnown =
        text.startsWith((protocol.isEmpty() ? "" : protocol) + "://")
            || (protocol.isEmpty() && ADDRESS.matcher(text).matches());
    String rest = text.substring(text.indexOf("://") + 3);
    String authority = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
    return isKnown
        && (host.isEmpty() || authority.equals(host) || authority.startsWith(host + ":"))
        && (port.isEmpty() || authority.endsWith(":" + port))
        && (!host.isEmpty() || ADDRESS.matcher(text).matches());
  }

  private static boolean isUuid(Trait trait, String text) {
    if (text.isEmpty()) {
      return trait.arguments().get(2).equals("true");
    }
    boolean isUpper = trait.arguments().get(1).equals("UPPER_CASE");
    String letters = isUpper ? "A-F" : "a-f";
    String hex = "[0-9" + letters + "]";
    String variant = isUpper ? "[89AB]" : "[89ab]";
    return text.matches(
        hex
            + "{8}-"
            + hex
            + "{4}-"
            + trait.arguments().get(0)
            + hex
            + "{3}-"
            + variant
            + hex
            + "{3}-"
            + hex
            + "{12}");
  }
}
