package server;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Embedded Jetty with an application in a class loader of its own for each argument. */
public class JettyServer {

  public static void main(String[] arguments) throws Exception {
    Server server = new Server(0);
    Handler.Sequence handlers = new Handler.Sequence();
    for (String argument : arguments) {
      handlers.addHandler(application(argument));
    }
    server.setHandler(handlers);
    server.start();
    System.out.println("ready " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    while (System.in.read() >= 0) {}
    server.stop();
  }

  /** A path, and behind the equals sign its classes and libraries. */
  private static ServletContextHandler application(String argument) throws Exception {
    String[] pair = argument.split("=", 2);
    List<URL> urls = new ArrayList<>();
    for (String each : pair[1].split(File.pathSeparator)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    ServletContextHandler application = new ServletContextHandler(pair[0]);
    application.setClassLoader(
        new URLClassLoader(urls.toArray(new URL[0]), JettyServer.class.getClassLoader()));
    application.addServlet("web.TillServlet", "/till");
    return application;
  }
}
