package dev.tenon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenon.model.Clause.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The invariants of a seam, as the manifests of its types list them. Its operations do not tell
 * all: those that an invariant itself asks do not keep it.
 */
final class Invariants {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Invariants() {}

  /** Those of its supertypes and its own. */
  static List<FlatClause> of(Class<?> seam) {
    List<FlatClause> invariants = new ArrayList<>();
    for (Class<?> type : supertypes(seam)) {
      invariants.addAll(declared(type, seam));
    }
    return invariants;
  }

  private static Set<Class<?>> supertypes(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> each : type.getInterfaces()) {
      found.addAll(supertypes(each));
    }
    found.add(type);
    return found;
  }

  private static List<FlatClause> declared(Class<?> type, Class<?> seam) {
    List<FlatClause> clauses = new ArrayList<>();
    JsonNode manifest = manifest(type);
    for (JsonNode each : manifest.path("invariants")) {
      clauses.add(
          new FlatClause(
              Role.INVARIANT,
              each.path("name").asText(),
              each.path("text").asText(),
              each.path("because").asText(),
              "",
              manifest.path("source").asText(),
              each.path("line").asInt(),
              type.getName(),
              type != seam,
              false));
    }
    return clauses;
  }

  private static JsonNode manifest(Class<?> type) {
    String path = "META-INF/tenon/" + type.getName() + ".json";
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return MAPPER.missingNode();
    }
    try (InputStream manifest = loader.getResourceAsStream(path)) {
      return manifest == null ? MAPPER.missingNode() : MAPPER.readTree(manifest);
    } catch (IOException e) {
      throw new Fault("the manifest " + path + " cannot be read: " + e.getMessage());
    }
  }
}
