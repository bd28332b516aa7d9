package server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** Felix with the bundles of its arguments, of which the last starts to listen. */
public class FelixServer {

  public static void main(String[] arguments) throws Exception {
    String cache = Files.createTempDirectory("felix").toString();
    Framework felix =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    cache,
                    "org.osgi.framework.system.packages.extra",
                    "com.sun.net.httpserver"));
    felix.start();
    List<Bundle> bundles = new ArrayList<>();
    for (String bundle : arguments) {
      bundles.add(felix.getBundleContext().installBundle(Path.of(bundle).toUri().toString()));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    while (System.in.read() >= 0) {}
    felix.stop();
    felix.waitForStop(60_000);
  }
}
