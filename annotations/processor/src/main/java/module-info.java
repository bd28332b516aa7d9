/** Compiles the clauses of contracts with the code that declares them. */
module dev.tenon.processor {
  requires static org.jspecify;
  requires java.compiler;
  requires jdk.compiler;
  requires dev.tenon.annotations;
  requires dev.tenon.model;

  provides javax.annotation.processing.Processor with
      dev.tenon.processor.TenonProcessor;
}
