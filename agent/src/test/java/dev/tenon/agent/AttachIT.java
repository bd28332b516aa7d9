package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent comes while the application runs. */
class AttachIT {

  private static final String SEAM =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") int take(int amount);
      }
      """;

  private static final String MAIN =
      """
      package bank;
      import com.sun.tools.attach.VirtualMachine;
      import dev.tenon.Seams;
      public class Main {
        static class Plain implements Vault {
          public int take(int amount) { return amount; }
        }
        static class Base {
          public int take(int amount) { return amount; }
        }
        static class Adopting extends Base implements Vault {}
        static Vault lambda() { return amount -> amount; }

        public static void main(String[] args) throws Exception {
          Vault plain = new Plain();
          Vault adopting = new Adopting();
          Vault early = lambda();
          Vault proxy = (Vault) java.lang.reflect.Proxy.newProxyInstance(
              Main.class.getClassLoader(), new Class<?>[] {Vault.class}, (self, method, values) -> 1);
          say("plain before", plain);
          say("adopting before", adopting);
          say("proxy before", proxy);
          System.out.println("agent " + Seams.status().isAgentAttached());
          VirtualMachine vm = VirtualMachine.attach(ProcessHandle.current().pid() + "");
          try {
            vm.loadAgent(args[0], args.length > 1 ? args[1] : "banner=false");
          } catch (Exception refused) {
            System.out.println("refused " + refused.getClass().getSimpleName());
          }
          vm.detach();
          System.out.println("agent " + Seams.status().isAgentAttached());
          say("plain after", plain);
          say("adopting after", adopting);
          say("base after", new Base());
          say("early lambda", early);
          say("proxy after", proxy);
          say("late lambda", lambda());
          System.out.println(Seams.status());
        }

        static void say(String what, Object object) {
          String said = "passes";
          try {
            if (object instanceof Vault vault) {
              vault.take(-1);
            } else {
              ((Base) object).take(-1);
            }
          } catch (AssertionError violation) {
            said = violation.getClass().getSimpleName();
          }
          System.out.println(what + ": " + said);
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm application() {
    return new ForkedJvm(directory)
        .agents(0)
        .flags("-Djdk.attach.allowAttachSelf=true")
        .onClassPath(System.getProperty("java.class.path"))
        .processing()
        .source(SEAM)
        .source(MAIN)
        .compile();
  }

  @Test
  void what_is_loaded_and_made_already_is_woven() {
    ForkedJvm.Run run = application().run("bank.Main", ForkedJvm.agentJar().toString());

    assertThat(run.outLines())
        .contains(
            "plain before: passes",
            "adopting before: passes",
            "agent false",
            "agent true",
            "plain after: ContractViolation",
            "adopting after: ContractViolation",
            "base after: passes",
            "early lambda: passes",
            "late lambda: ContractViolation");
  }

  /** Its class has no file that could be read again. */
  @Test
  void a_proxy_that_was_made_before_is_woven() {
    ForkedJvm.Run run = application().run("bank.Main", ForkedJvm.agentJar().toString());

    assertThat(run.outLines()).contains("proxy before: passes", "proxy after: ContractViolation");
  }

  @Test
  void a_lambda_that_was_made_before_is_announced() {
    ForkedJvm.Run run = application().run("bank.Main", ForkedJvm.agentJar().toString());

    assertThat(run.out())
        .contains("bank.Vault  NOT ENFORCED: a lambda of bank.Main was made before the agent came");
  }

  @Test
  void a_wrong_setting_leaves_the_application_as_it_is() {
    ForkedJvm.Run run =
        application().run("bank.Main", ForkedJvm.agentJar().toString(), "mode=enforced");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("tenon: not attached: ", "did you mean 'enforce'?");
    assertThat(run.outLines())
        .contains("refused AgentInitializationException", "plain after: passes");
  }
}
