package server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The framework on the class path with the bundles of its arguments, of which the last starts to
 * listen.
 */
public class BundleServer {

  public static void main(String[] arguments) throws Exception {
    String cache = Files.createTempDirectory("bundles").toString();
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    cache,
                    "org.osgi.framework.system.packages.extra",
                    "com.sun.net.httpserver"));
    framework.start();
    List<Bundle> bundles = new ArrayList<>();
    for (String bundle : arguments) {
      bundles.add(framework.getBundleContext().installBundle(Path.of(bundle).toUri().toString()));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    while (System.in.read() >= 0) {}
    framework.stop();
    framework.waitForStop(60_000);
  }
}
