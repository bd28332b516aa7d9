package dev.tenon.agent;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The layers of modules with a class loader for each: such a loader finds the classes of the
 * modules that its own reads, and none of their files.
 *
 * <p>Thread-safe. Holds loaders and layers weakly.
 */
final class Layers {

  /** By loaders of the JDK alone: no code of the application runs in here. */
  private static final Map<ClassLoader, WeakReference<ModuleLayer>> LAYERS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Layers() {}

  /** Whether a loader is one that the JDK makes for modules of a layer. */
  static boolean isLoader(ClassLoader loader) {
    return loader.getClass().getName().equals("jdk.internal.loader.Loader");
  }

  /** Remembers in which layer the modules of a loader are. */
  static void meet(ClassLoader loader, Module module) {
    ModuleLayer layer = module.getLayer();
    if (layer != null && isLoader(loader) && !LAYERS.containsKey(loader)) {
      LAYERS.put(loader, new WeakReference<>(layer));
    }
  }

  /** Where a loader finds a class file, or the module that has it; null when neither does. */
  static @Nullable URL find(ClassLoader loader, String file) {
    URL found = loader.getResource(file);
    if (found != null || !isLoader(loader)) {
      return found;
    }
    WeakReference<ModuleLayer> layer = LAYERS.get(loader);
    ModuleLayer known = layer == null ? null : layer.get();
    Module module = known == null ? null : module(known, Names.packageOf(file).replace('/', '.'));
    ClassLoader theirs = module == null ? null : module.getClassLoader();
    return theirs == null ? null : theirs.getResource(file);
  }

  /** The loader of a module in a layer or above; null without any. */
  static @Nullable ClassLoader loaderOf(String name, @Nullable ModuleLayer layer) {
    Module found = layer == null ? null : layer.findModule(name).orElse(null);
    return found == null ? null : found.getClassLoader();
  }

  private static @Nullable Module module(ModuleLayer layer, String name) {
    for (Module module : layer.modules()) {
      if (module.getPackages().contains(name)) {
        return module;
      }
    }
    for (ModuleLayer parent : layer.parents()) {
      Module found = module(parent, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
