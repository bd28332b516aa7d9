package dev.tenon.cli;

import java.util.List;
import java.util.Locale;

/** The forms in which contracts are shown. */
enum Format {
  /** For the terminal. */
  TEXT,
  /** For documentation. */
  MARKDOWN,
  /** For programs. */
  JSON;

  /** Contracts in this form, with a line feed at the end. */
  String of(List<FlatContract> contracts) {
    return switch (this) {
      case TEXT -> TextForm.of(contracts);
      case MARKDOWN -> MarkdownForm.of(contracts);
      case JSON -> JsonForm.of(contracts);
    };
  }

  /** As options name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
