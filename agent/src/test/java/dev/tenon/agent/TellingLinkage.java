package dev.tenon.agent;

/** A core for tests of the agent alone: prints what enters and leaves, and judges nothing. */
final class TellingLinkage {

  static final String SOURCE =
      """
      package dev.tenon.runtime;

      import java.lang.invoke.*;
      import java.util.*;

      public final class Linkage {
        public static final int PROTOCOL = 1;

        public static CallSite link(MethodHandles.Lookup implementor, String phase,
            MethodType type, String method, String descriptor) throws Exception {
          MethodHandles.Lookup own = MethodHandles.lookup();
          String site = implementor.lookupClass().getName() + "." + method;
          MethodHandle told;
          if (phase.equals("enter")) {
            told = own.findStatic(Linkage.class, "enter",
                MethodType.methodType(Object.class, String.class, Object[].class));
          } else {
            boolean isVoid = descriptor.endsWith(")V");
            told = own.findStatic(Linkage.class, "exit", MethodType.methodType(void.class,
                String.class, boolean.class, Object[].class)).bindTo(site);
            told = MethodHandles.insertArguments(told, 0, isVoid)
                .asCollector(Object[].class, type.parameterCount());
            return new ConstantCallSite(told.asType(type));
          }
          return new ConstantCallSite(
              told.bindTo(site).asCollector(Object[].class, type.parameterCount()).asType(type));
        }

        public static CallSite linkLambda(MethodHandles.Lookup wrapper, String phase,
            MethodType type, String method, String descriptor, String creator, String file,
            int line) throws Exception {
          return link(wrapper, phase, type, method, descriptor);
        }

        public static MethodHandle linkCall(MethodHandles.Lookup client, MethodHandle original,
            String views, String operation, String method, String file, int line)
            throws Exception {
          if (operation.equals("unlinkable")) {
            throw new IllegalStateException("as asked");
          }
          String site = client.lookupClass().getName() + "." + method
              + " at " + file + ":" + (line > 0 ? "line" : "none") + " calls "
              + original.type().parameterType(0).getName() + "." + operation;
          MethodType type = original.type();
          MethodHandle told = MethodHandles.lookup().findStatic(Linkage.class, "call",
              MethodType.methodType(void.class, String.class, String.class, Object[].class));
          told = MethodHandles.insertArguments(told, 0, site, views)
              .asCollector(Object[].class, type.parameterCount())
              .asType(type.changeReturnType(void.class));
          return MethodHandles.foldArguments(original, told);
        }

        static void call(String site, String views, Object[] all) {
          System.out.println(site + text(all, 1) + " as " + views);
        }

        static Object enter(String site, Object[] all) {
          System.out.println("enter " + site + text(all, 1) + (all[0] == null ? " of nobody" : ""));
          for (int i = 1; i < all.length; i++) {
            if ("refused".equals(all[i])) {
              throw new AssertionError("refused at entry");
            }
          }
          return "state of " + site;
        }

        static void exit(String site, boolean isVoid, Object[] all) {
          if (all[0] == null) {
            return; // Linked while its enter was being linked.
          }
          if (!("state of " + site).equals(all[0])) {
            throw new IllegalStateException("lost the state of " + site + ": " + all[0]);
          }
          int self = isVoid ? 2 : 3;
          System.out.println("exit " + site + text(all, self + 1)
              + (all[self] == null ? " of nobody" : "")
              + (all[1] != null ? " threw " + all[1] : isVoid ? "" : " = " + show(all[2])));
          boolean isBad = !isVoid && "bad result".equals(all[2]);
          if (isBad || isVoid && all.length > 3 && "left badly".equals(all[3])) {
            throw new AssertionError("refused at exit");
          }
        }

        private static String text(Object[] all, int from) {
          StringJoiner text = new StringJoiner(", ", "(", ")");
          for (int i = from; i < all.length; i++) {
            text.add(show(all[i]));
          }
          return text.toString();
        }

        private static String show(Object value) {
          return value instanceof int[] array ? Arrays.toString(array) : String.valueOf(value);
        }
      }
      """;

  private TellingLinkage() {}

  static String speaking(int protocol) {
    return SOURCE.replace("PROTOCOL = 1", "PROTOCOL = " + protocol);
  }
}
