package dev.tenon.reference;

import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.Program.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clients of a seam that stand in packages of their own, with what they assume of it.
 *
 * @param clients the clients
 * @param wrapper what some of them call instead of the supplier itself
 */
record Clientele(List<Client> clients, Optional<Wrapper> wrapper) {

  /** No such client. */
  static final Clientele NONE = new Clientele(List.of(), Optional.empty());

  /**
   * A client. Its package is also its name.
   *
   * @param isBelow whether its code stands in a package below that of its views
   * @param isWrapped whether it calls the wrapper
   * @param isGuarded whether it calls through a checking proxy at both doors
   */
  record Client(
      String name, boolean isBelow, boolean isWrapped, boolean isGuarded, List<View> views) {

    /** Its class, in the package of the program. */
    String type() {
      return name + (isBelow ? ".deep.Client" : ".Client");
    }

    /** What is judged of its views; a checking proxy takes one. */
    List<View> views(Door door) {
      return door == Door.PROXY ? views.stream().limit(1).toList() : views;
    }
  }

  /**
   * What a client assumes.
   *
   * @param name its type, in the package of the program
   * @param operations those of the seam that it speaks of, with its own clauses
   */
  record View(String name, boolean isPublic, List<Operation> operations) {

    String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    Optional<Operation> operation(String wanted) {
      return operations.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }
  }

  /**
   * A supplier that hands on what it is asked.
   *
   * @param home the client in whose package it stands; empty for that of the seam
   * @param bodies what it does for each operation
   */
  record Wrapper(Optional<Client> home, Map<String, List<Statement>> bodies) {

    /** What stands before what it hands on. */
    static final String INNER = "inner.";

    String type() {
      return home.map(client -> client.name() + ".Wrapper").orElse("Wrapper");
    }
  }

  List<View> views() {
    return clients.stream().flatMap(client -> client.views().stream()).toList();
  }

  /** The client whose code calls the supplier; empty when it stands beside the seam. */
  Optional<Client> calling(Step.Call call) {
    List<Integer> through = call.through();
    return through.isEmpty()
        ? Optional.empty()
        : Optional.of(clients.get(through.get(through.size() - 1)));
  }

  /** What a step goes through, for the counts. */
  String way(Step.Call call) {
    return calling(call)
        .map(
            client ->
                client.views().size()
                    + " views"
                    + (call.times() > 1 ? " in a loop" : "")
                    + (call.through().size() > 1 ? " by another" : "")
                    + (client.isWrapped() ? " wrapped" : "")
                    + (client.isGuarded() ? " guarded" : ""))
        .orElse("");
  }
}
