package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A validator that says of all that it holds: what was compiled must not blame anybody then. */
class DisagreementIT {

  private static final String MAIN =
      """
      package bank;
      import dev.tenon.Seams;
      import dev.tenon.contract.Seam;
      import jakarta.validation.*;
      import jakarta.validation.constraints.*;
      import jakarta.validation.executable.ExecutableValidator;
      import java.lang.reflect.Proxy;
      import java.util.Set;
      import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
      public class Main {
        @Seam
        interface Vault {
          @Positive long withdraw(@Positive int amount);
        }
        static class Iron implements Vault {
          public long withdraw(int amount) { return amount; }
        }
        @SuppressWarnings("unchecked")
        static <T> T content(Class<T> type, Object real) {
          return (T) Proxy.newProxyInstance(Main.class.getClassLoader(), new Class<?>[] {type},
              (self, method, arguments) -> {
                if (method.getName().startsWith("validate")) {
                  return Set.of();
                }
                if (method.getName().equals("unwrap")) {
                  throw new ValidationException("nothing behind");
                }
                Object found = method.invoke(real, arguments);
                Class<?> of = method.getReturnType();
                return of == Validator.class || of == ExecutableValidator.class
                    ? content(of, found)
                    : found;
              });
        }
        public static void main(String[] args) {
          Seams.useValidator(
              content(
                  ValidatorFactory.class,
                  Validation.byDefaultProvider().configure()
                      .messageInterpolator(new ParameterMessageInterpolator())
                      .buildValidatorFactory()));
          System.out.println(new Iron().withdraw(-1));
          Seams.ledger().recent().forEach(each -> System.out.println(each.text()));
          System.out.println("errors " + Seams.status().errors());
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void nobody_is_blamed_and_it_is_counted() throws Exception {
    ForkedJvm.Run run =
        Product.unprocessed(directory)
            .source(MAIN)
            .agentArguments("banner=false")
            .onClassPath(MappingIT.validator())
            .compile()
            .run("bank.Main");

    assertThat(run.exit()).as(run.err()).isZero();
    // The guarantee is not owed where the precondition is not known to hold.
    assertThat(run.outLines())
        .startsWith("-1", "Precondition undecided: nobody can be blamed")
        .contains("  requires  @Positive arg0")
        .anyMatch(line -> line.startsWith("  cause") && line.endsWith("a defect of Tenon"))
        .endsWith("errors 1");
    assertThat(run.err()).contains("the validator disagrees with the compiled constraint");
  }
}
