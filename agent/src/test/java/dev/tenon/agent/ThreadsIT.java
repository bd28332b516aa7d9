package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads load and link at once: nobody waits for ever, and nothing passes unwoven. */
class ThreadsIT {

  private static final int CLASSES = 5_000;

  /** More, when asked: twenty take two minutes of processor time. */
  private static final int ROUNDS = Integer.getInteger("tenon.threads.rounds", 4);

  private static final int THREADS = 16;

  /** Each makes one bad call and gives 1 when it was refused; the plain one has none to make. */
  private static final List<String> KINDS =
      List.of("Supplier", "Lambda", "Heir", "NearHeir", "Plain", "PlainLambda");

  private static final String VAULT =
      """
      package seam;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") @Ensures("result == old(amount)") long withdraw(long amount);
      }
      """;

  private static final String CLERK =
      """
      package seam;
      import dev.tenon.contract.*;
      public interface Clerk {
        @Requires("n > 0") int serve(int n);
      }
      """;

  private static final String REFUSAL =
      """
      package seam;
      public class Refusal {
        public static int of(Runnable call) {
          try {
            call.run();
            return 0;
          } catch (AssertionError broken) {
            return 1;
          }
        }
      }
      """;

  private static final String BASE =
      """
      package base;
      public class Base {
        public int serve(int n) { return n; }
      }
      """;

  private static final String FORMS =
      """
      package form;
      import java.util.function.IntSupplier;
      import seam.*;
      class Supplier implements Vault, IntSupplier {
        public long withdraw(long amount) { return amount; }
        public int getAsInt() { return Refusal.of(() -> withdraw(-1)); }
      }
      class Lambda implements IntSupplier {
        public int getAsInt() {
          Vault vault = amount -> amount;
          return Refusal.of(() -> vault.withdraw(-1));
        }
      }
      class Heir extends base.Base implements Clerk, IntSupplier {
        public int getAsInt() { return Refusal.of(() -> serve(-1)); }
      }
      class NearBase {
        public int serve(int n) { return n; }
      }
      class NearHeir extends NearBase implements Clerk, IntSupplier {
        public int getAsInt() { return Refusal.of(() -> serve(-1)); }
      }
      class Plain implements IntSupplier {
        public int getAsInt() { return 1; }
      }
      class PlainLambda implements IntSupplier {
        public int getAsInt() { return ((IntSupplier) () -> 1).getAsInt(); }
      }
      """;

  private static final String SERVER =
      """
      package server;
      import java.lang.management.*;
      import java.net.*;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.function.IntSupplier;
      public class Server {
        static final AtomicLong PROGRESS = new AtomicLong();
        /** Loads one class at a time. */
        static class Single extends ClassLoader {
          private final URLClassLoader jar;
          Single(URL url, ClassLoader parent) {
            super(parent);
            jar = new URLClassLoader(new URL[] {url}, null);
          }
          @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (var in = jar.getResourceAsStream(name.replace('.', '/') + ".class")) {
              if (in == null) {
                throw new ClassNotFoundException(name);
              }
              byte[] bytes = in.readAllBytes();
              return defineClass(name, bytes, 0, bytes.length);
            } catch (java.io.IOException failed) {
              throw new ClassNotFoundException(name, failed);
            }
          }
          @Override public URL findResource(String name) { return jar.findResource(name); }
        }
        /** Asks its parent last. */
        static class ParentLast extends URLClassLoader {
          static { registerAsParallelCapable(); }
          ParentLast(URL url, ClassLoader parent) { super(new URL[] {url}, parent); }
          @Override protected Class<?> loadClass(String name, boolean resolve)
              throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
              Class<?> loaded = findLoadedClass(name);
              if (loaded != null) {
                return loaded;
              }
              try {
                return findClass(name);
              } catch (ClassNotFoundException absent) {
                return super.loadClass(name, resolve);
              }
            }
          }
          @Override public URL getResource(String name) {
            URL own = findResource(name);
            return own != null ? own : super.getResource(name);
          }
        }
        public static void main(String[] args) throws Exception {
          URL jar = Path.of(args[0]).toUri().toURL();
          int classes = Integer.parseInt(args[1]);
          int rounds = Integer.parseInt(args[2]);
          int threads = Integer.parseInt(args[3]);
          String[] kinds = args[4].split(",");
          watch();
          long seed = System.nanoTime();
          System.err.println("seed " + seed);
          long checked = 0;
          for (int round = 0; round < rounds; round++) {
            try {
              checked += round(jar, classes, threads, kinds, new Random(seed + round));
            } catch (Throwable failed) {
              failed.printStackTrace();
              System.exit(1);
            }
          }
          System.out.println(checked + " checked");
          System.out.println(dev.tenon.Seams.status().errors() + " errors");
        }
        private static long round(URL jar, int classes, int threads, String[] kinds, Random random)
            throws Exception {
          ClassLoader top = Server.class.getClassLoader();
          ClassLoader first = new URLClassLoader(new URL[] {jar}, top);
          ClassLoader[] loaders = {
            first, new Single(jar, top), new ParentLast(jar, top), new ParentLast(jar, first)
          };
          ExecutorService pool = Executors.newFixedThreadPool(threads);
          CyclicBarrier start = new CyclicBarrier(threads);
          List<Future<Long>> results = new ArrayList<>();
          for (int t = 0; t < threads; t++) {
            int thread = t;
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
              order.add(i);
            }
            Collections.shuffle(order, random);
            results.add(pool.submit(() -> {
              start.await();
              long checked = 0;
              for (int i : order) {
                ClassLoader loader = loaders[i / kinds.length % loaders.length];
                Class<?> type =
                    Class.forName("form.Of" + i + kinds[i % kinds.length], true, loader);
                PROGRESS.incrementAndGet();
                if (i % threads == thread) {
                  var constructor = type.getDeclaredConstructor();
                  constructor.setAccessible(true);
                  if (((IntSupplier) constructor.newInstance()).getAsInt() != 1) {
                    throw new IllegalStateException("passed: " + type + " of " + loader);
                  }
                  checked++;
                }
              }
              return checked;
            }));
          }
          long all = 0;
          for (Future<Long> result : results) {
            all += result.get();
          }
          pool.shutdown();
          return all;
        }
        private static void watch() {
          ThreadMXBean beans = ManagementFactory.getThreadMXBean();
          Thread watchdog = new Thread(() -> {
            long before = -1;
            for (int idle = 0; idle < 120; idle++) {
              try {
                Thread.sleep(1_000);
              } catch (InterruptedException ended) {
                return;
              }
              long now = PROGRESS.get();
              idle = now == before ? idle : 0;
              before = now;
              if (beans.findDeadlockedThreads() != null) {
                break;
              }
            }
            for (ThreadInfo info : beans.dumpAllThreads(true, true)) {
              System.err.print(info);
            }
            System.out.println("deadlock");
            Runtime.getRuntime().halt(9);
          });
          watchdog.setDaemon(true);
          watchdog.start();
        }
      }
      """;

  @TempDir private Path directory;

  private ForkedJvm jvm(String name) {
    return new ForkedJvm(directory.resolve(name)).onLibraries();
  }

  @Test
  void classes_loaded_by_many_threads_are_all_woven() throws IOException {
    ForkedJvm seams =
        jvm("seams").processing().source(BASE).source(VAULT).source(CLERK).source(REFUSAL);
    String above = seams.compile().classes().toString();
    ForkedJvm forms = jvm("forms").onClassPath(above).source("form/Forms.java", FORMS).compile();
    Path jar = multiplied(seams, forms);
    ForkedJvm server = jvm("server").onClassPath(above).source(SERVER).compile();
    ForkedJvm.Run run =
        server
            .patience(400)
            .flags("-XX:TieredStopAtLevel=1")
            .agentArguments("banner=false")
            .run(
                "server.Server",
                jar.toString(),
                Integer.toString(CLASSES),
                Integer.toString(ROUNDS),
                Integer.toString(THREADS),
                String.join(",", KINDS));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly((long) CLASSES * ROUNDS + " checked", "0 errors");
    assertThat(run.err()).doesNotContain("not enforced", "swallowed", "Exception");
  }

  /** The seams, for the loaders that ask their parent last; the forms, each many times. */
  private Path multiplied(ForkedJvm seams, ForkedJvm forms) throws IOException {
    Path jar = directory.resolve("all.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(1);
      for (Path file : seams.classFiles()) {
        String name = seams.classes().relativize(file).toString();
        if (name.startsWith("seam")) {
          write(out, name, Files.readAllBytes(file));
        }
      }
      String index = "META-INF/services/dev.tenon.contract.Seam";
      write(out, index, Files.readAllBytes(seams.classes().resolve(index)));
      write(out, "form/NearBase.class", formOf(forms, "NearBase"));
      for (int i = 0; i < CLASSES; i++) {
        String kind = KINDS.get(i % KINDS.size());
        String name = "form/Of" + i + kind;
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(formOf(forms, kind))
            .accept(
                new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, "form/" + kind, name)),
                0);
        write(out, name + ".class", writer.toByteArray());
      }
    }
    return jar;
  }

  private static byte[] formOf(ForkedJvm forms, String kind) throws IOException {
    return Files.readAllBytes(forms.classes().resolve("form/" + kind + ".class"));
  }

  private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
