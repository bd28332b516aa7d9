package dev.tenon.processor;

import jakarta.validation.Constraint;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What compilations with Bean Validation share. */
final class ConstraintCompilation {

  private static final Pattern CONSTRAINT =
      Pattern.compile(
          "\"position\":\"([^\"]*)\",\"annotation\":\"([^\"]*)\",\"attributes\":(.*?\\})\\}(?=[,\\]])");

  private ConstraintCompilation() {}

  /** The annotations, and those of Bean Validation, which the processor need not see. */
  static String path() {
    String validation =
        new File(
                URI.create(
                    Constraint.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
            .getPath();
    return Compilation.annotations() + File.pathSeparator + validation;
  }

  /** The constraints of a manifest, one line each. */
  static List<String> constraints(String manifest) {
    List<String> found = new ArrayList<>();
    Matcher matcher = CONSTRAINT.matcher(manifest.replaceAll("\\s+", ""));
    while (matcher.find()) {
      found.add(
          matcher.group(1)
              + " "
              + matcher.group(2).replace("jakarta.validation.constraints.", "")
              + " "
              + matcher.group(3));
    }
    return found;
  }
}
