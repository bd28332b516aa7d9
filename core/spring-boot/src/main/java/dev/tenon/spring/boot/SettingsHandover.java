package dev.tenon.spring.boot;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.model.settings.ModePattern;
import dev.tenon.model.settings.ModeRule;
import dev.tenon.model.settings.Setting;
import dev.tenon.model.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Gives the settings of the application's configuration to core, before the first bean is made.
 *
 * <p>A listener, since the interface of environment post-processors moved between Spring Boot 3 and
 * 4.
 */
final class SettingsHandover
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsHandover.class);

  private final Handed handed;

  SettingsHandover() {
    this(new Handed(System.getProperties(), System.getenv()));
  }

  SettingsHandover(Handed handed) {
    this.handed = handed;
  }

  /** After the configuration was read and the log was set up. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    List<GivenSetting> given = GivenSettings.of(event.getEnvironment());
    given.forEach(SettingsHandover::check);
    boolean isLate = Seams.isStarted();
    for (GivenSetting setting : given) {
      if (!setting.isMode()) {
        hand(setting, isLate);
      }
    }
    Seams.policy().configure(rules(given));
    boolean isAgentAttached = Seams.status().isAgentAttached();
    for (GivenSetting setting : given) {
      if (isAgentAttached && setting.key().equals(Setting.SEAMS.key()) && handed.isOurs(setting)) {
        warn(setting, "the agent, which weaves, has read its settings already");
      }
    }
  }

  private static void check(GivenSetting setting) {
    String fault = Settings.fault(setting.key(), setting.value(), setting.origin());
    if (fault != null) {
      throw new WrongSetting(fault);
    }
  }

  private void hand(GivenSetting setting, boolean isLate) {
    if (handed.isGivenStronger(setting) || handed.holds(setting)) {
      return;
    }
    if (setting.key().equals(Setting.BANNER.key())) {
      warn(setting, "the agent alone reads it, and has started already");
    } else if (isLate) {
      warn(setting, "core has started already");
    } else {
      handed.hand(setting);
    }
  }

  private static void warn(GivenSetting setting, String why) {
    LOG.warn(
        "tenon: {} ({}) comes too late: {}; put {}={} into the arguments of -javaagent, or set the"
            + " system property {} on the command line",
        setting.property(),
        setting.origin(),
        why,
        setting.key(),
        setting.value(),
        setting.property());
  }

  private static List<ModeRule> rules(List<GivenSetting> given) {
    List<ModeRule> rules = new ArrayList<>();
    for (GivenSetting setting : given) {
      if (setting.isMode()) {
        rules.add(rule(setting));
      }
    }
    return rules;
  }

  private static ModeRule rule(GivenSetting setting) {
    ModePattern pattern =
        setting.key().equals(GivenSetting.MODE)
            ? ModePattern.byDefault()
            : ModePattern.of(setting.key().substring(GivenSetting.MODE_PREFIX.length()));
    return new ModeRule(
        pattern, Mode.valueOf(setting.value().trim().toUpperCase(Locale.ROOT)), setting.origin());
  }
}
