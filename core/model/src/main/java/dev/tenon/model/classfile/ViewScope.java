package dev.tenon.model.classfile;

/**
 * Which classes a client's view is about, as far as their names tell.
 *
 * <p>Immutable.
 */
public final class ViewScope {

  private final String view;
  private final String target;
  private final String component;

  /** What the internal name of every class of the view's package and of those below begins with. */
  private final String below;

  /**
   * The scope of a view.
   *
   * @param view its binary name
   * @param target the binary name of the seam that it mirrors
   * @param component the component that is declared nearest to the view; empty for none
   */
  public ViewScope(String view, String target, String component) {
    this.view = view;
    this.target = target;
    this.component = component;
    this.below = view.substring(0, view.lastIndexOf('.') + 1).replace('.', '/');
  }

  /**
   * The view.
   *
   * @return its binary name
   */
  public String view() {
    return view;
  }

  /**
   * The seam that it mirrors.
   *
   * @return its binary name
   */
  public String target() {
    return target;
  }

  /**
   * The component that is declared nearest to it.
   *
   * @return its name; empty for none
   */
  public String component() {
    return component;
  }

  /**
   * Whether a class may be of the view's component, by its name alone: that of a component which is
   * declared may be anywhere, else it is in the view's package or one below.
   *
   * @param internalName the class
   * @return false only when it is certain
   */
  public boolean mayCover(String internalName) {
    return !component.isEmpty()
        || (below.isEmpty() ? internalName.indexOf('/') < 0 : internalName.startsWith(below));
  }
}
