package dev.tenon.model.settings;

/**
 * The types that stand between a client and a supplier and are neither: what hands a call on.
 *
 * <p>Frameworks are in it as far as they intercept or run somebody else's code, not as a whole: a
 * framework that calls by itself is a client.
 */
final class Infrastructure {

  private static final String[] BUILT_IN = {
    // The JDK: reflection, method handles, proxies, executors, streams and collections that call
    // back.
    "java..*",
    "javax..*",
    "jdk..*",
    "sun..*",
    "com.sun..*",
    "jakarta..*",
    // Generated subclasses and proxies, by the marks that their generators leave.
    "..$Proxy*",
    "..*$$SpringCGLIB$$*",
    "..*$$EnhancerBySpringCGLIB$$*",
    "..*$$FastClassBySpringCGLIB$$*",
    "..*$$EnhancerByCGLIB$$*",
    "..*$$FastClassByCGLIB$$*",
    "..*$$EnhancerByGuice$$*",
    "..*$$FastClassByGuice$$*",
    "..*$Proxy$_$$_Weld*",
    "..*$$OwbNormalScopeProxy*",
    "..*$$OwbInterceptProxy*",
    "..*_ClientProxy",
    "..*_Subclass",
    "..*_$$_jvst*",
    "..*$HibernateProxy$*",
    "..*$ByteBuddy$*",
    "..*$MockitoMock$*",
    "..*$Definition$Intercepted*",
    // Spring: interceptors, and what runs a task or a listener.
    "org.springframework.aop..*",
    "org.springframework.aot..*",
    "org.springframework.cache..*",
    "org.springframework.cglib..*",
    "org.springframework.context.event..*",
    "org.springframework.core.retry..*",
    "org.springframework.core.task..*",
    "org.springframework.dao.support..*",
    "org.springframework.data.projection..*",
    "org.springframework.data.repository.core.support..*",
    "org.springframework.resilience..*",
    "org.springframework.retry..*",
    "org.springframework.scheduling..*",
    "org.springframework.security.access.intercept..*",
    "org.springframework.security.authorization.method..*",
    "org.springframework.transaction..*",
    "org.springframework.util.concurrent..*",
    "org.springframework.validation..*",
    "net.sf.cglib..*",
    "org.aopalliance..*",
    "org.aspectj..*",
    // CDI and other injection that intercepts.
    "org.jboss.weld..*",
    "org.jboss.invocation..*",
    "org.jboss.interceptor..*",
    "org.apache.webbeans..*",
    "io.quarkus.arc..*",
    "io.micronaut.aop..*",
    "com.google.inject..*",
    "org.glassfish.hk2..*",
    // EJB containers.
    "org.jboss.as.ee..*",
    "org.jboss.as.ejb3..*",
    "org.apache.openejb..*",
    "org.glassfish.ejb..*",
    "com.ibm.ejs..*",
    "com.ibm.ws.ejbcontainer..*",
    "weblogic.ejb..*",
    "weblogic.ejb20..*",
    // Validation, persistence and the libraries that make proxies.
    "org.hibernate.validator..*",
    "org.hibernate.proxy..*",
    "org.hibernate.bytecode..*",
    "org.apache.bval..*",
    "net.bytebuddy..*",
    "net.sf.cglib..*",
    "javassist..*",
    "org.mockito..*",
    // What runs a function that it is given.
    "com.google.common.util.concurrent..*",
    "dev.failsafe..*",
    "io.github.resilience4j..*",
    "io.micrometer..*",
    "io.netty.util.concurrent..*",
    "io.reactivex..*",
    "io.smallrye.mutiny..*",
    "io.vavr..*",
    "reactor.core..*",
  };

  private Infrastructure() {}

  /** The built-in patterns and those given, which may be empty. */
  static TypePattern with(String more) {
    StringBuilder all = new StringBuilder();
    for (String pattern : BUILT_IN) {
      all.append(all.length() == 0 ? "" : ",").append(pattern);
    }
    if (!more.isEmpty()) {
      all.append(',').append(more);
    }
    return TypePattern.of(all.toString());
  }
}
