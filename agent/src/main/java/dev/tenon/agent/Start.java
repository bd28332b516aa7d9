package dev.tenon.agent;

import dev.tenon.linking.Calls;
import dev.tenon.linking.Linker;
import dev.tenon.model.Mode;
import dev.tenon.model.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the agent together; called once, by the class that the JVM starts. */
public final class Start {

  private Start() {}

  /**
   * Starts the agent.
   *
   * @param arguments what stands after {@code =} in {@code -javaagent}, or null
   * @param instrumentation what the JVM offers
   * @throws IllegalArgumentException if a setting is not valid
   * @throws Throwable if the agent cannot work in this JVM
   */
  public static void start(@Nullable String arguments, Instrumentation instrumentation)
      throws Throwable {
    String version = version();
    Warnings warnings = new Warnings();
    Settings settings =
        Settings.resolve(arguments, System.getProperties(), System.getenv(), file(), warnings);
    sayGoverned();
    Realms realms = new Realms();
    Presence presence = new Presence(realms, settings);
    Lineages lineages = new Lineages(realms, presence);
    Linkages linkages = new Linkages(presence);
    Linker linker = new Linker(new Cores(lineages, linkages, presence), presence);
    Preparation preparation = new Preparation(instrumentation, realms, lineages, linker, presence);
    Calls calls = new Calls(new ClientCores(linkages, presence), presence);
    Clients clients = new Clients(instrumentation);
    Mirrored mirrored = new Mirrored(realms, lineages, presence);
    Wants wants = new Wants(realms, lineages, presence, mirrored);
    Transformer transformer = new Transformer(realms, lineages, presence, wants, clients);
    Sweep sweep = new Sweep(instrumentation, realms, wants, lineages, preparation, presence);
    LastWords lastWords = new LastWords(sweep, presence);
    Desk desk =
        new Desk(version, arguments, warnings.said, lineages, presence, sweep, lastWords, clients);
    Joint.install(
        instrumentation,
        new Exchange(
            linker,
            preparation,
            new Lambdas(linker, presence),
            calls,
            new References(calls, presence),
            desk));
    Runtime.getRuntime().addShutdownHook(lastWords);
    preload();
    int seams = lineages.seams(ClassLoader.getSystemClassLoader()).size();
    instrumentation.addTransformer(transformer, true);
    sweep.all();
    if (settings.banner()) {
      ClassLoader application = ClassLoader.getSystemClassLoader();
      List<View> views = lineages.views(application);
      String banner = banner(version, seams, settings);
      Voice.say(views.isEmpty() ? banner : banner.concat(Unpromised.banner(application, views)));
    }
  }

  /** A class file that cannot be read is like one that is not there: nobody hears of it later. */
  @SuppressWarnings("removal") // JDKs before 24 have it
  private static void sayGoverned() {
    if (System.getSecurityManager() != null) {
      Voice.say(
          "warning: a security manager is set: where code that may not read class files is the"
              + " first to use a supplier, that stays unchecked; grant it"
              + " java.io.FilePermission \"<<ALL FILES>>\", \"read\"");
    }
  }

  private static String version() {
    String version = Start.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private static String banner(String version, int seams, Settings settings) {
    Mode mode = settings.modes().rules().get(0).mode();
    int more = settings.modes().rules().size() - 1;
    return version
        + ": "
        + seams
        + (seams == 1 ? " seam" : " seams")
        + " known, mode "
        + mode.name().toLowerCase(Locale.ROOT)
        + (more == 0 ? "" : more == 1 ? " and 1 rule" : " and " + more + " rules");
  }

  private static Properties file() throws IOException {
    Properties properties = new Properties();
    URL url = ClassLoader.getSystemResource("tenon.properties");
    if (url != null) {
      properties.load(new ByteArrayInputStream(ClassFiles.read(url)));
    }
    return properties;
  }

  /**
   * What a transformer or a link may be the first to touch. A class of the JDK that is loaded while
   * the JVM itself is loading it stays broken for ever (JDK-8164165).
   */
  private static void preload() throws ClassNotFoundException {
    ThreadLocalRandom.current();
    Class.forName("java.lang.invoke.MethodHandle$1");
  }

  /** Says each warning, and keeps it: core reads the same sources and need not say it again. */
  private static final class Warnings implements Consumer<String> {

    private final List<String> said = new ArrayList<>();

    @Override
    public void accept(String line) {
      said.add(line);
      Voice.say("warning: ".concat(line));
    }
  }
}
