package dev.tenon.benchmark.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The application that is measured: it makes an object of each class that a list names. */
public final class Loading {

  static final String LIST = "classes.txt";

  private Loading() {}

  /**
   * Loads.
   *
   * @param args how many classes, from the start of the list
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    int count = Integer.parseInt(args[0]);
    if (count > 0) {
      List<Object> made = new ArrayList<>();
      for (String name : names().subList(0, count)) {
        made.add(Class.forName(name).getConstructor().newInstance());
      }
      System.out.println(made.size());
    }
  }

  private static List<String> names() throws IOException {
    InputStream in = ClassLoader.getSystemResourceAsStream(LIST);
    if (in == null) {
      throw new IOException("no " + LIST);
    }
    List<String> names = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        names.add(line);
      }
    }
    return names;
  }
}
