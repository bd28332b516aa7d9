package dev.tenon.processor;

import dev.tenon.processor.WrongClauseTest.Wrong;
import java.util.ArrayList;
import java.util.List;

/** The golden messages. */
final class WrongClauses {

  private final List<Wrong> all = new ArrayList<>();

  private WrongClauses() {}

  static List<Wrong> all() {
    WrongClauses clauses = new WrongClauses();
    clauses.unknown();
    clauses.types();
    clauses.shapes();
    clauses.moments();
    clauses.secrets();
    clauses.places();
    clauses.names();
    clauses.exceptions();
    return clauses.all;
  }

  private void requires(String text, String message) {
    add("@Requires(\"" + text + "\")", message);
  }

  private void ensures(String text, String message) {
    add("@Ensures(\"" + text + "\")", message);
  }

  private void add(String annotation, String message) {
    all.add(new Wrong("Wrong" + all.size(), annotation, message));
  }

  private void unknown() {
    requires("¦amoutn > 0", "unknown name 'amoutn'; did you mean 'amount'?");
    requires("amount > 0 && ¦zzzzz", "unknown name 'zzzzz'");
    ensures("¦reslt > 0", "unknown name 'reslt'; did you mean 'result'?");
    requires(
        "from.¦getBalanse() > 0",
        "unknown method 'getBalanse' on bank.Account; did you mean 'getBalance'?");
    requires("¦isOpne()", "unknown method 'isOpne' on bank.Wrong4; did you mean 'isOpen'?");
    requires("¦maxx(1, n) > 0", "unknown method 'maxx' on bank.Wrong5; did you mean 'max'?");
    requires("¦Maths.abs(amount) > 0", "unknown name 'Maths'; did you mean 'Math'?");
    requires(
        "Math.¦abss(amount) > 0", "unknown method 'abss' on java.lang.Math; did you mean 'abs'?");
    requires("o instanceof ¦Strin", "unknown type 'Strin'; did you mean 'String'?");
    requires("inner().¦siz > 0", "unknown field 'siz' on bank.Wrong9.Inner; did you mean 'size'?");
    requires("s.¦length > 0", "no field 'length' in java.lang.String; did you mean 'length()'?");
    requires("o == Color.¦REDD", "unknown field 'REDD' on bank.Wrong11.Color; did you mean 'RED'?");
    requires(
        "xs.stream().allMatch(x -> x.¦getBalanc() > 0)",
        "unknown method 'getBalanc' on bank.Account; did you mean 'getBalance'?");
    requires(
        "xs.stream().¦allMach(x -> x.getBalance() > 0)",
        "unknown method 'allMach' on java.util.stream.Stream; did you mean 'allMatch'?");
    requires(
        "o instanceof String t && t.¦lenght() > 0",
        "unknown method 'lenght' on java.lang.String; did you mean 'length'?");
    ensures(
        "result == old(from.¦getBalanse())",
        "unknown method 'getBalanse' on bank.Account; did you mean 'getBalance'?");
    requires("amount.¦abs() > 0", "a long has no method 'abs'");
  }

  private void types() {
    requires("¦amount", "clause is not boolean but long");
    requires("¦from.id()", "clause is not boolean but java.lang.String");
    requires("¦null", "clause is not boolean but null");
    requires("¦x -> true", "clause is not boolean but a lambda");
    requires("from.¦touch()", "'touch' returns nothing");
    requires(
        "from.¦accepts(amount)",
        "method 'accepts' does not take (long); candidates: accepts(bank.Account),"
            + " accepts(java.lang.String, long)");
    requires(
        "s.¦charAt(s) == 'c'",
        "method 'charAt' does not take (java.lang.String); candidates: charAt(int)");
    requires("from ¦+ amount > 3", "operator '+' cannot be applied to bank.Account and long");
    requires("¦!amount", "operator '!' cannot be applied to long");
    requires("amount ¦&& isOpen()", "operator '&&' cannot be applied to long and boolean");
    requires("¦(String) amount == s", "long cannot be cast to String");
    requires(
        "(Object) n == s && s ¦== Integer.valueOf(n)",
        "operator '==' cannot be applied to java.lang.String and java.lang.Integer");
    requires("bs[¦s]", "'s' is not int but java.lang.String");
    requires("¦n ? isOpen() : isOpen()", "'n' is not boolean but int");
    requires(
        "xs.stream().allMatch(x -> x.¦id())",
        "the lambda of 'allMatch' gives java.lang.String, not boolean");
    requires("Account.¦id() == s", "method 'id' is not static: it needs a value before the dot");
    requires(
        "new String(¦from, n) == s".replace("¦from", "from").replace("new String", "new ¦String"),
        "no constructor of String takes (bank.Account, int)");
  }

  private void shapes() {
    add("@Requires(¦\"\")", "clause is empty");
    add("@Requires(\"  ¦\")".replace("  ¦", "¦  "), "clause is empty");
    requires(
        "amount > 0 ¦// positive",
        "a comment at the end of a clause; the reason goes into 'because'");
    requires(
        "amount > 0 ¦/* positive */",
        "a comment at the end of a clause; the reason goes into 'because'");
    requires(
        "a¦); } boolean x() { return (true", "clause is not one Java expression: unexpected ')'");
    requires("amount > 0¦;", "clause is not one Java expression: unexpected ';'");
    requires("amount ¦>", "clause is not one Java expression: it is not complete");
    requires("¦n = 3", "assignment in a clause: a clause changes nothing; did you mean '=='?");
    requires("¦n += 3", "assignment in a clause: a clause changes nothing");
    requires("¦n++ > 3", "'++' in a clause: a clause changes nothing");
    requires(
        "xs.stream().allMatch(x -> ¦{ return true; })",
        "a lambda with statements in a clause; put them into a static method");
    requires(
        "new Object() ¦{ }.equals(o)", "a class body in a clause; put it into a static method");
    requires(
        "switch (n) { ¦default -> { yield true; } }",
        "a switch with statements in a clause; put them into a static method");
    requires(
        "¦super.equals(o)", "'super' in a clause: a clause is about the operation, not its body");
    requires("¦$self.isOpen()", "'$self': names with $ are reserved");
  }

  private void moments() {
    requires("¦result > 0", "'result' in a precondition: there is no result at entry");
    requires("¦old(amount) > 0", "'old' in a precondition: entry is now");
    ensures("old(¦result) > 0", "'result' in old: there is no result at entry");
    ensures("old(¦old(amount)) > 0", "'old' in old: entry is one moment");
    ensures("¦old(null) == null", "old(null) has no type of its own");
    ensures("¦old(x -> 1) == null", "old(x -> 1) has no type of its own");
    ensures("¦old() > 0", "old takes one expression");
    ensures(
        "xs.stream().allMatch(x -> old(¦x.id()) != null)",
        "old cannot use 'x': a variable of a lambda or pattern has no value at entry");
    ensures(
        "xs.stream().allMatch(¦result -> true)",
        "a variable cannot be called 'result': result, old and names with $ are reserved");
    requires("xs.stream().allMatch(¦n -> true)", "variable 'n' hides the parameter of that name");
  }

  private void secrets() {
    requires(
        "¦secret()",
        "method 'secret' of bank.Wrong"
            + all.size()
            + " is private; a clause sees what another class of its package sees");
    requires(
        "inner().¦hidden > 0",
        "field 'hidden' of bank.Wrong"
            + all.size()
            + ".Inner is private; a clause sees what another class of its package sees");
    requires(
        "inner().¦mine()",
        "method 'mine' of bank.Wrong"
            + all.size()
            + ".Inner is private; a clause sees what another class of its package sees");
  }

  private void places() {
    add(
        "@Requires(\"\"\"\n        amount > 0\n          && ¦amoutn < 5\"\"\")",
        "unknown name 'amoutn'; did you mean 'amount'?");
    add(
        "@Requires(\"s.equals(\\\"\\u0061\\t\\\") && ¦amoutn > 0\")",
        "unknown name 'amoutn'; did you mean 'amount'?");
    add("@Requires(¦CONSTANT)", "unknown name 'amoutn'; did you mean 'amount'?");
    add(
        "@Requires(\"amount > 0\"\n    + \" && ¦amoutn > 0\")",
        "unknown name 'amoutn'; did you mean 'amount'?");
    add(
        "@Requires.List({@Requires(value = \"¦amoutn > 0\", name = \"a\")})",
        "unknown name 'amoutn'; did you mean 'amount'?");
    add(
        "@dev.tenon.contract.Requires(because = \"b\", value = \"¦amoutn > 0\")",
        "unknown name 'amoutn'; did you mean 'amount'?");
  }

  private void exceptions() {
    add(
        "@Throws(value = Error.class, when = \"¦amoutn > 0\")",
        "unknown name 'amoutn'; did you mean 'amount'?");
    add(
        "@Throws(when = \"amount > 0 && ¦isOpne()\", value = Error.class)",
        "unknown method 'isOpne' on bank.Wrong" + all.size() + "; did you mean 'isOpen'?");
    add("@Throws(value = Error.class, when = \"¦n\")", "clause is not boolean but int");
    add("@Throws(value = Error.class, ensures = \"¦n\")", "clause is not boolean but int");
    add("@Throws(value = Error.class, when = ¦\" \")".replace("¦\" ", "\"¦ "), "clause is empty");
    add(
        "@Throws(value = Error.class, when = \"n > 0\", ensures = \"¦amonut > 0\")",
        "unknown name 'amonut'; did you mean 'amount'?");
    add(
        "@Throws(value = Error.class, when = \"¦old(n) > 0\")",
        "'old' in 'when': it is evaluated at entry");
    add(
        "@Throws(value = Error.class, when = \"¦result > 0\")",
        "'result' in 'when': it is evaluated at entry");
    add(
        "@Throws(value = Error.class, ensures = \"¦result > 0\")",
        "'result' after an exception: nothing is returned");
    add(
        "@Throws(value = Error.class, ensures = \"old(¦old(n)) > 0\")",
        "'old' in old: entry is one moment");
    add(
        "@Throws(Error.class)\n  @¦Throws(value = Error.class, ensures = \"n > 0\")",
        "this operation has the same clause in line 7");
    add(
        "@Throws(value = Error.class, when = \"n > 0\")\n"
            + "  @Throws(value = Error.class, when = \"¦n>0\")",
        "this operation has the same clause in line 7");
    add(
        "@Throws(value = Error.class, name = \"a\")\n"
            + "  @Ensures(value = \"¦n > 0\", name = \"a\")",
        "the name 'a' is taken by the clause in line 7");
    add(
        "@Throws.List({@Throws(value = Error.class, when = \"¦amoutn > 0\")})",
        "unknown name 'amoutn'; did you mean 'amount'?");
  }

  private void names() {
    add(
        "@Requires(\"amount > 0\")\n  @Requires(\"¦amount>0 \")",
        "this operation has the same clause in line 7");
    add(
        "@Requires(value = \"amount > 0\", name = \"a\")\n"
            + "  @Ensures(value = \"¦amount > 1\", name = \"a\")",
        "the name 'a' is taken by the clause in line 7");
  }
}
