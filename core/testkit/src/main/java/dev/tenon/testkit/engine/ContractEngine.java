package dev.tenon.testkit.engine;

import dev.tenon.testkit.ContractSuite;
import dev.tenon.testkit.suite.ContractReport;
import dev.tenon.testkit.suite.ContractRun;
import dev.tenon.testkit.suite.Finding;
import dev.tenon.testkit.suite.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.opentest4j.TestAbortedException;

/** Runs the classes with {@link ContractSuite}. The JUnit Platform finds it. */
public final class ContractEngine implements TestEngine {

  private static final EngineDiscoveryRequestResolver<TestDescriptor> RESOLVER =
      EngineDiscoveryRequestResolver.builder()
          .addClassContainerSelectorResolver(ClassResolver::isSuite)
          .addSelectorResolver(new ClassResolver())
          .build();

  /** Made by the JUnit Platform. */
  public ContractEngine() {}

  @Override
  public String getId() {
    return "tenon";
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor engine = new EngineDescriptor(id, "Tenon");
    RESOLVER.resolve(request, engine);
    return engine;
  }

  @Override
  public void execute(ExecutionRequest request) {
    TestDescriptor engine = request.getRootTestDescriptor();
    EngineExecutionListener listener = request.getEngineExecutionListener();
    listener.executionStarted(engine);
    Reports reports =
        Reports.of(request.getConfigurationParameters().get(Reports.KEY).orElse(null));
    for (TestDescriptor each : List.copyOf(engine.getChildren())) {
      if (each instanceof Descriptors.OfClass suite) {
        execute(suite, listener, reports);
      }
    }
    listener.executionFinished(engine, TestExecutionResult.successful());
  }

  private static void execute(
      Descriptors.OfClass suite, EngineExecutionListener listener, Reports reports) {
    Optional<String> disabled = suite.disabled();
    if (disabled.isPresent()) {
      listener.executionSkipped(suite, disabled.get());
      return;
    }
    listener.executionStarted(suite);
    try {
      ContractRun<?> run = new SuiteClass(suite.suite()).run();
      List<Finding> findings = new ArrayList<>();
      int number = 0;
      TestExecutionResult result = TestExecutionResult.successful();
      for (Property each : run.properties()) {
        UniqueId id = suite.getUniqueId().append("property", String.valueOf(++number));
        Descriptors.OfProperty test = new Descriptors.OfProperty(id, each, suite.suite());
        suite.addChild(test);
        listener.dynamicTestRegistered(test);
        listener.executionStarted(test);
        if (result.getStatus() != TestExecutionResult.Status.ABORTED) {
          // Whoever does not want one test of a supplier wants none.
          result = run(run, each, findings);
        }
        listener.executionFinished(test, result);
      }
      ContractReport report = run.report(findings);
      reports.write(suite.suite(), report);
      listener.executionFinished(suite, TestExecutionResult.successful());
    } catch (TestAbortedException unwanted) {
      listener.executionFinished(suite, TestExecutionResult.aborted(unwanted));
    } catch (RuntimeException | Error failure) {
      listener.executionFinished(suite, TestExecutionResult.failed(failure));
    }
  }

  private static TestExecutionResult run(
      ContractRun<?> suite, Property property, List<Finding> all) {
    List<Finding> found;
    try {
      found = property.run().get();
    } catch (TestAbortedException unwanted) {
      return TestExecutionResult.aborted(unwanted);
    } catch (RuntimeException | Error failure) {
      all.add(suite.error(property, failure));
      return TestExecutionResult.failed(failure);
    }
    all.addAll(found);
    return found.isEmpty()
        ? TestExecutionResult.successful()
        : TestExecutionResult.failed(
            new AssertionError(
                found.stream().map(Finding::text).collect(Collectors.joining("\n\n"))));
  }
}
