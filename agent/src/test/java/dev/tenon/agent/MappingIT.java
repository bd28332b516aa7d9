package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints that a file of the application changes: the validator alone knows what is left. */
class MappingIT {

  private static final String MAIN =
      """
      package bank;
      import dev.tenon.Seams;
      import dev.tenon.contract.Seam;
      import jakarta.validation.constraints.*;
      public class Main {
        @Seam
        interface Vault {
          long withdraw(@Positive int amount, @NotNull String why);
        }
        static class Iron implements Vault {
          public long withdraw(int amount, String why) { return amount; }
        }
        public static void main(String[] args) {
          Vault vault = new Iron();
          System.out.println(vault.withdraw(-1, "rent"));
          try {
            vault.withdraw(1, null);
          } catch (dev.tenon.verdict.ContractViolation broken) {
            System.out.println(broken.violation().clause().text());
          }
          System.out.println(Seams.status().text());
        }
      }
      """;

  private static final String VALIDATION =
      """
      <validation-config xmlns="https://jakarta.ee/xml/ns/validation/configuration" version="3.1">
        <constraint-mapping>META-INF/constraints.xml</constraint-mapping>
      </validation-config>
      """;

  private static final String CONSTRAINTS =
      """
      <constraint-mappings xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.1">
        <bean class="bank.Main$Vault" ignore-annotations="false">
          <method name="withdraw">
            <parameter type="int" ignore-annotations="true"/>
            <parameter type="java.lang.String" ignore-annotations="false"/>
          </method>
        </bean>
      </constraint-mappings>
      """;

  @TempDir private Path directory;

  /** Where Hibernate Validator is, with what it needs. */
  static String[] validator() throws ClassNotFoundException {
    List<String> jars = new ArrayList<>();
    for (String name :
        List.of(
            "jakarta.validation.Valid",
            "org.hibernate.validator.HibernateValidator",
            "org.jboss.logging.Logger",
            "com.fasterxml.classmate.TypeResolver",
            "jakarta.el.ELManager")) {
      jars.add(ForkedJvm.locationOf(Class.forName(name)));
    }
    return jars.toArray(String[]::new);
  }

  private ForkedJvm jvm() throws ClassNotFoundException {
    return Product.unprocessed(directory)
        .source(MAIN)
        .agentArguments("banner=false")
        .onClassPath(validator());
  }

  @Test
  void what_a_mapping_ignores_is_not_judged_and_the_status_says_who_is_asked() throws Exception {
    ForkedJvm.Run run =
        jvm()
            .file("META-INF/validation.xml", VALIDATION)
            .file("META-INF/constraints.xml", CONSTRAINTS)
            .compile()
            .run("bank.Main");

    assertThat(run.outLines()).startsWith("-1", "@NotNull arg1");
    assertThat(run.out())
        .contains(
            "woven: 1 body; a mapping changes its constraints: the validator is asked for all of"
                + " them")
        .doesNotContain("contained errors");
  }

  @Test
  void without_one_all_are_judged() throws Exception {
    ForkedJvm.Run run = jvm().compile().run("bank.Main");

    assertThat(run.err()).contains("@Positive arg0");
    assertThat(run.exit()).isNotZero();
  }
}
