/** Tests that prove that contracts are enforced, and that are made from contracts. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.tenon.testkit {
  requires transitive dev.tenon.core;
  requires dev.tenon.annotations;
  requires com.fasterxml.jackson.core;
  requires net.jqwik.api;
  requires rgxgen;
  requires static org.assertj.core;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;
  requires org.junit.platform.commons;
  requires org.junit.platform.engine;
  requires org.opentest4j;
  requires static org.junit.platform.launcher;
  requires static org.mockito;

  exports dev.tenon.testkit;
  exports dev.tenon.testkit.suite;

  opens dev.tenon.testkit to
      org.junit.platform.commons;

  provides org.junit.jupiter.api.extension.Extension with
      dev.tenon.testkit.RequiredTests;
  provides org.junit.platform.engine.TestEngine with
      dev.tenon.testkit.engine.ContractEngine;
  provides org.junit.platform.launcher.LauncherSessionListener with
      dev.tenon.testkit.RequiredRun;
}
