package dev.tenon.agent;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves at build in Byte Buddy's own build tools, as {@link Weave} does: the same classes come of
 * it, and the same is refused.
 *
 * <p>It looks at the whole folder before the first class is handed over, since what a class
 * inherits and what must be refused show there alone. Each class is woven as it is handed over:
 * what other plugins of the run change in it is kept. The record is written into the folder that is
 * read, from where the tool takes it on. What is to be woven and is not handed over fails the run.
 *
 * <p>Thread-safe, for tools that transform on several threads.
 */
public final class WeavePlugin implements Plugin.WithInitialization {

  private final Path classes;
  private final List<Path> classPath = new ArrayList<>();
  private final BuildLogger logger;
  private final Set<String> done = new ConcurrentSkipListSet<>();
  private Map<String, UnaryOperator<byte[]>> changing = Map.of();
  private @Nullable OpenBuild build;

  /** Whether a class could not be woven: the tool stops then, and hands over no more. */
  private volatile boolean isBroken;

  /**
   * Made by the tool, with what it knows; arguments that it does not know are configured by their
   * index.
   *
   * @param classes the folder of classes that is read
   * @param classPath what they see, tenon-core included; the folder may be among it
   * @param logger is told what was done
   */
  public WeavePlugin(File classes, File[] classPath, BuildLogger logger) {
    this.classes = classes.toPath();
    this.logger = logger;
    for (File entry : classPath) {
      // As the tools themselves do: a module without classes of its own has no folder of them.
      if (entry.exists() && !entry.equals(classes)) {
        this.classPath.add(entry.toPath());
      }
    }
  }

  /**
   * Made by a tool that knows less: says what is missing.
   *
   * @param classes the folder of classes that is read
   * @throws IllegalArgumentException always
   */
  public WeavePlugin(File classes) {
    throw new IllegalArgumentException(
        "this tool does not tell the class path: configure it as the argument of index 1, a File[]"
            + " with tenon-core and all that the classes see");
  }

  /**
   * Looks at the folder.
   *
   * @param locator is not asked: it has no resources, and the indexes of seams are such
   * @return the classes that stand in front of lambdas
   * @throws IllegalStateException if something cannot be woven at build; nothing is written then,
   *     and the message lists it with what to do
   * @throws IllegalArgumentException if what is read is no folder
   */
  @Override
  public Map<TypeDescription, byte[]> initialize(ClassFileLocator locator) {
    Map<TypeDescription, byte[]> added = new HashMap<>();
    try {
      OpenBuild opened = new OpenBuild(classes, classPath, "");
      build = opened;
      for (Map.Entry<String, byte[]> each : opened.added().entrySet()) {
        String name = each.getKey().replace('/', '.');
        TypePool one = TypePool.Default.of(ClassFileLocator.Simple.of(name, each.getValue()));
        added.put(one.describe(name).resolve(), each.getValue());
      }
      changing = opened.handOver();
      return added;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Override
  public boolean matches(TypeDescription type) {
    return changing.containsKey(type.getInternalName());
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    UnaryOperator<byte[]> weaving = changing.get(type.getInternalName());
    return weaving == null ? builder : builder.visit(new Weaving(weaving));
  }

  /**
   * Ends the run.
   *
   * @throws IllegalStateException if a class that is to be woven was not handed over
   */
  @Override
  public void close() throws IOException {
    if (build == null) {
      return;
    }
    build.close();
    if (isBroken) {
      return;
    }
    Set<String> missed = new TreeSet<>(changing.keySet());
    missed.removeAll(done);
    if (!missed.isEmpty()) {
      throw new IllegalStateException(
          "not every class that is to be woven was handed over: "
              + String.join(", ", missed).replace('/', '.')
              + "; have the tool transform all classes of "
              + classes
              + ", not those alone that have changed, as after a clean");
    }
    logger.info("Tenon: " + done.size() + (done.size() == 1 ? " class" : " classes") + " woven");
  }

  /** Takes a class as what comes before has left it, and hands it on woven. */
  private final class Weaving extends AsmVisitorWrapper.AbstractBase {

    private final UnaryOperator<byte[]> weaving;

    Weaving(UnaryOperator<byte[]> weaving) {
      this.weaving = weaving;
    }

    private byte[] weave(byte[] bytes) {
      try {
        return weaving.apply(bytes);
      } catch (RuntimeException refused) {
        isBroken = true;
        throw refused;
      }
    }

    @Override
    public ClassVisitor wrap(
        TypeDescription type,
        ClassVisitor next,
        Implementation.Context context,
        TypePool pool,
        FieldList<FieldDescription.InDefinedShape> fields,
        MethodList<?> methods,
        int writerFlags,
        int readerFlags) {
      ClassWriter whole = new ClassWriter(0);
      return new ClassVisitor(OpenedClassReader.ASM_API, whole) {
        @Override
        public void visitEnd() {
          super.visitEnd();
          byte[] woven = weave(whole.toByteArray());
          OpenedClassReader.of(woven).accept(next, readerFlags & ClassReader.EXPAND_FRAMES);
          done.add(type.getInternalName());
        }
      };
    }
  }
}
