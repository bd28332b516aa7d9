package dev.tenon.testkit.suite;

import dev.tenon.testkit.domain.Domains;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;

/**
 * A suite to be run by a program: the tests of a contract against suppliers of its seam.
 *
 * <p>Confined to one thread.
 *
 * @param <S> the seam
 */
public final class ContractRun<S> {

  private final Class<S> seam;
  private final Map<String, Supplier<? extends S>> suppliers = new LinkedHashMap<>();
  private final Map<Type, Arbitrary<?>> provided = new LinkedHashMap<>();
  private final Map<String, SupplierSuite> suites = new LinkedHashMap<>();
  private Plan plan = Plan.USUAL;

  private ContractRun(Class<S> seam) {
    this.seam = seam;
  }

  /**
   * Begins to describe a suite.
   *
   * @param <S> the seam
   * @param seam the interface
   * @return a suite without suppliers
   */
  public static <S> ContractRun<S> of(Class<S> seam) {
    return new ContractRun<>(seam);
  }

  /**
   * Adds a supplier.
   *
   * @param name how reports name it
   * @param fresh gives a new one for each case
   * @return this
   */
  public ContractRun<S> supplier(String name, Supplier<? extends S> fresh) {
    suppliers.put(name, fresh);
    return this;
  }

  /**
   * Gives the values of a type.
   *
   * @param type the type of parameters, or of what they are made of
   * @param values its values
   * @return this
   */
  public ContractRun<S> provide(Type type, Arbitrary<?> values) {
    provided.put(type, values);
    return this;
  }

  /**
   * Says how much is done.
   *
   * @param other the plan
   * @return this
   */
  public ContractRun<S> plan(Plan other) {
    plan = other;
    return this;
  }

  /**
   * What is to be shown, to be run in this order.
   *
   * @return the properties of each supplier
   * @throws dev.tenon.verdict.MalformedContract if the contract cannot be enforced
   * @throws dev.tenon.testkit.domain.EmptyDomainException if constraints leave nothing to a
   *     parameter
   */
  public List<Property> properties() {
    Subject subject =
        new Subject(
            seam, Domains.of(provided, Clock.system(ZoneId.systemDefault()), new Whole()), plan);
    suites.clear();
    List<Property> properties = new ArrayList<>();
    suppliers.forEach(
        (name, fresh) -> {
          SupplierSuite suite = new SupplierSuite(name, subject, fresh);
          suites.put(name, suite);
          properties.addAll(suite.properties());
        });
    return properties;
  }

  /**
   * What was seen until now by the properties.
   *
   * @param findings what they found
   * @return the report
   */
  public ContractReport report(List<Finding> findings) {
    Map<String, List<OperationCount>> counts = new LinkedHashMap<>();
    suites.forEach((name, suite) -> counts.put(name, suite.counts()));
    return new ContractReport(seam.getName(), plan.seed(), findings, counts);
  }

  /**
   * What to report of a property that failed itself, because a supplier or a value could not be
   * made.
   *
   * @param property the property
   * @param failure what it threw
   * @return a finding of kind {@link Finding.Kind#ERROR}
   */
  public Finding error(Property property, Throwable failure) {
    return new Finding(
        Finding.Kind.ERROR,
        property.supplier(),
        "",
        property.name() + ": " + failure,
        Optional.empty(),
        List.of(),
        0,
        plan.seed(),
        "");
  }

  /**
   * Runs all properties.
   *
   * @return what was found
   */
  public ContractReport run() {
    List<Finding> findings = new ArrayList<>();
    properties().forEach(each -> findings.addAll(each.run().get()));
    return report(findings);
  }
}
