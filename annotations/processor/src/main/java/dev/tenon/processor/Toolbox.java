package dev.tenon.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What the compiler lends to a processor.
 *
 * @param preview whether preview features are on
 */
record Toolbox(
    Elements elements,
    Types types,
    Trees trees,
    Filer filer,
    Messager messager,
    SourceVersion version,
    boolean preview) {

  /** Where a type of this compilation starts in its file. */
  int start(TypeElement type) {
    TreePath path = trees.getPath(type);
    long start =
        path == null
            ? -1
            : trees
                .getSourcePositions()
                .getStartPosition(path.getCompilationUnit(), path.getLeaf());
    return (int) Math.max(1, start);
  }
}
