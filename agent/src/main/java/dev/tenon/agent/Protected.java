package dev.tenon.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a body that exception handlers protect, with gaps where an exit stands: a
 * violation thrown there must reach the client, past every handler of the body and our own.
 *
 * <p>A position is the number of instructions of the body before it; a return with its exit counts
 * as one. The JVM refuses an empty region.
 */
final class Protected {

  private final MethodVisitor mv;
  private final Map<Label, Integer> positions = new HashMap<>();
  private final List<Region> handled = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Label start = new Label();
  private final Label end = new Label();
  private int position;

  Protected(MethodVisitor mv) {
    this.mv = mv;
  }

  /** The body begins. */
  void begin() {
    positions.put(start, 0);
    mv.visitLabel(start);
  }

  void step() {
    position++;
  }

  void label(Label label) {
    positions.put(label, position);
  }

  /** A region of the body itself. */
  void add(Label from, Label to, Label handler, @Nullable String type) {
    handled.add(new Region(from, to, handler, type));
  }

  void beginGap() {
    Gap gap = new Gap(position);
    gaps.add(gap);
    mv.visitLabel(gap.from);
  }

  void endGap() {
    mv.visitLabel(gaps.get(gaps.size() - 1).to);
    position++;
  }

  /** The body ends: writes all regions, that of our own handler last, so that it is outermost. */
  void end(Label handler) {
    positions.put(end, position);
    mv.visitLabel(end);
    end();
    write(new Region(start, end, handler, null));
  }

  /** The body ends, and has no handler of ours. */
  void end() {
    for (Region region : handled) {
      write(region);
    }
  }

  private void write(Region region) {
    Label from = region.from;
    int at = positionOf(from);
    int last = positionOf(region.to);
    for (Gap gap : gaps) {
      if (gap.position >= at && gap.position < last) {
        write(region, from, at, gap.from, gap.position);
        from = gap.to;
        at = gap.position + 1;
      }
    }
    write(region, from, at, region.to, last);
  }

  private void write(Region region, Label from, int at, Label to, int until) {
    if (until > at) {
      mv.visitTryCatchBlock(from, to, region.handler, region.type);
    }
  }

  private int positionOf(Label label) {
    Integer known = positions.get(label);
    if (known == null) {
      throw new IllegalStateException("a handler's region has a label that is not in the body");
    }
    return known;
  }

  private static final class Region {

    private final Label from;
    private final Label to;
    private final Label handler;
    private final @Nullable String type;

    Region(Label from, Label to, Label handler, @Nullable String type) {
      this.from = from;
      this.to = to;
      this.handler = handler;
      this.type = type;
    }
  }

  private static final class Gap {

    private final int position;
    private final Label from = new Label();
    private final Label to = new Label();

    Gap(int position) {
      this.position = position;
    }
  }
}
