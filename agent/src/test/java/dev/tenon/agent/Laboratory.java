package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Weaves all that can be woven in whole jars, and has the JVM verify each class: every body that
 * could be a supplier's, every static method and constructor as if it had clauses, every class as
 * if it were under an invariant and inherited something, every lambda as if its interface were a
 * seam, and every call and method reference as if a view mirrored it.
 *
 * <p>Classes are linked and not initialised, so that nothing of the jars runs.
 */
final class Laboratory {

  /** What became of one jar. */
  static final class Report {

    private final String jar;
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private int classes;
    private int bodies;
    private int lambdas;
    private int calls;
    private int references;
    private int statics;
    private int constructors;
    private int preparations;
    private int verified;
    private int incomplete;

    private Report(String jar) {
      this.jar = jar;
    }

    private void add(Report other) {
      classes += other.classes;
      bodies += other.bodies;
      lambdas += other.lambdas;
      calls += other.calls;
      references += other.references;
      statics += other.statics;
      constructors += other.constructors;
      preparations += other.preparations;
      verified += other.verified;
      incomplete += other.incomplete;
      other.refused.forEach((why, count) -> refused.merge(why, count, Integer::sum));
      broken.addAll(other.broken);
    }

    private void add(Member in, String site) {
      switch (site) {
        case "lambda" -> lambdas++;
        case "call" -> calls++;
        case "reference" -> {
          references++;
          lambdas++;
        }
        case "prepare" -> preparations++;
        case "enter" -> {
          if (in.isConstructor()) {
            constructors++;
          } else if (in.isStatic()) {
            statics++;
          } else {
            bodies++;
          }
        }
        default -> {}
      }
    }

    @Override
    public String toString() {
      return ("%s: %d classes, %d bodies, %d statics, %d constructors, %d lambda sites,"
              + " %d calls, %d method references, %d preparations, %d verified, %d lack a type, refused %s, %d broken")
          .formatted(
              jar,
              classes,
              bodies,
              statics,
              constructors,
              lambdas,
              calls,
              references,
              preparations,
              verified,
              incomplete,
              refused,
              broken.size());
    }
  }

  /** What all is under that is woven. */
  static final String KEPT = "every.Object";

  /** What all calls are mirrored by. */
  static final String VIEW = "every.View";

  private final Map<String, String> jarOf = new HashMap<>();
  private final Map<String, byte[]> classFiles = new LinkedHashMap<>();
  private final Map<String, Report> reports = new LinkedHashMap<>();
  private final Loader loader = new Loader();

  /** A class that lacks a type is looked for by each class that names it. */
  private final Set<String> counted = new HashSet<>();

  private Laboratory() {}

  /** Weaves and verifies the jars, each of which sees the others. */
  static List<Report> examine(List<String> jars) throws IOException {
    Laboratory laboratory = new Laboratory();
    for (String jar : jars) {
      laboratory.read(jar);
    }
    for (String name : laboratory.classFiles.keySet()) {
      laboratory.verify(name);
    }
    return List.copyOf(laboratory.reports.values());
  }

  /**
   * Prints a line for each jar, one for each class that is broken, and the sums.
   *
   * @param jars their paths
   */
  public static void main(String[] jars) throws IOException {
    Report all = new Report("all");
    for (Report report : examine(List.of(jars))) {
      System.out.println(report);
      report.broken.forEach(System.out::println);
      all.add(report);
    }
    System.out.println(all);
  }

  private void read(String path) throws IOException {
    try (JarFile jar = new JarFile(path)) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      reports.put(name, new Report(name));
      for (JarEntry entry : Collections.list(jar.entries())) {
        String file = entry.getName();
        if (file.endsWith(".class") && !file.startsWith("META-INF/") && !file.contains("-info.")) {
          String type = file.substring(0, file.length() - 6).replace('/', '.');
          try (InputStream in = jar.getInputStream(entry)) {
            if (classFiles.putIfAbsent(type, in.readAllBytes()) == null) {
              jarOf.put(type, name);
            }
          }
        }
      }
    }
  }

  private Report report(String type) {
    Report report = reports.get(jarOf.get(type));
    if (report == null) {
      throw new IllegalStateException(type);
    }
    return report;
  }

  private void verify(String name) {
    Report report = report(name);
    report.classes++;
    try {
      link(Class.forName(name, false, loader));
      report.verified++;
    } catch (VerifyError | ClassFormatError refused) {
      report.broken.add(name + ": " + refused);
    } catch (LinkageError | ClassNotFoundException missing) {
      report.incomplete++;
    }
  }

  /** The reflection of a class links it first; each may then lack a type of its own. */
  private static void link(Class<?> type) {
    try {
      type.getDeclaredMethods();
    } catch (NoClassDefFoundError missing) {
      try {
        type.getDeclaredFields();
      } catch (NoClassDefFoundError again) {
        type.getDeclaredConstructors();
      }
    }
  }

  private byte[] woven(String name, byte[] bytes) {
    Report report = report(name);
    ClassHeader header = ClassHeader.of(bytes);
    if (header == null) {
      report.broken.add(name + ": unreadable head");
      return bytes;
    }
    if (header.major() < 51 || header.major() > Weaver.NEWEST) {
      if (counted.add(name)) {
        report.refused.merge("version " + header.major(), 1, Integer::sum);
      }
      return bytes;
    }
    try {
      byte[] woven = woven(header, bytes);
      if (counted.add(name)) {
        count(woven, report);
      }
      return woven;
    } catch (MethodTooLargeException full) {
      report.refused.merge("method without room", 1, Integer::sum);
      return bytes;
    } catch (RuntimeException defect) {
      report.broken.add(name + ": " + defect);
      return bytes;
    }
  }

  private static byte[] woven(ClassHeader header, byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Wanted wanted =
        new Wanted(
            everythingOf(header, bytes),
            Set.of(),
            Map.copyOf(everyLambdaOf(bytes)),
            everyCallOf(bytes));
    Bodies bodies = new Bodies(header.name(), wanted);
    reader.accept(bodies, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
    bodies.addLonelyBridges(List.of());
    return new Doorways(header, bodies, wanted, !header.isInterface()).write(reader);
  }

  private static void count(byte[] woven, Report report) {
    new ClassReader(woven)
        .accept(
            new SiteVisitor(
                (in, name, descriptor, bootstrap, arguments) -> {
                  if (bootstrap.getOwner().equals("java/lang/TenonJoint")) {
                    boolean isDoor = bootstrap.getName().equals("link");
                    report.add(in, isDoor ? name : bootstrap.getName());
                  }
                }),
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  /** An interface with an invariant and nothing else, and clauses on each member of the class. */
  static List<Declaration> everythingOf(ClassHeader header, byte[] bytes) {
    Seam kept = new Seam(KEPT.replace('.', '/'));
    kept.addInvariant();
    Seam seam = new Seam(header.name());
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                seam.add(access, name, descriptor);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return List.of(kept.declaration(), seam.declaration());
  }

  /** For each interface of which the class makes lambdas, a seam with all that these implement. */
  private static Map<String, List<Declaration>> everyLambdaOf(byte[] bytes) {
    Seam seam = new Seam("every/Lambda");
    List<String> interfaces = new ArrayList<>();
    new ClassReader(bytes)
        .accept(
            new SiteVisitor(
                (in, name, descriptor, bootstrap, arguments) -> {
                  if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                    interfaces.add(Type.getReturnType(descriptor).getInternalName());
                    seam.add(Opcodes.ACC_PUBLIC, name, ((Type) arguments[0]).getDescriptor());
                  }
                }),
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Map<String, List<Declaration>> lambdas = new HashMap<>();
    List<Declaration> above = interfaces.isEmpty() ? List.of() : List.of(seam.declaration());
    for (String type : interfaces) {
      lambdas.put(type, above);
    }
    return lambdas;
  }

  /** As {@link Mirrored} finds them, all of one view. */
  static Map<String, String> everyCallOf(byte[] bytes) {
    Map<String, String> calls = new HashMap<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String of, String type, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode,
                      String owner,
                      String name,
                      String descriptor,
                      boolean isOfInterface) {
                    add(owner, name, descriptor);
                  }

                  @Override
                  public void visitInvokeDynamicInsn(
                      String name, String descriptor, Handle bootstrap, Object... arguments) {
                    if (arguments.length > 1 && arguments[1] instanceof Handle referred) {
                      add(referred.getOwner(), referred.getName(), referred.getDesc());
                    }
                  }
                };
              }

              private void add(String owner, String name, String descriptor) {
                if (!owner.startsWith("[") && !owner.startsWith("java/lang/invoke/")) {
                  calls.put(Mirrored.key(owner, name, descriptor), VIEW);
                }
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return calls;
  }

  /** A seam in the making. */
  private static final class Seam {

    private final ClassWriter writer = new ClassWriter(0);

    Seam(String type) {
      int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
      writer.visit(Opcodes.V17, access, type, null, "java/lang/Object", null);
    }

    void addInvariant() {
      writer.visitAnnotation("Ldev/tenon/contract/Invariant;", true).visitEnd();
    }

    void add(int access, String name, String descriptor) {
      MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
      method.visitAnnotation("Ldev/tenon/contract/Requires;", true).visitEnd();
    }

    Declaration declaration() {
      byte[] made = writer.toByteArray();
      ClassHeader header = ClassHeader.of(made);
      if (header == null) {
        throw new IllegalStateException("a class file of our own is malformed");
      }
      return Declaration.of(header, made);
    }
  }

  private interface Site {
    void at(Member in, String name, String descriptor, Handle bootstrap, Object[] arguments);
  }

  private static final class SiteVisitor extends ClassVisitor {

    private final Site site;

    SiteVisitor(Site site) {
      super(Opcodes.ASM9);
      this.site = site;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String of, String type, String signature, String[] exceptions) {
      Member in = new Member("", access, of, type);
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
          site.at(in, name, descriptor, bootstrap, arguments);
        }
      };
    }
  }

  private final class Loader extends ClassLoader {

    Loader() {
      super(getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classFiles.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] woven = woven(name, bytes);
      return defineClass(name, woven, 0, woven.length);
    }
  }
}
