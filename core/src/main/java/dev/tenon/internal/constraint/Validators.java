package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import dev.tenon.internal.declaration.Kept;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose validator is asked: the application's, where it said which, else the default provider that
 * the seam's class loader sees, set up when it is first needed.
 *
 * <p>Thread-safe.
 */
public final class Validators {

  private static final String API = "jakarta.validation.ValidatorFactory";

  /** Weakly: what is strong keeps to the types that use it, and goes with them. */
  private static final Map<ClassLoader, WeakReference<Found>> BY_LOADER =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final Kept<Found> KEPT =
      new Kept<>() {
        @Override
        protected Found compute(Class<?> type) {
          return find(type);
        }
      };

  /** Weakly: an undeployed application is forgotten. */
  private static final Set<Class<?>> MAPPED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private static volatile @Nullable Given given;

  private Validators() {}

  private static Clock clock(Class<?> type) {
    Validation validation = of(type).validation();
    return validation == null ? Clock.system(ZoneId.systemDefault()) : validation.clock();
  }

  /** The application's own. */
  private record Given(Object factory, Found found) {}

  /** A validator, or why there is none. */
  record Found(@Nullable Validation validation, String reason) {}

  /**
   * Whether the annotations of a method may not be all that the validator goes by: a mapping adds
   * to them, or has some ignored. No validator is set up for that.
   */
  static boolean areMapped(Class<?> declaring, Class<?> receiver, Constrained constrained) {
    Given own = given;
    Validation validation = own == null ? null : own.found().validation();
    boolean areMapped =
        Mappings.areIn(receiver.getClassLoader())
            || (validation != null && validation.isMapped(receiver, constrained));
    if (areMapped) {
      MAPPED.add(declaring);
    }
    return areMapped;
  }

  /**
   * The types of whose constraints the validator is asked for all, since a mapping changes them.
   *
   * @return their binary names, as far as their constraints were linked
   */
  public static Set<String> mapped() {
    synchronized (MAPPED) {
      return MAPPED.stream().map(Class::getName).collect(Collectors.toSet());
    }
  }

  /**
   * What the answers of the validator depend on.
   *
   * @param isOfTime whether it matters by how much times may be wrong, which it alone knows
   */
  static Dialect dialect(Class<?> type, boolean isOfTime, Supplier<? extends Flag> flags) {
    Validation validation = isOfTime ? of(type).validation() : null;
    Duration tolerance = validation == null ? Duration.ZERO : validation.tolerance();
    return Dialect.of(type.getClassLoader(), () -> clock(type), tolerance, flags);
  }

  /**
   * Takes the application's own.
   *
   * @param factory a {@code jakarta.validation.ValidatorFactory}
   */
  public static synchronized void use(Object factory) {
    given = new Given(factory, new Found(Factories.of(factory), ""));
  }

  /**
   * Goes back to the default provider.
   *
   * @param factory what was given
   * @return false when another has been given since, which stays
   */
  public static synchronized boolean forget(Object factory) {
    Given own = given;
    if (own == null || own.factory() != factory) {
      return false;
    }
    given = null;
    return true;
  }

  /** The validator for the constraints of a type. */
  static Found of(Class<?> type) {
    Given own = given;
    return own == null ? KEPT.of(type) : own.found();
  }

  private static Found find(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return new Found(null, "it is a type of the JDK");
    }
    WeakReference<Found> known = BY_LOADER.get(loader);
    Found found = known == null ? null : known.get();
    if (found == null) {
      found = make(loader);
      BY_LOADER.put(loader, new WeakReference<>(found));
    }
    return found;
  }

  private static Found make(ClassLoader loader) {
    Class<?> api;
    try {
      api = Class.forName(API, false, loader);
    } catch (ClassNotFoundException | LinkageError absent) {
      return new Found(null, "its class loader does not see Jakarta Bean Validation");
    }
    try {
      if (Class.forName(API, false, Validators.class.getClassLoader()) != api) {
        return new Found(
            null,
            "tenon-core sees another copy of Jakarta Bean Validation; let both come from one class"
                + " loader");
      }
      return new Found(Factories.byDefault(loader), "");
    } catch (ClassNotFoundException | NoClassDefFoundError hidden) {
      return new Found(
          null,
          "tenon-core does not see Jakarta Bean Validation; put both on the class path of one class"
              + " loader");
    } catch (RuntimeException | LinkageError failed) {
      return new Found(
          null,
          "there is no validator ("
              + failed.getMessage()
              + "); add hibernate-validator, or give yours to Seams.useValidator");
    }
  }
}
