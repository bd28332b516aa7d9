package dev.tenon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of contracts on a class path that cannot be enforced. */
class FindingsTest {

  private static final String VAULT =
      """
      // bank/Vault.java
      package bank;
      import dev.tenon.contract.*;
      @Seam public interface Vault {
        @Requires("amount > 0") long withdraw(long amount);
      }
      """;

  private static final String HOLDER =
      """
      // shop/RepoContract.java
      package shop;
      import dev.tenon.contract.*;
      @ContractFor(lib.Repo.class) public interface RepoContract {
        @Requires("key != null") Object get(Object key);
      }
      """;

  private static final String VIEW =
      """
      // shop/RepoView.java
      package shop;
      import dev.tenon.contract.*;
      @Assumes(lib.Repo.class) public interface RepoView {
        @Ensures("result != null") Object get(Object key);
      }
      """;

  private static final String REPO =
      """
      // lib/Repo.java
      package lib;
      public interface Repo { Object get(Object key); }
      """;

  @TempDir private Path classes;

  @Test
  void what_was_compiled_with_the_processor_can_be_enforced() throws IOException {
    Compilation.withProcessor(classes, VAULT, REPO, HOLDER, VIEW);
    Findings findings = findings();
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.count()).isEqualTo(3);
    assertThat(findings.hasCore()).isFalse();
  }

  @Test
  void what_was_compiled_without_it_cannot() throws IOException {
    Compilation.withoutProcessor(classes, VAULT, REPO, HOLDER, VIEW);
    assertThat(findings().faults())
        .containsOnlyKeys("bank.Vault", "shop.RepoContract", "shop.RepoView");
    assertThat(findings().faults().values())
        .allMatch(line -> line.contains("(the processor did not run); add tenon-processor"));
  }

  @Test
  void a_class_with_clauses_of_its_own_needs_the_processor_and_no_index() throws IOException {
    String purse =
        """
        // bank/Purse.java
        package bank;
        @dev.tenon.contract.Invariant("coins >= 0") public class Purse { int coins; }
        """;
    Compilation.withProcessor(classes, purse);
    assertThat(findings().faults()).isEmpty();
    Compilation.withoutProcessor(classes, purse);
    delete("bank/Purse$$Contract.class");
    assertThat(fault("bank.Purse")).contains("no companion class");
  }

  @Test
  void a_seam_of_constraints_alone_needs_no_companion_but_an_index() throws IOException {
    String limited =
        """
        // bank/Limited.java
        package bank;
        @dev.tenon.contract.Seam public interface Limited {
          void pay(@jakarta.validation.constraints.Positive long amount);
        }
        """;
    Compilation.withProcessor(classes, limited);
    assertThat(findings().faults()).isEmpty();
    delete("META-INF/services/dev.tenon.contract.Seam");
    assertThat(fault("bank.Limited")).contains("no index names it; rebuild it");
  }

  @Test
  void clauses_in_another_language_are_never_compiled_and_its_constraints_need_no_index()
      throws IOException {
    String metadata =
        """
        // kotlin/Metadata.java
        package kotlin;
        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
        public @interface Metadata {}
        """;
    String marked = VAULT.replace("@Seam", "@kotlin.Metadata @Seam");
    Compilation.withoutProcessor(classes, metadata, marked);
    assertThat(fault("bank.Vault")).contains("it is written in Kotlin").contains("in Java");
    Compilation.withoutProcessor(classes, marked.replace("@Requires(\"amount > 0\")", ""));
    assertThat(findings().count()).isEqualTo(1);
    assertThat(findings().faults()).isEmpty();
  }

  @Test
  void a_declaration_that_was_compiled_alone_makes_its_companion_stale() throws IOException {
    Compilation.withProcessor(classes, VAULT);
    Compilation.withoutProcessor(classes, VAULT.replace("> 0", "> 1"));
    assertThat(fault("bank.Vault")).contains("stale companion").contains("rebuild from clean");
  }

  @Test
  void a_companion_of_another_format_is_named() throws IOException {
    Compilation.withProcessor(classes, VAULT);
    Compilation.withoutProcessor(
        classes,
        """
        // bank/Vault$$Contract.java
        package bank;
        @dev.tenon.contract.companion.CompiledContract(
            format = 2, type = "bank.Vault", source = "", fingerprint = "", operations = {})
        public final class Vault$$Contract {}
        """);
    assertThat(fault("bank.Vault")).contains("its companion has another format");
  }

  @Test
  void a_manifest_of_another_declaration_is_stale() throws IOException {
    Compilation.withProcessor(classes, VAULT);
    Path manifest = classes.resolve("META-INF/tenon/bank.Vault.json");
    byte[] old = Files.readAllBytes(manifest);
    Compilation.withProcessor(classes, VAULT.replace("> 0", "> 1"));
    Files.write(manifest, old);
    assertThat(fault("bank.Vault")).contains("its manifest is stale");
  }

  @Test
  void a_manifest_of_another_format_is_named() throws IOException {
    Compilation.withProcessor(classes, VAULT);
    Path manifest = classes.resolve("META-INF/tenon/bank.Vault.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\"format\": *\\d+", "\"format\": 1"));
    assertThat(fault("bank.Vault")).contains("its manifest is of format 1, not 3");
  }

  @Test
  void a_seam_that_is_gone_is_still_in_the_index() throws IOException {
    Compilation.withProcessor(classes, VAULT);
    delete("bank/Vault.class");
    assertThat(fault("bank.Vault"))
        .contains("the index of seams names it, but there is no such class; rebuild from clean");
  }

  @Test
  void a_seam_that_lost_its_clauses_is_still_in_the_index() throws IOException {
    Compilation.withProcessor(classes, VAULT);
    Compilation.withoutProcessor(
        classes, "// bank/Vault.java\npackage bank; public interface Vault {}");
    assertThat(fault("bank.Vault")).contains("names it, but it has no clauses");
  }

  @Test
  void a_holder_and_a_view_need_what_they_are_about() throws IOException {
    Compilation.withProcessor(classes, REPO, HOLDER, VIEW);
    delete("lib/Repo.class");
    assertThat(findings().faults()).containsOnlyKeys("shop.RepoContract", "shop.RepoView");
    assertThat(fault("shop.RepoView")).contains("names lib.Repo, which is not on the class path");
  }

  @Test
  void clauses_need_the_types_of_their_operations() throws IOException {
    Compilation.withProcessor(
        classes,
        "// lib/Money.java\npackage lib; public record Money(long cents) {}",
        """
        // bank/Till.java
        package bank;
        import dev.tenon.contract.*;
        @Seam public interface Till {
          @Requires("price.cents() > 0") void sell(lib.Money price);
        }
        """);
    assertThat(findings().faults()).isEmpty();
    delete("lib/Money.class");
    assertThat(fault("bank.Till")).contains("lib/Money");
  }

  @Test
  void a_jar_is_read_as_a_folder_is_and_named() throws IOException {
    Compilation.withoutProcessor(classes.resolve("in"), VAULT);
    Path jar = jar(classes.resolve("in"), classes.resolve("vault-1.jar"));
    assertThat(Findings.of(List.of(jar)).faults().get("bank.Vault"))
        .startsWith("bank.Vault (vault-1.jar): no companion class");
  }

  @Test
  void a_class_that_merely_mentions_the_vocabulary_is_none() throws IOException {
    Compilation.withProcessor(
        classes,
        """
        // tool/Reader.java
        package tool;
        class Reader { dev.tenon.contract.Requires read; }
        """);
    assertThat(Entry.read(classes).marked()).isNotEmpty();
    assertThat(findings().count()).isZero();
    assertThat(findings().faults()).isEmpty();
  }

  private Findings findings() throws IOException {
    return Findings.of(List.of(classes));
  }

  private String fault(String name) throws IOException {
    return findings().faults().getOrDefault(name, "none");
  }

  private void delete(String file) throws IOException {
    Files.delete(classes.resolve(file));
  }

  private static Path jar(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }
}
