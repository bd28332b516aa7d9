package dev.tenon.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what a compiler writes in memory; what an earlier run wrote can be there before. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final Map<String, byte[]> written;

  MemoryFiles(StandardJavaFileManager manager, Map<String, byte[]> before) {
    super(manager);
    this.written = new LinkedHashMap<>(before);
  }

  Map<String, byte[]> written() {
    return written;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      JavaFileManager.Location location,
      String className,
      JavaFileObject.Kind kind,
      FileObject sibling) {
    return new Written(className.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      JavaFileManager.Location location, String packageName, String name, FileObject sibling) {
    return new Written(name, JavaFileObject.Kind.OTHER);
  }

  @Override
  public FileObject getFileForInput(
      JavaFileManager.Location location, String packageName, String name) throws IOException {
    if (!written.containsKey(name)) {
      throw new NoSuchFileException(name);
    }
    return new Written(name, JavaFileObject.Kind.OTHER);
  }

  private final class Written extends SimpleJavaFileObject {

    private final String name;

    private Written(String name, JavaFileObject.Kind kind) {
      super(URI.create("memory:///" + name.replace("$", "%24")), kind);
      this.name = name;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          written.put(name, toByteArray());
        }
      };
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      byte[] bytes = written.get(name);
      if (bytes == null) {
        throw new NoSuchFileException(name);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
