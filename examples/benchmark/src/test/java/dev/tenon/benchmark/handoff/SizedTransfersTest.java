package dev.tenon.benchmark.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** The limits are those of MaxInlineSize and FreqInlineSize. */
class SizedTransfersTest {

  @Test
  void bodies_are_below_and_above_what_is_inlined_where_it_is_rarely_called() throws IOException {
    assertThat(size(SizedTransfers.Below35.class)).isBetween(25, 35);
    assertThat(size(SizedTransfers.Above35.class)).isBetween(36, 45);
  }

  @Test
  void bodies_are_below_and_above_what_is_inlined_where_it_is_often_called() throws IOException {
    assertThat(size(SizedTransfers.Well325.class)).isBetween(200, 250);
    assertThat(size(SizedTransfers.Below325.class)).isBetween(310, 325);
    assertThat(size(SizedTransfers.Above325.class)).isBetween(326, 340);
  }

  /** In bytes. */
  private static int size(Class<?> type) throws IOException {
    int[] size = {0};
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      new ClassReader(in).accept(new Measuring(size), 0);
    }
    return size[0];
  }

  private static final class Measuring extends ClassVisitor {

    private final int[] size;

    Measuring(int[] size) {
      super(Opcodes.ASM9);
      this.size = size;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (!name.equals("transfer")) {
        return null;
      }
      return new CodeSizeEvaluator(null) {
        @Override
        public void visitEnd() {
          size[0] = getMaxSize();
        }
      };
    }
  }
}
