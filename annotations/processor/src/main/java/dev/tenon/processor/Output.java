package dev.tenon.processor;

import dev.tenon.model.Contract;
import dev.tenon.model.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Writes what a declaration becomes. */
final class Output {

  private final Toolbox toolbox;

  Output(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  void companion(Declaration declaration, String suffix, String source, @Nullable TypeElement of) {
    String name = declaration.qualifiedCompanion(suffix);
    try (Writer writer = toolbox.filer().createSourceFile(name, origins(of)).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void manifest(Declaration declaration, Contract contract, @Nullable TypeElement of) {
    String file = "META-INF/tenon/" + declaration.binaryName() + ".json";
    try (Writer writer =
        toolbox
            .filer()
            .createResource(StandardLocation.CLASS_OUTPUT, "", file, origins(of))
            .openWriter()) {
      writer.write(Manifest.of(contract));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeElement[] origins(@Nullable TypeElement of) {
    return of == null ? new TypeElement[0] : new TypeElement[] {of};
  }
}
