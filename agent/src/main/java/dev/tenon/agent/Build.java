package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Concerns;
import dev.tenon.model.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

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

  private Build(ClassLoader loader, BuildFolder folder, Settings settings) {
    this.loader = loader;
    this.folder = folder;
    this.presence = new Presence(realms, settings, false);
    this.lineages = new Lineages(realms, presence);
    this.wants = new Wants(realms, lineages, presence, new Mirrored(realms, lineages, presence));
    this.inheritance = new Inheritance(lineages, presence);
  }

  /**
   * Weaves.
   *
   * @param classes the folder of the classes; they are written anew, with a record
   * @param classPath what else they see, the core included
   * @param options what can be set, as {@code seams=com.acme..*}; may be empty
   * @return what was done, as one line
   * @throws IllegalStateException if something cannot be woven at build; nothing is written then,
   *     and the message lists it with what to do
   * @throws IllegalArgumentException if an option is not valid
   * @throws IOException if a file cannot be read or written
   */
  public static String weave(Path classes, List<Path> classPath, String options)
      throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(classes.toUri().toURL());
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), platform)) {
      return new Build(loader, BuildFolder.read(classes), settings(loader, options)).weave();
    }
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

  private String weave() throws IOException {
    // What a class inherits is known when all classes have been looked at.
    pass(Joining.atBuild());
    Joining joining = Joining.atBuild();
    Map<String, byte[]> woven = pass(joining);
    refuseVersioned(joining, woven);
    List<String> refusals = new BuildRefusals(loader, folder, realms).of(joining, presence, woven);
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(
          "not every contract can be woven at build:\n  " + String.join("\n  ", refusals));
    }
    look(woven);
    bind();
    return folder.write(woven, joining.fronts());
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
  private void look(Map<String, byte[]> woven) {
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
  private void refuseVersioned(Joining joining, Map<String, byte[]> woven) throws IOException {
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

  /** No setting that counts here has a warning. */
  private static final class Unheard implements Consumer<String> {

    @Override
    public void accept(String warning) {
      // The run time reads the same settings, and says it.
    }
  }
}
