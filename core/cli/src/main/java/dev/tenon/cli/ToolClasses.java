package dev.tenon.cli;

/**
 * What an application sees of this tool: the vocabulary, the core, the constraints of Bean
 * Validation, and jqwik. They win over copies on its class path, since one copy alone can be asked;
 * all else of the tool stays hidden, so that the application has its own.
 */
final class ToolClasses extends ClassLoader {

  private static final String[] SHARED = {
    "dev.tenon.", "jakarta.validation.", "net.jqwik.", "org.slf4j."
  };

  private final ClassLoader tool;

  ToolClasses(ClassLoader tool) {
    super("tenon", ClassLoader.getPlatformClassLoader());
    this.tool = tool;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (String prefix : SHARED) {
      if (name.startsWith(prefix)) {
        return tool.loadClass(name);
      }
    }
    throw new ClassNotFoundException(name);
  }
}
