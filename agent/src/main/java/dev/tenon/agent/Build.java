package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Concerns;
import dev.tenon.model.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Weaves the classes of a folder at build, as the agent would when they are loaded. */
public final class Build {

  private static final String SEAMS = "seams";
  private static final String SETTINGS = "tenon.properties";

  private final ClassLoader loader;
  private final BuildFolder folder;
  private final Realms realms = new Realms();
  private final Presence presence;
  private final Lineages lineages;
  private final Wants wants;
  private final Inheritance inheritance;
  private final Joining joining = Joining.atBuild();
  private final Map<String, byte[]> woven = new TreeMap<>();

  private Build(ClassLoader loader, BuildFolder folder, Settings settings) {
    this.loader = loader;
    this.folder = folder;
    this.presence = new Presence(realms, settings, false);
    this.lineages = new Lineages(realms, presence);
    this.wants = new Wants(realms, lineages, presence, new Mirrored(realms, lineages, presence));
    this.inheritance = new Inheritance(lineages, presence);
  }

  /**
   * Looks at a folder, and weaves in memory.
   *
   * @param classes the folder
   * @param loader what its classes see, themselves and the core included
   * @param options what can be set, as {@code seams=com.acme..*}; may be empty
   * @throws IllegalStateException if something cannot be woven at build; the message lists it with
   *     what to do
   * @throws IllegalArgumentException if an option is not valid
   * @throws IOException if a file cannot be read
   */
  public static Build of(Path classes, ClassLoader loader, String options) throws IOException {
    Build build = new Build(loader, BuildFolder.read(classes), settings(loader, options));
    build.weave();
    return build;
  }

  /** Modes and the like are for run time: a seam that is off there can be switched on. */
  private static Settings settings(ClassLoader loader, String options) throws IOException {
    int equals = options.indexOf('=');
    String fault =
        equals < 0
            ? null
            : Settings.fault(
                options.substring(0, equals), options.substring(equals + 1), "option of weaving");
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    Properties file = new Properties();
    URL url = loader.getResource(SETTINGS);
    if (url != null) {
      file.load(new ByteArrayInputStream(ClassFiles.read(url)));
    }
    Properties counted = new Properties();
    if (file.getProperty(SEAMS) != null) {
      counted.setProperty(SEAMS, file.getProperty(SEAMS));
    }
    return Settings.resolve(options, new Properties(), Map.of(), counted, new Unheard());
  }

  private void weave() throws IOException {
    // What a class inherits is known when all classes have been looked at.
    pass(Joining.atBuild());
    woven.putAll(pass(joining));
    refuseVersioned();
    requireNone(new BuildRefusals(loader, folder, realms).of(joining, presence, woven));
    look();
    bind();
  }

  private static void requireNone(List<String> refusals) {
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(
          "not every contract can be woven at build:\n  " + String.join("\n  ", refusals));
    }
  }

  /**
   * Writes the classes anew, with a record.
   *
   * @return what was done, as one line
   * @throws IOException if a file cannot be written
   */
  public String write() throws IOException {
    return folder.write(woven, joining.fronts());
  }

  /** By internal name, the classes that stand in front of lambdas. */
  public Map<String, byte[]> added() {
    return joining.fronts();
  }

  /**
   * Writes the record, for a tool that writes the classes itself.
   *
   * @return by internal name, for each class that changes, what weaves it as others have left it
   * @throws IOException if the record cannot be written
   */
  public Map<String, UnaryOperator<byte[]>> handOver() throws IOException {
    Map<String, UnaryOperator<byte[]>> found = new TreeMap<>();
    for (Map.Entry<String, byte[]> each : woven.entrySet()) {
      if (folder.isChanged(each.getKey(), each.getValue())) {
        found.put(each.getKey(), new Late());
      }
    }
    folder.writeRecord(woven);
    return found;
  }

  /** Others may have changed it; what stands in front of its lambdas is written by now. */
  private synchronized byte[] weaveLate(byte[] bytes) throws IOException {
    ClassHeader header = ClassHeader.of(bytes);
    if (header == null) {
      throw new IllegalStateException("not a class file");
    }
    Joining late = Joining.atBuild();
    byte[] now =
        new Weaver(realms, presence, inheritance, late)
            .weave(loader, header, bytes, wants.of(loader, header, bytes));
    byte[] result = now == null ? bytes : now;
    requireNone(
        new BuildRefusals(loader, folder, realms)
            .of(late, presence, Map.of(header.name(), result)));
    for (Map.Entry<String, byte[]> front : late.fronts().entrySet()) {
      if (!Arrays.equals(front.getValue(), added().get(front.getKey()))) {
        throw new IllegalStateException(
            header.name().replace('/', '.')
                + ": its lambdas were changed in the same run; weave in a run of its own, after"
                + " what changes them");
      }
    }
    return result;
  }

  /** Notes of which operations the seams and views say something that classes are woven for. */
  private void bind() {
    for (String name : folder.names()) {
      for (Declaration each : lineages.of(loader, name.replace('.', '/'))) {
        if (each.type().equals(name)) {
          folder.bind(name, each.operations());
        }
      }
    }
    for (View view : lineages.views(loader)) {
      folder.bind(view.type(), view.operations());
    }
  }

  /** As the JVM will, at the classes as they are to be. */
  private void look() {
    Concerns concerns = new BuildWorld(loader, lineages, presence).concerns();
    for (Map.Entry<String, byte[]> each : folder.classes().entrySet()) {
      byte[] bytes = woven.getOrDefault(each.getKey(), each.getValue());
      ClassHeader header = ClassHeader.of(bytes);
      if (header != null && !Names.isSkipped(header.name())) {
        folder.look(header.name(), concerns.of(concerns.read(header, bytes)));
      }
    }
  }

  /** By internal name, the classes that a contract or view is about, as they are to be. */
  private Map<String, byte[]> pass(Joining joining) throws IOException {
    Weaver weaver = new Weaver(realms, presence, inheritance, joining);
    Map<String, byte[]> found = new TreeMap<>();
    for (Map.Entry<String, byte[]> each : folder.classes().entrySet()) {
      ClassHeader header = ClassHeader.of(each.getValue());
      if (header == null || Names.isSkipped(header.name())) {
        continue;
      }
      Wanted wanted = wants.of(loader, header, each.getValue());
      Set<String> about = about(header, each.getValue(), wanted);
      if (!about.isEmpty() || !wanted.isEmpty()) {
        folder.state(header.name(), about);
        byte[] woven = weaver.weave(loader, header, each.getValue(), wanted);
        found.put(header.name(), woven == null ? each.getValue() : woven);
        for (Member body : realms.of(loader).inherited(header.name().replace('/', '.'))) {
          folder.state(body.owner().replace('.', '/'), about);
        }
      }
    }
    return found;
  }

  /** Of a class that has several versions, only one was looked at; of others none. */
  private void refuseVersioned() throws IOException {
    for (Map.Entry<String, byte[]> each : folder.versioned().entrySet()) {
      ClassHeader header = ClassHeader.of(each.getValue());
      if (header == null || Names.isSkipped(header.name())) {
        continue;
      }
      Wanted wanted = wants.of(loader, header, each.getValue());
      if (woven.containsKey(header.name())
          || !wanted.isEmpty()
          || !about(header, each.getValue(), wanted).isEmpty()) {
        joining.refuse(
            each.getKey()
                + ": a class of a multi-release folder is not woven at build; use the agent");
      }
    }
  }

  /** Seams without clauses of their own too: who demands proof knows them by their names. */
  private Set<String> about(ClassHeader header, byte[] bytes, Wanted wanted) {
    Set<String> about = wanted.views();
    List<Declaration> declarations = wanted.declarations();
    declarations.addAll(lineages.of(loader, header, bytes));
    for (Declaration declaration : declarations) {
      about.add(declaration.type());
    }
    return about;
  }

  /** Weaves a class when it is handed over. */
  private final class Late implements UnaryOperator<byte[]> {

    @Override
    public byte[] apply(byte[] bytes) {
      try {
        return weaveLate(bytes);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** No setting that counts here has a warning. */
  private static final class Unheard implements Consumer<String> {

    @Override
    public void accept(String warning) {
      // The run time reads the same settings, and says it.
    }
  }
}
