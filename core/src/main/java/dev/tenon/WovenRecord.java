package dev.tenon;

import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.IndexFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the records say that weaving at build has written into jars and folders. Immutable. */
final class WovenRecord {

  /** What is not enforced where nothing can be proven. */
  static final String EVERY = "every seam";

  private static final byte[] JOINT = Joints.CORE.getBytes(StandardCharsets.ISO_8859_1);

  /** By binary name of a class: for which seams and views it was looked at. */
  private final Map<String, Set<String>> classes = new TreeMap<>();

  /** By the name of a seam or view, the classes that were woven for it. */
  private final Map<String, Set<String>> woven = new TreeMap<>();

  /** By the name of a seam or view, what each record says that it had something to say of. */
  private final Map<String, List<Said>> said = new TreeMap<>();

  private final Map<String, String> faults = new TreeMap<>();

  /** Class paths do not change: they are read once. */
  private static final class Own {
    static final WovenRecord RECORD = of(WovenRecord.class.getClassLoader());
  }

  /**
   * What is said of one class.
   *
   * @param isWoven whether something was woven in it for these
   * @param names the seams and views
   * @param sum the checksum of the class file if nothing was woven
   */
  private record Line(boolean isWoven, Set<String> names, String sum) {

    static @Nullable Line of(String said) {
      if (said.startsWith(Joints.WOVEN)) {
        return new Line(true, names(said.substring(Joints.WOVEN.length())), "");
      }
      int end = said.indexOf(Joints.IN);
      return said.startsWith(Joints.LOOKED_AT) && end > 0
          ? new Line(
              false,
              names(said.substring(Joints.LOOKED_AT.length(), end)),
              said.substring(end + Joints.IN.length()))
          : null;
    }

    private static Set<String> names(String joined) {
      return new TreeSet<>(List.of(joined.split(",", -1)));
    }

    /** Whether a class file is still what the build left. */
    boolean isAbout(byte[] bytes) {
      return hasJoint(bytes) || (!isWoven && Joints.checksum(bytes).equals(sum));
    }
  }

  /**
   * Of which operations a seam or view had something to say when classes were woven for it.
   *
   * @param place the jar or folder of these
   * @param operations by name and number of parameters
   */
  record Said(String place, Set<String> operations) {}

  private WovenRecord() {}

  /** What was woven of the classes that stand beside the core. */
  static WovenRecord own() {
    return Own.RECORD;
  }

  /** What a loader sees; without classes when nothing was woven at build. */
  static WovenRecord of(@Nullable ClassLoader loader) {
    WovenRecord record = new WovenRecord();
    if (loader != null) {
      try {
        record.read(loader);
      } catch (IOException unreadable) {
        record.faults.put(EVERY, Joints.RECORD + " cannot be read: " + unreadable);
      }
    }
    return record;
  }

  private void read(ClassLoader loader) throws IOException {
    Map<String, List<Line>> lines = new TreeMap<>();
    for (URL file : IndexFiles.of(loader, Joints.RECORD)) {
      String text = new String(read(file), StandardCharsets.UTF_8);
      for (String each : text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
        int end = each.indexOf(Joints.STATED);
        String type = end < 0 ? each : each.substring(0, end);
        String stated = end < 0 ? "" : each.substring(end + Joints.STATED.length());
        Line line = Line.of(stated);
        if (stated.startsWith(Joints.SAYS)) {
          said.computeIfAbsent(type, same -> new ArrayList<>())
              .add(new Said(place(file), Line.names(stated.substring(Joints.SAYS.length()))));
        } else if (line == null) {
          faults.put(
              type,
              "the record of what was woven at build was cut where jars were joined, or is one of"
                  + " another version ("
                  + Joints.RECORD
                  + "): join its lines as they are, and weave with the version of the core");
        } else {
          lines.computeIfAbsent(type, same -> new ArrayList<>()).add(line);
        }
      }
    }
    for (Map.Entry<String, List<Line>> each : lines.entrySet()) {
      URL file = loader.getResource(each.getKey().replace('.', '/') + ".class");
      if (file != null) {
        add(each.getKey(), each.getValue(), read(file));
      }
    }
  }

  /** Where jars have a class twice, only one of them is loaded: only its lines count. */
  private void add(String type, List<Line> lines, byte[] bytes) {
    Set<String> known = new TreeSet<>();
    classes.put(type, known);
    List<Line> right = lines.stream().filter(line -> line.isAbout(bytes)).toList();
    for (Line line : right.isEmpty() ? lines : right) {
      known.addAll(line.names());
      for (String name : line.names()) {
        if (right.isEmpty()) {
          faults.put(
              name,
              type
                  + (line.isWoven() ? " was woven" : " was looked at")
                  + " at build and has been compiled again since; weave it after each compilation");
        } else if (line.isWoven()) {
          woven.computeIfAbsent(name, same -> new TreeSet<>()).add(type);
        }
      }
    }
  }

  /** Whether a class file has anything that was woven at build. */
  private static boolean hasJoint(byte[] bytes) {
    return ClassHeader.of(bytes) != null && ClassHeader.mentions(bytes, JOINT);
  }

  private static byte[] read(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    // A cached jar is shared with the application, which may close it.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }

  /** The last name before what is inside: of a jar, or of a folder of classes. */
  private static String place(URL file) {
    String path = file.toString();
    String root = path.substring(0, path.length() - Joints.RECORD.length());
    String[] names = root.split("[/!]+", -1);
    return names.length < 2 ? root : names[names.length - 2];
  }

  boolean isEmpty() {
    return classes.isEmpty() && faults.isEmpty();
  }

  /** What a class was looked at for; null when no record names it. */
  @Nullable Set<String> of(String type) {
    return classes.get(type);
  }

  /** The seams and views that any class was looked at for. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    classes.values().forEach(names::addAll);
    return names;
  }

  /** By the name of a seam or view, what it had something to say of where it was woven for. */
  Map<String, List<Said>> said() {
    return said;
  }

  /** By the name of a seam or view, or of a class whose line is wrong, what is not enforced. */
  Map<String, String> faults() {
    return Collections.unmodifiableMap(faults);
  }

  /** What was done for seams or views of the index. */
  Map<String, Status.SeamStatus> states(Set<String> indexed) {
    Map<String, Status.SeamStatus> states = new TreeMap<>();
    indexed.forEach(name -> states.put(name, state(name)));
    return states;
  }

  private Status.SeamStatus state(String name) {
    if (isEmpty()) {
      return new Status.SeamStatus(name, Status.State.NOT_ENFORCED, "no agent is attached");
    }
    String why = faults.get(name);
    if (why != null) {
      return new Status.SeamStatus(name, Status.State.NOT_ENFORCED, why);
    }
    int count = woven.getOrDefault(name, Set.of()).size();
    return count == 0
        ? new Status.SeamStatus(name, Status.State.KNOWN, "")
        : new Status.SeamStatus(
            name, Status.State.WOVEN, count + (count == 1 ? " class" : " classes") + " at build");
  }
}
