package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What docs/semantics.md says: its rules, each with a program and what that prints.
 *
 * @param parts the headings of the second level
 * @param rules the sections below these, in order
 */
record SemanticsPage(List<String> parts, List<Rule> rules) {

  private static final Pattern HEADING = Pattern.compile("(?m)^(?=#{2,3} )");
  private static final Pattern PROGRAM =
      Pattern.compile("(?m)^```java(?: jdk=(\\d+))?\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern PRINTED =
      Pattern.compile("(?m)^```text\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern PACKAGE = Pattern.compile("(?m)\\Apackage (\\w+);$");

  /**
   * One rule.
   *
   * @param title its heading
   * @param prose how many words explain it
   * @param programs its programs: one, if the page is right
   * @param printed what they print: as many
   */
  record Rule(String title, int prose, List<Program> programs, List<String> printed) {

    private static Rule of(String section) {
      List<Program> programs = new ArrayList<>();
      for (Matcher block = PROGRAM.matcher(section); block.find(); ) {
        int jdk = block.group(1) == null ? 17 : Integer.parseInt(block.group(1));
        programs.add(new Program(block.group(2), jdk));
      }
      List<String> printed = new ArrayList<>();
      for (Matcher block = PRINTED.matcher(section); block.find(); ) {
        printed.add(block.group(1));
      }
      String[] lines = section.split("\n", 2);
      int prose = lines[1].replaceAll("(?s)```.*?```", "").strip().split("\\s+").length;
      return new Rule(lines[0].strip(), prose, programs, printed);
    }

    Program program() {
      return programs.get(0);
    }
  }

  /**
   * A compilation unit with a main method.
   *
   * @param source its text
   * @param jdk the first JDK that runs it
   */
  record Program(String source, int jdk) {

    /** The package, which no other program has. */
    String name() {
      Matcher declaration = PACKAGE.matcher(source);
      return declaration.find() ? declaration.group(1) : "";
    }

    boolean runsHere() {
      return Runtime.version().feature() >= jdk;
    }
  }

  static SemanticsPage read() {
    try {
      String text = Files.readString(Path.of("../docs/semantics.md"), UTF_8).replace("\r\n", "\n");
      List<String> parts = new ArrayList<>();
      List<Rule> rules = new ArrayList<>();
      for (String section : HEADING.split(text)) {
        if (section.startsWith("## ")) {
          parts.add(section.lines().findFirst().orElseThrow());
        } else if (section.startsWith("### ")) {
          rules.add(Rule.of(section.substring("### ".length())));
        }
      }
      return new SemanticsPage(parts, rules);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<Rule> runnable() {
    return rules.stream().filter(rule -> rule.program().runsHere()).toList();
  }
}
