package dev.tenon.internal.guard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the class file of a client where no agent shows the class as it runs. */
final class ClassFile {

  private ClassFile() {}

  /**
   * Where a method invokes methods of one name. That the class runs as its file says is taken for
   * granted: an index that is none of the file's finds nothing.
   */
  static Optional<Invocations> invocations(Class<?> type, String method, String invoked) {
    try {
      URL file = type.getResource(simpleFile(type));
      if (file == null || type.isHidden()) {
        return Optional.empty();
      }
      URLConnection connection = file.openConnection();
      // A cached jar is shared with the application, which may close it.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        List<String> told = new ArrayList<>();
        told.add(Invocations.EXACT);
        told.addAll(dev.tenon.linking.Invocations.of(in.readAllBytes(), method, invoked));
        return Optional.of(Invocations.of(told));
      }
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return Optional.empty();
    }
  }

  private static String simpleFile(Class<?> type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1) + ".class";
  }
}
