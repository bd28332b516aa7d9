package dev.tenon.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Runs as many programs as one likes, in a JVM of its own.
 *
 * <p>The arguments are how many programs, the first seed, how many disagreements to print in full,
 * and the family: {@value #PROGRAMS} for one seam and one supplier, {@value #HIERARCHIES} for
 * interfaces and classes that extend each other, {@value #CIRCLES} for objects that call each
 * other, {@value #CLIENTELES} for clients with views. The seed of a program is the number in its
 * name.
 */
final class LongRun {

  /** The line after which each line is a number and what was counted. */
  static final String COUNTED = "counted";

  /** What stands behind the number of disagreements. */
  static final String DISAGREEMENTS = "disagreements";

  /** The fourth argument for one seam and one supplier. */
  static final String PROGRAMS = "programs";

  /** The fourth argument for random hierarchies. */
  static final String HIERARCHIES = "hierarchies";

  /** The fourth argument for objects that call each other. */
  static final String CIRCLES = "circles";

  /** The fourth argument for clients with views. */
  static final String CLIENTELES = "clienteles";

  private LongRun() {}

  public static void main(String[] arguments) throws Exception {
    int programs = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    int inFull = Integer.parseInt(arguments[2]);
    LongFunction<Specimen> making = family(arguments[3]);
    long start = System.nanoTime();
    Path directory = Files.createTempDirectory("reference");
    Comparison.Findings findings = Comparison.of(making, programs, seed, directory);
    Files.delete(directory);
    List<String> disagreements = findings.disagreements();
    disagreements.stream().limit(inFull).forEach(System.out::println);
    disagreements.stream().skip(inFull).map(LongRun::inShort).forEach(System.out::println);
    System.out.println(COUNTED);
    findings.counts().forEach((what, count) -> System.out.println(count + " " + what));
    System.out.println((System.nanoTime() - start) / 1_000_000_000 + " seconds");
    System.out.println(disagreements.size() + " " + DISAGREEMENTS);
  }

  private static LongFunction<Specimen> family(String name) {
    return switch (name) {
      case PROGRAMS -> Programs::of;
      case HIERARCHIES -> Hierarchies::of;
      case CIRCLES -> Circles::of;
      case CLIENTELES -> Clienteles::of;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String inShort(String disagreement) {
    return disagreement.lines().limit(3).collect(Collectors.joining("\n"));
  }
}
