package hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Felix: core, the seams, their suppliers and their client are four bundles. */
class OsgiIT {

  private static final String VOCABULARY = "dev.tenon.contract,dev.tenon.contract.companion";
  private static final String RUNTIME = "dev.tenon.runtime";
  private static final String SEAMS = "bank,rates";

  @TempDir private Path directory;

  /** The suppliers' bundle knows nothing of Tenon. */
  @ParameterizedTest
  @ValueSource(strings = {"felix", "equinox"})
  void suppliers_are_judged_where_the_bundle_of_their_seam_imports_the_runtime(String framework) {
    try (Host host = start(framework, VOCABULARY + "," + RUNTIME)) {
      Traffic.pass(host, "/till");
      Traffic.assertRecorded(host.get("/till"));
      Traffic.assertClean(host.end());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"felix", "equinox"})
  void without_that_import_the_seams_are_announced_as_not_enforced(String framework) {
    try (Host host = start(framework, VOCABULARY)) {
      assertThat(host.get("/till?-1")).isEqualTo("paid -2");
      assertThat(host.get("/till"))
          .contains("bank.Vault  NOT ENFORCED: tenon-core is not visible from the loader of ")
          .contains("tenon is not active for every seam:");
      assertThat(host.end().log())
          .contains("tenon: seam bank.Vault is not enforced: tenon-core is not visible")
          .contains("its bundle has to import what none of its classes names")
          .contains("Import-Package: dev.tenon.runtime");
    }
  }

  private Host start(String framework, String importsOfSeams) {
    List<Path> osgi = Application.host(framework);
    Path seams = new Application(directory.resolve("seams"), "till/bank", "till/rates").compile();
    Path suppliers = compile("suppliers", osgi, seams, "till/iron", "till/gold", "osgi-supplier");
    Path client = compile("client", osgi, seams, "till/shop", "http", "osgi-client");
    Path server = new Application(directory.resolve("server"), "osgi").with(osgi).compile();
    List<Path> path = new ArrayList<>(osgi);
    path.add(server);
    return Host.start(
        directory,
        "-cp",
        Application.path(path),
        "server.BundleServer",
        core(),
        bundle("seams.jar", seams, importsOfSeams, SEAMS, ""),
        bundle("suppliers.jar", suppliers, SEAMS + ",org.osgi.framework", "", "supplier.Activator"),
        bundle(
            "client.jar",
            client,
            SEAMS
                + ",org.osgi.framework,com.sun.net.httpserver,dev.tenon,dev.tenon.verdict"
                + ",dev.tenon.model,dev.tenon.ledger",
            "",
            "client.Activator"));
  }

  private Path compile(String name, List<Path> osgi, Path seams, String... folders) {
    return new Application(directory.resolve(name), folders)
        .with(osgi)
        .with(List.of(seams))
        .compile();
  }

  /** Core and what it needs, in one bundle. */
  private String core() {
    Path content = directory.resolve("core");
    List<String> jars = new ArrayList<>();
    try {
      Files.createDirectories(content);
      for (Path jar : Application.core()) {
        Files.copy(jar, content.resolve(jar.getFileName()));
        jars.add(jar.getFileName().toString());
      }
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("Bundle-ClassPath", String.join(",", jars));
    return bundle(
        "core.jar",
        content,
        "",
        VOCABULARY
            + ","
            + RUNTIME
            + ",dev.tenon,dev.tenon.verdict,dev.tenon.model,dev.tenon.ledger",
        "",
        attributes);
  }

  private String bundle(
      String name, Path content, String imports, String exports, String activator) {
    return bundle(name, content, imports, exports, activator, Map.of());
  }

  private String bundle(
      String name,
      Path content,
      String imports,
      String exports,
      String activator,
      Map<String, String> more) {
    Map<String, String> attributes = new LinkedHashMap<>(more);
    attributes.put("Bundle-ManifestVersion", "2");
    attributes.put("Bundle-SymbolicName", name.replace(".jar", ""));
    attributes.put("Import-Package", imports);
    attributes.put("Export-Package", exports);
    attributes.put("Bundle-Activator", activator);
    attributes.values().removeIf(String::isEmpty);
    return Application.jar(directory.resolve(name), attributes, content).toString();
  }
}
