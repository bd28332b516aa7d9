package server;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/** Embedded Tomcat, which keeps web applications or deploys one again and again. */
public class TomcatServer {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Tomcat tomcat = new Tomcat();

  public static void main(String[] arguments) throws Throwable {
    TomcatServer server = new TomcatServer();
    server.start();
    try {
      if (arguments[0].equals("again")) {
        server.deployAgain(Integer.parseInt(arguments[1]), arguments[2]);
      } else {
        for (String directory : arguments) {
          server.deploy("/" + new File(directory).getName(), directory);
        }
        System.out.println("ready " + server.port());
        while (System.in.read() >= 0) {}
      }
    } finally {
      server.tomcat.stop();
      server.tomcat.destroy();
    }
  }

  private void start() throws Exception {
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    tomcat.getHost();
    tomcat.start();
  }

  private int port() {
    return tomcat.getConnector().getLocalPort();
  }

  private Context deploy(String path, String directory) {
    ContextConfig reader = new ContextConfig();
    reader.setDefaultWebXml("org/apache/catalina/startup/NO_DEFAULT_XML");
    Context context = new StandardContext();
    context.setPath(path);
    context.setDocBase(directory);
    context.addLifecycleListener(reader);
    tomcat.getHost().addChild(context);
    return context;
  }

  /** Says after each tenth time how much room classes take. */
  private void deployAgain(int times, String directory) throws Throwable {
    for (int i = 1; i <= times; i++) {
      WeakReference<ClassLoader> loader = deployOnce(directory);
      linkRecord();
      for (int tries = 0; loader.get() != null && tries < 20; tries++) {
        System.gc();
      }
      if (loader.get() != null) {
        System.out.println("alive after undeploy " + i);
      }
      if (i % 10 == 0) {
        System.out.println("metaspace " + metaspace());
      }
    }
  }

  private WeakReference<ClassLoader> deployOnce(String directory) throws Exception {
    Context context = deploy("/once", directory);
    for (int amount : new int[] {20, -1, 13, 2_000, 500, 7}) {
      URI till = URI.create("http://localhost:" + port() + "/once/till?" + amount);
      System.out.println(
          CLIENT.send(HttpRequest.newBuilder(till).build(), BodyHandlers.ofString()).body());
    }
    WeakReference<ClassLoader> loader = new WeakReference<>(context.getLoader().getClassLoader());
    context.stop();
    tomcat.getHost().removeChild(context);
    return loader;
  }

  /**
   * Older JDKs keep the component types of the record whose methods were linked last (JDK-8078641):
   * let that be one of the server's.
   */
  private static void linkRecord() throws Throwable {
    record Own(String path) {}
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle path = lookup.findGetter(Own.class, "path", String.class);
    ObjectMethods.bootstrap(
        lookup,
        "equals",
        MethodType.methodType(boolean.class, Own.class, Object.class),
        Own.class,
        "path",
        path);
    ObjectMethods.bootstrap(
        lookup, "hashCode", MethodType.methodType(int.class, Own.class), Own.class, "path", path);
    ObjectMethods.bootstrap(
        lookup,
        "toString",
        MethodType.methodType(String.class, Own.class),
        Own.class,
        "path",
        path);
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }
}
