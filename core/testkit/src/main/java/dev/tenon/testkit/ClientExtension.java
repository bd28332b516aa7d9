package dev.tenon.testkit;

import dev.tenon.model.Party;
import dev.tenon.testkit.suite.Adversaries;
import dev.tenon.testkit.suite.Answer;
import dev.tenon.verdict.ContractViolation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a {@link ClientSuite}. */
final class ClientExtension implements TestTemplateInvocationContextProvider {

  ClientExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context
        .getTestMethod()
        .map(method -> method.isAnnotationPresent(ClientTest.class))
        .orElse(false);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    ClientSuite suite = suite(context.getRequiredTestClass());
    boolean takesIt =
        List.of(context.getRequiredTestMethod().getParameterTypes()).contains(suite.value());
    if (!takesIt) {
      throw new ExtensionConfigurationException(
          context.getRequiredTestMethod()
              + " needs a parameter of type "
              + suite.value().getName()
              + ": the supplier that it is to be run against");
    }
    Class<?> view = suite.view() == void.class ? null : suite.view();
    Adversaries<?> adversaries = Adversaries.of(suite.value(), view, Map.of(), suite.seed());
    return IntStream.range(0, adversaries.moves() + Math.max(0, suite.random()))
        .mapToObj(number -> new Invocation(suite.value(), adversaries.one(number)));
  }

  private static ClientSuite suite(Class<?> test) {
    for (Class<?> each = test; each != null; each = each.getEnclosingClass()) {
      ClientSuite suite = each.getAnnotation(ClientSuite.class);
      if (suite != null) {
        return suite;
      }
    }
    throw new ExtensionConfigurationException(test.getName() + " is no @ClientSuite");
  }

  /**
   * One run of a test.
   *
   * @param seam the seam
   * @param adversary the supplier
   */
  private record Invocation(Class<?> seam, Adversaries.One<?> adversary)
      implements TestTemplateInvocationContext,
          ParameterResolver,
          AfterTestExecutionCallback,
          TestExecutionExceptionHandler {

    /** A test in which nothing is asked shows nothing. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
      if (adversary.answers().isEmpty() && context.getExecutionException().isEmpty()) {
        throw new AssertionError(
            "the test never asked the supplier for anything: it shows nothing about "
                + seam.getName());
      }
    }

    @Override
    public String getDisplayName(int number) {
      return adversary.what();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == seam;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return adversary.supplier();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
        throws Throwable {
      boolean isVerdict =
          thrown instanceof ContractViolation violation
              && violation.violation().blamed() != Party.SUPPLIER;
      if (thrown instanceof TestAbortedException || isVerdict) {
        // It did not run, or what is wrong is said already.
        throw thrown;
      }
      if (thrown instanceof ContractViolation violation
          && violation.violation().operation().seam().equals(seam.getName())) {
        throw new AssertionError(
            "an answer was made up that the contract forbids: please report this defect of the"
                + " testkit, or answer by a stub of your own",
            thrown);
      }
      String answers =
          adversary.answers().stream()
              .map(Answer::text)
              .collect(Collectors.joining("\n            "));
      throw new AssertionError(
          "the client relies on what nobody promises: it failed where "
              + seam.getName()
              + " answered as its contract allows ("
              + adversary.what()
              + ")\n\n  answers   "
              + (answers.isEmpty() ? "none were asked for" : answers)
              + "\n  then      "
              + thrown
              + "\n  next      mend the client, or have the guarantee added to the seam",
          thrown);
    }
  }
}
