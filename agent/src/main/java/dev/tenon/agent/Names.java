package dev.tenon.agent;

import dev.tenon.model.classfile.OwnTypes;
import java.net.URLClassLoader;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which classes are not looked at, by name alone. Internal names, with slashes. */
final class Names {

  /** Where the JDK puts proxies of public interfaces: jdk.proxy1, jdk.proxy2 … */
  private static final String PROXIES = "jdk/proxy";

  /** Where Byte Buddy puts what an application has it make of types of the JDK. */
  private static final String MADE = "net/bytebuddy/renamed/";

  /** Starts of names, none of which starts with another: one comparison finds it. */
  private static final NavigableSet<String> NEVER =
      new TreeSet<>(
          List.of(
              // What the JDK defines outside its own loaders.
              "java/",
              "jdk/",
              "sun/",
              "com/sun/",
              // Other agents and what they bring.
              "co/elastic/apm/",
              "com/appdynamics/",
              "com/dynatrace/",
              "com/newrelic/agent/",
              "com/singularity/",
              "datadog/",
              "io/opentelemetry/javaagent/",
              "net/bytebuddy/",
              "org/aspectj/weaver/",
              "org/glowroot/",
              "org/jacoco/agent/",
              "org/jboss/byteman/"));

  private static final String SPRINGS = "$$SpringCGLIB$$";

  private static final String MOCKS = "$MockitoMock$";

  private static final String[] GENERATED = {
    SPRINGS,
    "$$EnhancerBy",
    "$Proxy$_$$_Weld",
    "$$OwbNormalScopeProxy",
    "$$OwbInterceptProxy",
    "_ClientProxy",
    "_Subclass",
    "$HibernateProxy$",
    "$ByteBuddy$",
    MOCKS,
  };

  private Names() {}

  static boolean isSkipped(String name) {
    if (name.startsWith(PROXIES) || name.startsWith(MADE)) {
      return false;
    }
    String start = NEVER.floor(name);
    return (start != null && name.startsWith(start))
        || OwnTypes.areChecking(name)
        || name.endsWith("$$Contract")
        || name.endsWith("$$Clauses")
        || name.contains(Lambdas.SUFFIX);
  }

  /** The package of a type or package; empty for none. */
  static String packageOf(String name) {
    int end = name.lastIndexOf('/');
    return end < 0 ? "" : name.substring(0, end);
  }

  /** Whether a class of this name is nobody's client: it was generated or compiled by us. */
  static boolean isNoClient(String name) {
    return isGenerated(name)
        || name.startsWith(PROXIES)
        || name.startsWith("$Proxy", name.lastIndexOf('/') + 1)
        || name.contains("$$Contract")
        || name.contains("$$Clauses");
  }

  /** Whether a type of this name can neither be a seam nor implement one. */
  static boolean isOfTheJdk(String name) {
    return name.startsWith("java/")
        || (name.startsWith("jdk/") && !name.startsWith(PROXIES))
        || name.startsWith("sun/");
  }

  /** Whether a class of this name was generated to stand in front of its superclass. */
  static boolean isGenerated(String name) {
    for (String mark : GENERATED) {
      if (name.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class of this name is a mock's: it has the annotations of what it stands for. */
  static boolean isStandIn(String name) {
    return name.contains(MOCKS);
  }

  /**
   * Whether a generated class may have what validates the calls that go through it: of what that
   * refuses its superclass does not hear.
   */
  static boolean mayAnswer(String name) {
    return name.contains(SPRINGS);
  }

  /**
   * Whether classes of this loader are looked at: not those of the JDK, of the agent, nor the
   * accessors that reflection spins, each in a loader of its own.
   */
  static boolean isApplications(@Nullable ClassLoader loader) {
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != Names.class.getClassLoader()
        && !isOfTheJdk(loader);
  }

  /**
   * Whether a loader may get types from others than its parents, one package here and one there, as
   * those of OSGi, JBoss Modules and layers of modules do. What it sees of Tenon says nothing of
   * its classes then.
   */
  static boolean imports(ClassLoader loader) {
    return Layers.isLoader(loader)
        || (!(loader instanceof URLClassLoader) && loader.getClass().getClassLoader() != null);
  }

  private static boolean isOfTheJdk(ClassLoader loader) {
    Class<?> type = loader.getClass();
    return type.getClassLoader() == null
        && (type.getName().startsWith("jdk.internal.reflect.")
            || type.getName().startsWith("sun.reflect."));
  }
}
