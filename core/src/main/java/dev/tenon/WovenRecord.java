package dev.tenon;

import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.IndexFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the records say that weaving at build has written into jars and folders. Immutable.
 *
 * @param classes by binary name, the seams and views that a class was woven, or looked at, for
 * @param woven the binary names of those that have something woven
 * @param faults by the name of a seam or view, why it is not enforced in a class of the record
 */
record WovenRecord(
    Map<String, Set<String>> classes, Set<String> woven, Map<String, String> faults) {

  private static final byte[] JOINT = Joints.CORE.getBytes(StandardCharsets.ISO_8859_1);

  /** What a loader sees; without classes when nothing was woven at build. */
  static WovenRecord of(@Nullable ClassLoader loader) {
    WovenRecord record = new WovenRecord(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    if (loader != null) {
      try {
        for (URL file : IndexFiles.of(loader, Joints.RECORD)) {
          String text = new String(read(file), StandardCharsets.UTF_8);
          for (String line : text.lines().toList()) {
            record.add(line.strip(), loader);
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(Joints.RECORD + " cannot be read", unreadable);
      }
    }
    return record;
  }

  private void add(String line, ClassLoader loader) throws IOException {
    if (line.isEmpty()) {
      return;
    }
    int end = line.indexOf(Joints.STATED);
    String type = end < 0 ? line : line.substring(0, end);
    String said = end < 0 ? "" : line.substring(end + Joints.STATED.length());
    boolean isWoven = said.startsWith(Joints.WOVEN);
    if (!isWoven && !said.startsWith(Joints.LOOKED_AT)) {
      faults.put(
          type,
          "the record of what was woven at build was cut where jars were joined ("
              + Joints.RECORD
              + "): join its lines as they are");
      return;
    }
    String names = said.substring((isWoven ? Joints.WOVEN : Joints.LOOKED_AT).length());
    Set<String> about = new TreeSet<>(List.of(names.split(",", -1)));
    classes.computeIfAbsent(type, same -> new TreeSet<>()).addAll(about);
    if (isWoven) {
      woven.add(type);
    }
    if (isWoven && !isWovenStill(type, loader)) {
      about.forEach(
          name ->
              faults.put(
                  name,
                  type
                      + " was woven at build and has been compiled again since; weave it after each"
                      + " compilation"));
    }
  }

  private static boolean isWovenStill(String type, ClassLoader loader) throws IOException {
    URL file = loader.getResource(type.replace('.', '/') + ".class");
    return file != null && isWoven(read(file));
  }

  /** Whether a class file has anything that was woven at build. */
  static boolean isWoven(byte[] bytes) {
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

  boolean isEmpty() {
    return classes.isEmpty() && faults.isEmpty();
  }

  /** What a class was woven for; null when no record names it. */
  @Nullable Set<String> of(String type) {
    return classes.get(type);
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
    long count =
        woven.stream().filter(type -> classes.getOrDefault(type, Set.of()).contains(name)).count();
    return count == 0
        ? new Status.SeamStatus(name, Status.State.KNOWN, "")
        : new Status.SeamStatus(
            name, Status.State.WOVEN, count + (count == 1 ? " class" : " classes") + " at build");
  }
}
