package dev.tenon.spring.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot say what is wrong instead of printing a stack trace. */
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, WrongSetting cause) {
    return new FailureAnalysis(
        "tenon: " + cause.getMessage(),
        "Correct the setting under 'tenon.' in the application's configuration.",
        cause);
  }
}
