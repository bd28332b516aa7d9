package dev.tenon.model.classfile;

/** Which types are Tenon's own, by name alone. Internal names, with slashes. */
public final class OwnTypes {

  private static final String ROOT = "dev/tenon/";

  private static final String[] CHECKING = {
    "agent/",
    "contract/",
    "internal/",
    "ledger/",
    "linking/",
    "model/",
    "policy/",
    "runtime/",
    "verdict/",
  };

  private static final String[] FRONTS = {"cli/", "maven/", "processor/", "spring/", "testkit/"};

  private OwnTypes() {}

  /**
   * Whether a type is one that a check needs, and so must not be checked.
   *
   * @param internalName the type
   * @return true for what the agent, the core and the vocabulary are made of
   */
  public static boolean areChecking(String internalName) {
    return internalName.startsWith(ROOT) && isIn(CHECKING, internalName);
  }

  /**
   * Whether a type is Tenon's own, what users see of it included.
   *
   * @param internalName the type
   * @return true for all that Tenon's jars have
   */
  public static boolean are(String internalName) {
    return internalName.startsWith(ROOT)
        && (internalName.indexOf('/', ROOT.length()) < 0
            || isIn(CHECKING, internalName)
            || isIn(FRONTS, internalName));
  }

  private static boolean isIn(String[] packages, String internalName) {
    for (String each : packages) {
      if (internalName.startsWith(each, ROOT.length())) {
        return true;
      }
    }
    return false;
  }
}
