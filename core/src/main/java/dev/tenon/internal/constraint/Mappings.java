package dev.tenon.internal.constraint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Whether an application has constraints in XML, beside its annotations or in place of them. */
final class Mappings {

  private static final String FILE = "META-INF/validation.xml";
  private static final String MAPPING = "constraint-mapping";

  private static final Map<ClassLoader, Boolean> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Mappings() {}

  static boolean areIn(@Nullable ClassLoader loader) {
    if (loader == null) {
      return false;
    }
    Boolean known = KNOWN.get(loader);
    if (known == null) {
      known = look(loader);
      KNOWN.put(loader, known);
    }
    return known;
  }

  private static boolean look(ClassLoader loader) {
    URL file = loader.getResource(FILE);
    if (file == null) {
      return false;
    }
    try {
      URLConnection connection = file.openConnection();
      // A cached jar is shared with the application, which may close it.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(MAPPING);
      }
    } catch (IOException unreadable) {
      // The validator will say so.
      return true;
    }
  }
}
