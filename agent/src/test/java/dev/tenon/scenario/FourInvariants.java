package dev.tenon.scenario;

import dev.tenon.Seams;
import dev.tenon.contract.Invariant;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.util.List;

/**
 * The four ways in which an invariant is false at an exit, each after many calls that hold: run in
 * JVMs of their own, since the stack looks different to an interpreter and to compiled code.
 */
public final class FourInvariants {

  private FourInvariants() {}

  /**
   * Prints a line for each.
   *
   * @param arguments how many holding calls come before each
   */
  public static void main(String[] arguments) {
    int calls = Integer.parseInt(arguments[0]);
    for (int round = 0; round < 2; round++) {
      warm(calls);
      Tank other = new Tank();
      print("other", () -> new Tank().during(new Breaking(other)));
      warm(calls);
      print("plain", () -> new Tank().level(11));
      warm(calls);
      print("own", () -> new Tank().swap());
      warm(calls);
      Tank entered = new Tank();
      print("entered", () -> entered.during(new Touching(entered)));
    }
    System.out.println("errors " + Seams.ledger().errors());
  }

  private static void warm(int calls) {
    Tank tank = new Tank();
    for (int i = 0; i < calls; i++) {
      tank.level(i % 10);
      if (i % 16 == 0) {
        tank.during(new Touching(new Tank()));
      }
    }
  }

  private static void print(String name, Runnable call) {
    int before = Seams.ledger().recent().size();
    String end = "returned";
    try {
      call.run();
    } catch (ContractViolation violation) {
      end = "threw";
    }
    List<Violation> all = Seams.ledger().recent();
    StringBuilder line = new StringBuilder(name + " " + end);
    for (Violation each : all.subList(before, all.size())) {
      line.append(' ').append(each.blamed()).append(' ').append(each.operation().name());
    }
    System.out.println(line);
  }

  private record Touching(Tank tank) implements Runnable {
    @Override
    public void run() {
      tank.touch();
    }
  }

  private record Breaking(Tank tank) implements Runnable {
    @Override
    public void run() {
      tank.level(11);
    }
  }

  /** Holds ten. */
  @Invariant("level <= 10")
  static final class Tank {

    int level;
    int touched;

    void level(int next) {
      level = next;
    }

    void touch() {
      touched++;
    }

    void swap() {
      level(11);
      level(5);
    }

    void during(Runnable others) {
      int before = level;
      level = 11;
      others.run();
      level = before;
    }
  }
}
