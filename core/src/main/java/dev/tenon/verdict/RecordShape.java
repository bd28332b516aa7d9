package dev.tenon.verdict;

import dev.tenon.contract.Sensitive;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a record type are shown: from its fields, since an accessor may be written by
 * hand and do anything.
 */
final class RecordShape {

  /** Weakly: a type that outlives this class must not keep its loader. */
  private static final ClassValue<WeakReference<RecordShape>> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected WeakReference<RecordShape> computeValue(Class<?> type) {
          return new WeakReference<>(new RecordShape(type));
        }
      };

  private final String name;
  private final boolean isImplicit;
  private final boolean isOpen;
  private final List<Part> parts = new ArrayList<>();

  private RecordShape(Class<?> type) {
    name = type.getSimpleName();
    isImplicit = hasImplicitText(type);
    boolean isEveryPartOpen = true;
    for (RecordComponent component : type.getRecordComponents()) {
      Part part = Part.of(type, component);
      isEveryPartOpen &= part.field != null;
      parts.add(part);
    }
    isOpen = isEveryPartOpen;
  }

  static RecordShape of(Class<?> type) {
    RecordShape kept = BY_TYPE.get(type).get();
    if (kept == null) {
      BY_TYPE.remove(type);
      return new RecordShape(type);
    }
    return kept;
  }

  /**
   * Compilers make the implicit {@code toString} of a record final, and people hardly ever write
   * that. One written by hand may hide something, so that the fields must not be shown either.
   */
  private static boolean hasImplicitText(Class<?> type) {
    try {
      return Modifier.isFinal(type.getDeclaredMethod("toString").getModifiers());
    } catch (NoSuchMethodException absent) {
      return false;
    }
  }

  boolean isImplicit() {
    return isImplicit;
  }

  boolean hasSensitive() {
    for (Part part : parts) {
      if (part.isSensitive) {
        return true;
      }
    }
    return false;
  }

  /**
   * The record as its implicit {@code toString} writes it; null when only its type may be shown.
   */
  @Nullable String text(Object value, Rendering rendering, Allowance allowance) {
    if (!isImplicit || !isOpen || !allowance.enter()) {
      return null;
    }
    StringBuilder text = new StringBuilder(name).append('[');
    String separator = "";
    for (Part part : parts) {
      String shown =
          part.isSensitive ? Rendering.SENSITIVE : part.shown(value, rendering, allowance);
      if (shown == null) {
        return null;
      }
      text.append(separator).append(part.name).append('=').append(shown);
      separator = ", ";
    }
    allowance.leave();
    return text.append(']').toString();
  }

  /** One component; without a field when the module does not open it. */
  private record Part(String name, @Nullable Field field, boolean isSensitive) {

    static Part of(Class<?> type, RecordComponent component) {
      boolean isSensitive = component.getAccessor().isAnnotationPresent(Sensitive.class);
      return new Part(component.getName(), openField(type, component.getName()), isSensitive);
    }

    private static @Nullable Field openField(Class<?> type, String name) {
      try {
        Field field = type.getDeclaredField(name);
        return field.trySetAccessible() ? field : null;
      } catch (NoSuchFieldException absent) {
        return null;
      }
    }

    @Nullable String shown(Object value, Rendering rendering, Allowance allowance) {
      if (field == null) {
        return null;
      }
      try {
        return rendering.shown(field.get(value), allowance);
      } catch (IllegalAccessException closed) {
        return null;
      }
    }
  }
}
