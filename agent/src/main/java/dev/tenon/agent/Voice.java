package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Says a line on standard error, in one write.
 *
 * <p>Not through System.err, which the application may have replaced: this runs while classes are
 * loaded, and a lock taken there could be waiting for that very class.
 */
final class Voice {

  private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);

  private Voice() {}

  static void say(String line) {
    try {
      ERR.write("tenon: ".concat(line).concat(System.lineSeparator()).getBytes(UTF_8));
    } catch (IOException closed) {
      // Nobody listens; status() still knows it.
    }
  }
}
