package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules in a layer with a class loader for each: none finds a class file of another. */
class LayersIT {

  @TempDir private Path directory;

  private Path module(String name, String directives, String source, Path... required) {
    StringBuilder path = new StringBuilder(ForkedJvm.modulePath());
    for (Path each : required) {
      path.append(File.pathSeparator).append(each);
    }
    return new ForkedJvm(directory.resolve(name))
        .compilerOptions("--module-path", path.toString())
        .processors(Product.processor())
        .source("module-info.java", "module %s { %s }".formatted(name, directives))
        .source(source)
        .compile()
        .classes();
  }

  private Path[] application() {
    Path api =
        module(
            "bank.api",
            "requires transitive dev.tenon.annotations; exports bank;",
            """
            package bank;
            import dev.tenon.contract.*;
            public interface Vault {
              @Requires("amount > 0") @Ensures("result == amount") long take(long amount);
            }
            """);
    Path base =
        module(
            "iron.base",
            "requires transitive bank.api; exports base;",
            """
            package base;
            public abstract class Base implements bank.Vault {}
            """,
            api);
    Path iron =
        module(
            "iron",
            "requires transitive iron.base; exports iron;",
            """
            package iron;
            public class Safe extends base.Base {
              @Override public long take(long amount) { return amount == 7 ? 6 : amount; }
            }
            """,
            api,
            base);
    Path shop =
        module(
            "shop",
            "requires iron; requires dev.tenon.core; exports shop;",
            """
            package shop;
            import dev.tenon.verdict.ContractViolation;
            public class Main implements Runnable {
              static void take(bank.Vault vault, long amount) {
                try {
                  System.out.println("took " + vault.take(amount));
                } catch (ContractViolation broken) {
                  System.out.println(broken.violation().blamed() + " "
                      + broken.violation().client().component() + " "
                      + broken.violation().supplier().component());
                }
              }
              public void run() {
                bank.Vault vault = new iron.Safe();
                take(vault, 5);
                take(vault, -5);
                take(vault, 7);
                take(amount -> amount, -5);
                dev.tenon.Seams.requireActive(bank.Vault.class);
                System.out.println(dev.tenon.Seams.status().errors());
              }
            }
            """,
            api,
            base,
            iron);
    return new Path[] {api, base, iron, shop};
  }

  private Run run(ForkedJvm jvm, String... modules) {
    Run run =
        jvm.compilerOptions("-proc:none")
            .flags("-Xverify:all")
            .agentArguments("banner=false")
            .source(
                """
                package server;
                import java.lang.module.*;
                import java.nio.file.Path;
                import java.util.*;
                public class Main {
                  public static void main(String[] args) throws Exception {
                    ModuleFinder finder =
                        ModuleFinder.of(Arrays.stream(args).map(Path::of).toArray(Path[]::new));
                    Configuration resolved = ModuleLayer.boot().configuration()
                        .resolve(finder, ModuleFinder.of(), Set.of("shop"));
                    ModuleLayer layer = ModuleLayer.boot()
                        .defineModulesWithManyLoaders(resolved, ClassLoader.getSystemClassLoader());
                    ((Runnable) layer.findLoader("shop").loadClass("shop.Main")
                        .getConstructor().newInstance()).run();
                  }
                }
                """)
            .compile()
            .onJars(List.of(jvm.classes().toString()))
            .run("server.Main", modules);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private static String[] names(List<Path> modules) {
    return modules.stream().map(Path::toString).toArray(String[]::new);
  }

  private static void assertThatItIsEnforced(Run run) {
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly(
            "took 5", "CLIENT shop iron", "SUPPLIER shop iron", "CLIENT shop shop", "0");
  }

  @Test
  void core_may_be_in_the_layer_above() {
    ForkedJvm server = new ForkedJvm(directory.resolve("server"));
    server.flags("--module-path", ForkedJvm.modulePath(), "--add-modules", "dev.tenon.core");
    assertThatItIsEnforced(run(server, names(List.of(application()))));
  }

  @Test
  void core_may_be_a_module_of_the_same_layer() {
    List<Path> modules = new ArrayList<>(List.of(application()));
    for (String library : ForkedJvm.LIBRARIES) {
      modules.add(Path.of(library));
    }
    assertThatItIsEnforced(run(new ForkedJvm(directory.resolve("server")), names(modules)));
  }
}
