package dev.tenon.model.settings;

import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static dev.tenon.model.Mode.OFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private final Properties system = new Properties();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Properties file = new Properties();
  private final List<String> warnings = new ArrayList<>();

  @Test
  void without_any_source_everything_is_enforced_and_rendered_safely() {
    Settings settings = resolve(null);

    assertThat(settings.modeOf("bank.Vault")).isEqualTo(ENFORCE);
    assertThat(settings.banner()).isTrue();
    assertThat(settings.renderAll()).isFalse();
    assertThat(warnings).isEmpty();
  }

  @Test
  void defaults_are_what_resolves_from_nothing() {
    assertThat(Settings.defaults().modes().rules()).isEqualTo(resolve("").modes().rules());
    assertThat(Settings.defaults().infrastructure()).isEqualTo(resolve("").infrastructure());
    assertThat(Settings.defaults().banner()).isEqualTo(resolve("").banner());
    assertThat(Settings.defaults().renderAll()).isEqualTo(resolve("").renderAll());
    assertThat(Settings.defaults().strict()).isEqualTo(resolve("").strict());
    assertThat(Settings.defaults().clauseQuarantine()).isEqualTo(resolve("").clauseQuarantine());
  }

  @Test
  void a_clause_may_fail_a_hundred_times_a_minute_unless_a_source_says_otherwise() {
    assertThat(resolve(null).clauseQuarantine()).isEqualTo(100);
    assertThat(resolve("clause.quarantine=0").clauseQuarantine()).isZero();
    environment.put("TENON_CLAUSE_QUARANTINE", "20");
    assertThat(resolve(null).clauseQuarantine()).isEqualTo(20);
    system.put("tenon.clause.quarantine", "10000");
    assertThat(resolve(null).clauseQuarantine()).isEqualTo(10_000);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_number_that_is_none_counts_as_not_given() {
    system.put("tenon.clause.quarantine", "often");

    assertThat(resolve(null).clauseQuarantine()).isEqualTo(100);
    assertThat(warnings)
        .containsExactly(
            "unknown value 'often' of setting 'clause.quarantine' (-Dtenon.clause.quarantine). It"
                + " can be: a number from 0 to 10000");
  }

  @Test
  void nothing_is_strict_unless_a_source_says_so() {
    assertThat(resolve(null).strict()).isFalse();
    assertThat(resolve("strict=true").strict()).isTrue();
    environment.put("TENON_STRICT", "TRUE");
    assertThat(resolve(null).strict()).isTrue();
  }

  @Test
  void the_agents_arguments_are_stronger_than_the_system_properties() {
    system.setProperty("tenon.mode", "off");

    assertThat(resolve("mode=observe").modeOf("bank.Vault")).isEqualTo(OBSERVE);
  }

  @Test
  void the_system_properties_are_stronger_than_the_environment() {
    system.setProperty("tenon.mode", "off");
    environment.put("TENON_MODE", "observe");

    assertThat(resolve(null).modeOf("bank.Vault")).isEqualTo(OFF);
  }

  @Test
  void the_environment_is_stronger_than_the_file() {
    environment.put("TENON_RENDER", "all");
    file.setProperty("render", "safe");

    assertThat(resolve(null).renderAll()).isTrue();
  }

  @Test
  void the_file_is_stronger_than_the_default() {
    file.setProperty("banner", "false");

    assertThat(resolve(null).banner()).isFalse();
  }

  @Test
  void letter_case_of_a_value_does_not_count() {
    assertThat(resolve("mode=Observe").modeOf("bank.Vault")).isEqualTo(OBSERVE);
  }

  @Test
  void an_argument_without_an_equals_sign_continues_the_value_before_it() {
    Settings settings = resolve("infrastructure=com.acme.proxy..*,!com.acme.proxy.api..*,mode=off");

    assertThat(settings.infrastructure().matches("com.acme.proxy.Handler")).isTrue();
    assertThat(settings.infrastructure().matches("com.acme.proxy.api.Client")).isFalse();
    assertThat(settings.modeOf("bank.Vault")).isEqualTo(OFF);
  }

  @Test
  void of_an_argument_given_twice_the_later_counts() {
    assertThat(resolve("mode=off,mode=observe").modeOf("bank.Vault")).isEqualTo(OBSERVE);
  }

  @Test
  void a_rule_for_a_mode_can_come_from_every_source() {
    file.setProperty("mode.bank.A", "off");
    environment.put("TENON_MODE.bank.B", "off");
    system.setProperty("tenon.mode.bank.C", "off");
    Settings settings = resolve("mode.bank.D=off");

    assertThat(List.of("bank.A", "bank.B", "bank.C", "bank.D"))
        .allSatisfy(seam -> assertThat(settings.modeOf(seam)).isEqualTo(OFF));
    assertThat(settings.modeOf("bank.E")).isEqualTo(ENFORCE);
    assertThat(warnings).isEmpty();
  }

  @Test
  void of_equally_specific_rules_that_of_the_stronger_source_counts() {
    file.setProperty("mode.bank.Vault", "off");

    assertThat(resolve("mode.bank..*=observe").modeOf("bank.Vault")).isEqualTo(OBSERVE);
  }

  @Test
  void in_a_source_without_order_the_longer_pattern_counts() {
    file.setProperty("mode.bank.Vault", "off");
    file.setProperty("mode.bank..*", "observe");

    assertThat(resolve(null).modeOf("bank.Vault")).isEqualTo(OFF);
    assertThat(resolve(null).modeOf("bank.Transfers")).isEqualTo(OBSERVE);
  }

  @Test
  void every_rule_knows_who_set_it() {
    file.setProperty("mode", "observe");
    system.setProperty("tenon.mode.bank.A", "off");

    assertThat(resolve("mode.bank.B=enforce").modes().rules())
        .extracting(ModeRule::toString)
        .containsExactly(
            "mode=observe (tenon.properties)",
            "mode.bank.A=off (-Dtenon.mode.bank.A)",
            "mode.bank.B=enforce (agent's arguments)");
  }

  @Test
  void added_infrastructure_leaves_the_built_in_one() {
    TypePattern types = resolve("infrastructure=com.acme.proxy..*").infrastructure();

    assertThat(types.matches("org.springframework.aop.framework.JdkDynamicAopProxy")).isTrue();
    assertThat(types.matches("com.acme.proxy.Handler")).isTrue();
  }

  @Test
  void built_in_infrastructure_can_be_made_a_party_again() {
    TypePattern types = resolve("infrastructure=!io.micrometer..*").infrastructure();

    assertThat(types.matches("io.micrometer.core.Timer")).isFalse();
    assertThat(types.matches("java.util.ArrayList")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.reflect.Method",
        "java.util.concurrent.ThreadPoolExecutor$Worker",
        "jdk.proxy2.$Proxy17",
        "bank.$Proxy3",
        "bank.Transfers$$SpringCGLIB$$0",
        "bank.Transfers$$EnhancerBySpringCGLIB$$1f2e3d",
        "bank.Transfers$Proxy$_$$_WeldClientProxy",
        "org.springframework.aop.framework.ReflectiveMethodInvocation",
        "org.springframework.transaction.interceptor.TransactionInterceptor",
        "org.springframework.validation.beanvalidation.MethodValidationInterceptor",
        "org.springframework.cglib.proxy.MethodProxy",
        "org.jboss.weld.interceptor.proxy.InterceptorMethodHandler",
        "org.apache.openejb.core.ivm.BaseEjbProxyHandler",
        "jakarta.interceptor.InvocationContext",
      })
  void what_hands_a_call_on_is_infrastructure(String name) {
    assertThat(resolve(null).infrastructure().matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "bank.Till",
    "org.springframework.web.servlet.DispatcherServlet",
    "org.springframework.samples.petclinic.Owner",
    "javafoo.A"
  })
  void what_calls_by_itself_is_not(String name) {
    assertThat(resolve(null).infrastructure().matches(name)).isFalse();
  }

  private Settings resolve(String arguments) {
    return Settings.resolve(arguments, system, environment, file, warnings::add);
  }
}
