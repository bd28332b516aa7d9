package dev.tenon.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenon.ApplicationClasses;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of a class path, and what of them cannot be enforced.
 *
 * @param count how many seams, holders and views there are
 * @param hasCore whether the core is on the class path
 * @param faults one line for each type whose contract cannot be enforced, by its binary name
 */
record Findings(int count, boolean hasCore, SortedMap<String, String> faults) {

  private static final String REBUILD =
      "rebuild from clean, and look for another version of it on the class path";

  /**
   * Reads a class path.
   *
   * @param classPath its folders and jars
   * @throws IOException if one cannot be read
   */
  static Findings of(List<Path> classPath) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path each : classPath) {
      entries.add(Entry.read(each));
    }
    try (ApplicationClasses classes = ApplicationClasses.of(classPath)) {
      return new Reading(classes, entries).findings();
    }
  }

  /** One pass over the types that an index names, and those that an annotation gives away. */
  private static final class Reading {

    private final ApplicationClasses classes;
    private final List<Entry> entries;
    private final Map<String, String> indexed = new TreeMap<>();
    private final Map<String, Entry> places = new TreeMap<>();
    private final Map<String, String> languages = new TreeMap<>();
    private final SortedMap<String, String> faults = new TreeMap<>();
    private int count;

    Reading(ApplicationClasses classes, List<Entry> entries) throws IOException {
      this.classes = classes;
      this.entries = entries;
      index(classes.seams(), "seams");
      index(classes.holders(), "holders");
      index(classes.views(), "views");
      for (Entry entry : entries) {
        entry.marked().forEach(languages::putIfAbsent);
        entry.marked().keySet().forEach(name -> places.putIfAbsent(name, entry));
        entry.manifests().forEach(name -> places.putIfAbsent(name, entry));
      }
    }

    private void index(SortedSet<String> names, String index) {
      names.forEach(name -> indexed.put(name, index));
    }

    Findings findings() {
      SortedSet<String> names = new TreeSet<>(indexed.keySet());
      names.addAll(places.keySet());
      names.forEach(this::read);
      return new Findings(count, entries.stream().anyMatch(Entry::hasCore), faults);
    }

    private void read(String name) {
      Optional<String> fault;
      try {
        Class<?> type = Class.forName(name, false, classes);
        boolean isContract = ApplicationClasses.states(type);
        count += isContract ? 1 : 0;
        fault = isContract ? fault(type) : silent(name);
      } catch (ClassNotFoundException absent) {
        fault = absent(name);
      } catch (LinkageError unreadable) {
        fault = Optional.of("it cannot be read: " + unreadable);
      }
      fault.ifPresent(why -> faults.put(name, name + where(name) + ": " + why));
    }

    private String where(String name) {
      Entry place = places.get(name);
      return place == null ? "" : " (" + place.name() + ")";
    }

    private Optional<String> absent(String name) {
      return Optional.of(
          "the "
              + (indexed.containsKey(name) ? "index of " + indexed.get(name) : "manifest")
              + " names it, but there is no such class; "
              + REBUILD);
    }

    private Optional<String> silent(String name) {
      String index = indexed.get(name);
      return index == null
          ? Optional.empty()
          : Optional.of("the index of " + index + " names it, but it has no clauses; " + REBUILD);
    }

    private Optional<String> fault(Class<?> type) {
      String other = languages.getOrDefault(type.getName(), "");
      Optional<String> hole = ApplicationClasses.hole(type);
      if (hole.isPresent()) {
        return Optional.of(other.isEmpty() ? hole.get() : other);
      }
      if (type.isInterface() && !indexed.containsKey(type.getName()) && other.isEmpty()) {
        return Optional.of(
            "no index names it; rebuild it with tenon-processor, and merge the files in"
                + " META-INF/services when jars are joined");
      }
      return manifest(type);
    }

    private Optional<String> manifest(Class<?> type) {
      URL file = classes.getResource("META-INF/tenon/" + type.getName() + ".json");
      CompiledContract compiled = companion(type);
      if (file == null || compiled == null) {
        return Optional.empty();
      }
      try {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
          return manifest(new ObjectMapper().readTree(in), compiled);
        }
      } catch (IOException unreadable) {
        return Optional.of("its manifest cannot be read: " + unreadable.getMessage());
      }
    }

    private static Optional<String> manifest(JsonNode manifest, CompiledContract compiled) {
      int format = manifest.path("format").asInt();
      if (format != Manifest.FORMAT) {
        return Optional.of(
            "its manifest is of format "
                + format
                + ", not "
                + Manifest.FORMAT
                + "; compile it with the tenon-processor of this version");
      }
      return manifest.path("fingerprint").asText().equals(compiled.fingerprint())
          ? Optional.empty()
          : Optional.of(
              "its manifest is stale: it was written from another version of the declaration; "
                  + REBUILD);
    }

    private @Nullable CompiledContract companion(Class<?> type) {
      try {
        return Class.forName(type.getName() + CompiledContract.SUFFIX, false, classes)
            .getAnnotation(CompiledContract.class);
      } catch (ClassNotFoundException none) {
        return null;
      }
    }
  }
}
