package dev.tenon;

import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.ClassPathEntry;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves, where there is no agent, that whatever supplies a seam was woven at build: reads all
 * class files that a loader has, and loads none.
 */
final class WovenProof {

  private static final byte[] CODE = "Code".getBytes(StandardCharsets.ISO_8859_1);

  private static final List<String> OWN =
      List.of(
          "agent",
          "cli",
          "contract",
          "internal",
          "ledger",
          "linking",
          "maven",
          "model",
          "policy",
          "processor",
          "runtime",
          "spring",
          "testkit",
          "verdict");

  private static final String REMEDY =
      "weave it at its own build (goal weave of tenon-maven-plugin), or attach the agent";

  /** Class paths do not change: they are read once. */
  private static volatile @Nullable Map<String, String> proven;

  private final Set<String> seams;
  private final Map<String, String> targets;
  private final WovenRecord record;
  private final Map<String, List<String>> above = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<Path> files = new HashSet<>();
  private final Map<String, String> holes = new TreeMap<>();

  /** A class file. */
  private record Found(
      String name,
      String place,
      boolean hasCode,
      boolean isMarked,
      Set<String> makes,
      Set<String> mentions) {}

  private WovenProof(Set<String> seams, Map<String, String> targets, WovenRecord record) {
    this.seams = seams;
    this.targets = targets;
    this.record = record;
  }

  /**
   * What is missing.
   *
   * @param loader whose classes, and whose parents', are read
   * @param seams the binary names of the seams
   * @param targets by the binary name of a view, the seam that it mirrors
   * @param record what was woven
   * @return by the name of what is not enforced, why and what to do
   */
  static Map<String, String> holes(
      @Nullable ClassLoader loader,
      Set<String> seams,
      Map<String, String> targets,
      WovenRecord record) {
    Map<String, String> known = proven;
    if (known != null) {
      return known;
    }
    WovenProof proof = new WovenProof(seams, targets, record);
    try {
      proof.read(loader);
    } catch (IOException | URISyntaxException unreadable) {
      proof.holes.put("every seam", "the class path cannot be read: " + unreadable);
    }
    proof.found.forEach(proof::judge);
    proven = Map.copyOf(proof.holes);
    return proof.holes;
  }

  private void read(@Nullable ClassLoader loader) throws IOException, URISyntaxException {
    ClassLoader at = loader;
    while (at != null && at != ClassLoader.getPlatformClassLoader()) {
      if (at == ClassLoader.getSystemClassLoader()) {
        readPath(System.getProperty("java.class.path", ""));
        readModules();
      } else if (at instanceof URLClassLoader known) {
        for (URL url : known.getURLs()) {
          read(url);
        }
      } else {
        holes.put(
            "every seam",
            "it cannot be proven that all suppliers were woven at build, since "
                + at.getClass().getName()
                + " does not tell which classes it has; attach the agent where proof is needed");
        return;
      }
      at = at.getParent();
    }
  }

  private void readPath(String path) throws IOException {
    for (String entry : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      if (!entry.isEmpty() && Files.exists(file)) {
        read(file);
      }
    }
  }

  private void readModules() throws IOException {
    for (String entry : System.getProperty("jdk.module.path", "").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      if (entry.isEmpty() || !Files.exists(file)) {
        continue;
      }
      if (Files.isDirectory(file) && !Files.exists(file.resolve("module-info.class"))) {
        try (Stream<Path> modules = Files.list(file)) {
          for (Path module : modules.sorted().toList()) {
            if (Files.isDirectory(module) || module.toString().endsWith(".jar")) {
              read(module);
            }
          }
        }
      } else {
        read(file);
      }
    }
  }

  private void read(URL url) throws IOException, URISyntaxException {
    if (url.getProtocol().equals("file")) {
      Path file = Path.of(url.toURI());
      if (Files.exists(file)) {
        read(file);
      }
      return;
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection nested) {
      try (JarFile jar = nested.getJarFile()) {
        ClassPathEntry.read(jar, (name, bytes) -> look(url.toString(), bytes));
      }
    } else {
      holes.put("every seam", "the class path has " + url + ", which cannot be listed");
    }
  }

  private void read(Path file) throws IOException {
    if (!files.add(file.toAbsolutePath().normalize())) {
      return;
    }
    Path name = file.getFileName();
    String place = name == null ? file.toString() : name.toString();
    ClassPathEntry.read(file, (path, bytes) -> look(place, bytes));
    if (!Files.isDirectory(file)) {
      readNamed(file);
    }
  }

  /** What the manifest of a jar adds to the class path. */
  private void readNamed(Path file) throws IOException {
    String named = null;
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      named =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    }
    for (String each : named == null ? List.<String>of() : List.of(named.split(" ", -1))) {
      URI uri = file.toUri().resolve(each);
      if (!each.isEmpty() && "file".equals(uri.getScheme()) && Files.exists(Path.of(uri))) {
        read(Path.of(uri));
      }
    }
  }

  private void look(String place, byte[] bytes) {
    ClassHeader header = ClassHeader.of(bytes);
    if (header == null || isOwn(header.name()) || above.containsKey(header.name())) {
      return;
    }
    List<String> direct = new ArrayList<>(List.of(header.interfaces()));
    if (header.superName() != null) {
      direct.add(header.superName());
    }
    above.put(header.name(), direct);
    Set<String> makes = Set.of();
    try {
      makes = header.lambdaTypes(bytes);
    } catch (IOException malformed) {
      // Nor will the JVM read it.
    }
    Set<String> mentions = new HashSet<>();
    targets.forEach(
        (view, target) -> {
          byte[] text = target.replace('.', '/').getBytes(StandardCharsets.UTF_8);
          if (isBelow(header.name(), view) && ClassHeader.mentions(bytes, text)) {
            mentions.add(view);
          }
        });
    found.add(
        new Found(
            header.name(),
            place,
            ClassHeader.mentions(bytes, CODE),
            header.carriesMarks() && !header.isInterface(),
            makes,
            mentions));
  }

  /** Of Tenon itself, or made by it. */
  private static boolean isOwn(String name) {
    if (name.contains(Joints.FRONT) || name.contains("$$Contract") || name.contains("$$Clauses")) {
      return true;
    }
    if (!name.startsWith("dev/tenon/")) {
      return false;
    }
    String rest = name.substring("dev/tenon/".length());
    int end = rest.indexOf('/');
    return end < 0 || OWN.contains(rest.substring(0, end));
  }

  private static boolean isBelow(String type, String view) {
    String own = view.substring(0, view.lastIndexOf('.') + 1).replace('.', '/');
    return type.startsWith(own);
  }

  private void judge(Found type) {
    String name = type.name().replace('/', '.');
    Set<String> woven = record.of(name);
    Set<String> needed = type.hasCode() ? supplied(type.name()) : new HashSet<>();
    if (type.isMarked()) {
      needed.add(name);
    }
    for (String made : type.makes()) {
      needed.addAll(supplied(made));
    }
    if (woven == null) {
      needed.forEach(seam -> hole(seam, name, type.place(), "was not woven at build; " + REMEDY));
      if (!isRecorded(type.place())) {
        type.mentions()
            .forEach(view -> hole(view, name, type.place(), "was not woven at build; " + REMEDY));
      }
      return;
    }
    needed.removeAll(woven);
    // A class that merely mentions a mark is under no seam of its own.
    needed.remove(name);
    needed.forEach(
        seam ->
            hole(
                seam,
                name,
                type.place(),
                "was woven at build where this seam was not known; weave it again with what"
                    + " declares it on the class path, or attach the agent"));
  }

  private boolean isRecorded(String place) {
    return found.stream()
        .filter(each -> each.place().equals(place))
        .anyMatch(each -> record.of(each.name().replace('/', '.')) != null);
  }

  private void hole(String seam, String type, String place, String why) {
    holes.merge(
        seam,
        type + " (" + place + ") " + why,
        (first, more) -> first.contains("; also ") ? first : first + "; also " + type);
  }

  /** The seams that a type supplies, or is. */
  private Set<String> supplied(String type) {
    Set<String> supplied = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(type));
    for (String name = next.poll(); name != null; name = next.poll()) {
      if (seen.add(name)) {
        String binary = name.replace('/', '.');
        if (seams.contains(binary)) {
          supplied.add(binary);
        }
        next.addAll(above.getOrDefault(name, List.of()));
      }
    }
    return supplied;
  }
}
