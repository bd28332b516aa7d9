package dev.tenon.testkit.domain;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.NullUnmarked;

/** Each constraint of numbers on each type of them. */
@NullUnmarked
interface NumberCases {

  void least(
      @Min(10) byte aByte,
      @Min(10) Byte itsByte,
      @Min(10) short aShort,
      @Min(10) Short itsShort,
      @Min(10) int anInt,
      @Min(10) Integer itsInteger,
      @Min(10) long aLong,
      @Min(10) Long itsLong,
      @Min(10) BigInteger itsBigInteger,
      @Min(10) BigDecimal itsBigDecimal,
      @Min(10) float aFloat,
      @Min(10) Float itsFloat,
      @Min(10) double aDouble,
      @Min(10) Double itsDouble,
      @Min(10) Number itsNumber,
      @Min(10) String itsString,
      @Min(10) CharSequence itsCharSequence,
      @Min(10) OptionalInt itsOptionalInt,
      @Min(10) OptionalLong itsOptionalLong,
      @Min(10) OptionalDouble itsOptionalDouble);

  void leastOfAll(
      @Min(-3) byte aByte,
      @Min(-3) Byte itsByte,
      @Min(-3) short aShort,
      @Min(-3) Short itsShort,
      @Min(-3) int anInt,
      @Min(-3) Integer itsInteger,
      @Min(-3) long aLong,
      @Min(-3) Long itsLong,
      @Min(-3) BigInteger itsBigInteger,
      @Min(-3) BigDecimal itsBigDecimal,
      @Min(-3) float aFloat,
      @Min(-3) Float itsFloat,
      @Min(-3) double aDouble,
      @Min(-3) Double itsDouble,
      @Min(-3) Number itsNumber,
      @Min(-3) String itsString,
      @Min(-3) CharSequence itsCharSequence,
      @Min(-3) OptionalInt itsOptionalInt,
      @Min(-3) OptionalLong itsOptionalLong,
      @Min(-3) OptionalDouble itsOptionalDouble);

  void most(
      @Max(100) byte aByte,
      @Max(100) Byte itsByte,
      @Max(100) short aShort,
      @Max(100) Short itsShort,
      @Max(100) int anInt,
      @Max(100) Integer itsInteger,
      @Max(100) long aLong,
      @Max(100) Long itsLong,
      @Max(100) BigInteger itsBigInteger,
      @Max(100) BigDecimal itsBigDecimal,
      @Max(100) float aFloat,
      @Max(100) Float itsFloat,
      @Max(100) double aDouble,
      @Max(100) Double itsDouble,
      @Max(100) Number itsNumber,
      @Max(100) String itsString,
      @Max(100) CharSequence itsCharSequence,
      @Max(100) OptionalInt itsOptionalInt,
      @Max(100) OptionalLong itsOptionalLong,
      @Max(100) OptionalDouble itsOptionalDouble);

  void decimalLeast(
      @DecimalMin("2.5") byte aByte,
      @DecimalMin("2.5") Byte itsByte,
      @DecimalMin("2.5") short aShort,
      @DecimalMin("2.5") Short itsShort,
      @DecimalMin("2.5") int anInt,
      @DecimalMin("2.5") Integer itsInteger,
      @DecimalMin("2.5") long aLong,
      @DecimalMin("2.5") Long itsLong,
      @DecimalMin("2.5") BigInteger itsBigInteger,
      @DecimalMin("2.5") BigDecimal itsBigDecimal,
      @DecimalMin("2.5") float aFloat,
      @DecimalMin("2.5") Float itsFloat,
      @DecimalMin("2.5") double aDouble,
      @DecimalMin("2.5") Double itsDouble,
      @DecimalMin("2.5") Number itsNumber,
      @DecimalMin("2.5") String itsString,
      @DecimalMin("2.5") CharSequence itsCharSequence,
      @DecimalMin("2.5") OptionalInt itsOptionalInt,
      @DecimalMin("2.5") OptionalLong itsOptionalLong,
      @DecimalMin("2.5") OptionalDouble itsOptionalDouble);

  void decimalAbove(
      @DecimalMin(value = "0.1", inclusive = false) byte aByte,
      @DecimalMin(value = "0.1", inclusive = false) Byte itsByte,
      @DecimalMin(value = "0.1", inclusive = false) short aShort,
      @DecimalMin(value = "0.1", inclusive = false) Short itsShort,
      @DecimalMin(value = "0.1", inclusive = false) int anInt,
      @DecimalMin(value = "0.1", inclusive = false) Integer itsInteger,
      @DecimalMin(value = "0.1", inclusive = false) long aLong,
      @DecimalMin(value = "0.1", inclusive = false) Long itsLong,
      @DecimalMin(value = "0.1", inclusive = false) BigInteger itsBigInteger,
      @DecimalMin(value = "0.1", inclusive = false) BigDecimal itsBigDecimal,
      @DecimalMin(value = "0.1", inclusive = false) float aFloat,
      @DecimalMin(value = "0.1", inclusive = false) Float itsFloat,
      @DecimalMin(value = "0.1", inclusive = false) double aDouble,
      @DecimalMin(value = "0.1", inclusive = false) Double itsDouble,
      @DecimalMin(value = "0.1", inclusive = false) Number itsNumber,
      @DecimalMin(value = "0.1", inclusive = false) String itsString,
      @DecimalMin(value = "0.1", inclusive = false) CharSequence itsCharSequence,
      @DecimalMin(value = "0.1", inclusive = false) OptionalInt itsOptionalInt,
      @DecimalMin(value = "0.1", inclusive = false) OptionalLong itsOptionalLong,
      @DecimalMin(value = "0.1", inclusive = false) OptionalDouble itsOptionalDouble);

  void decimalMost(
      @DecimalMax("0.1") byte aByte,
      @DecimalMax("0.1") Byte itsByte,
      @DecimalMax("0.1") short aShort,
      @DecimalMax("0.1") Short itsShort,
      @DecimalMax("0.1") int anInt,
      @DecimalMax("0.1") Integer itsInteger,
      @DecimalMax("0.1") long aLong,
      @DecimalMax("0.1") Long itsLong,
      @DecimalMax("0.1") BigInteger itsBigInteger,
      @DecimalMax("0.1") BigDecimal itsBigDecimal,
      @DecimalMax("0.1") float aFloat,
      @DecimalMax("0.1") Float itsFloat,
      @DecimalMax("0.1") double aDouble,
      @DecimalMax("0.1") Double itsDouble,
      @DecimalMax("0.1") Number itsNumber,
      @DecimalMax("0.1") String itsString,
      @DecimalMax("0.1") CharSequence itsCharSequence,
      @DecimalMax("0.1") OptionalInt itsOptionalInt,
      @DecimalMax("0.1") OptionalLong itsOptionalLong,
      @DecimalMax("0.1") OptionalDouble itsOptionalDouble);

  void decimalBelow(
      @DecimalMax(value = "12.75", inclusive = false) byte aByte,
      @DecimalMax(value = "12.75", inclusive = false) Byte itsByte,
      @DecimalMax(value = "12.75", inclusive = false) short aShort,
      @DecimalMax(value = "12.75", inclusive = false) Short itsShort,
      @DecimalMax(value = "12.75", inclusive = false) int anInt,
      @DecimalMax(value = "12.75", inclusive = false) Integer itsInteger,
      @DecimalMax(value = "12.75", inclusive = false) long aLong,
      @DecimalMax(value = "12.75", inclusive = false) Long itsLong,
      @DecimalMax(value = "12.75", inclusive = false) BigInteger itsBigInteger,
      @DecimalMax(value = "12.75", inclusive = false) BigDecimal itsBigDecimal,
      @DecimalMax(value = "12.75", inclusive = false) float aFloat,
      @DecimalMax(value = "12.75", inclusive = false) Float itsFloat,
      @DecimalMax(value = "12.75", inclusive = false) double aDouble,
      @DecimalMax(value = "12.75", inclusive = false) Double itsDouble,
      @DecimalMax(value = "12.75", inclusive = false) Number itsNumber,
      @DecimalMax(value = "12.75", inclusive = false) String itsString,
      @DecimalMax(value = "12.75", inclusive = false) CharSequence itsCharSequence,
      @DecimalMax(value = "12.75", inclusive = false) OptionalInt itsOptionalInt,
      @DecimalMax(value = "12.75", inclusive = false) OptionalLong itsOptionalLong,
      @DecimalMax(value = "12.75", inclusive = false) OptionalDouble itsOptionalDouble);

  void positive(
      @Positive byte aByte,
      @Positive Byte itsByte,
      @Positive short aShort,
      @Positive Short itsShort,
      @Positive int anInt,
      @Positive Integer itsInteger,
      @Positive long aLong,
      @Positive Long itsLong,
      @Positive BigInteger itsBigInteger,
      @Positive BigDecimal itsBigDecimal,
      @Positive float aFloat,
      @Positive Float itsFloat,
      @Positive double aDouble,
      @Positive Double itsDouble,
      @Positive Number itsNumber,
      @Positive String itsString,
      @Positive CharSequence itsCharSequence,
      @Positive OptionalInt itsOptionalInt,
      @Positive OptionalLong itsOptionalLong,
      @Positive OptionalDouble itsOptionalDouble);

  void positiveOrZero(
      @PositiveOrZero byte aByte,
      @PositiveOrZero Byte itsByte,
      @PositiveOrZero short aShort,
      @PositiveOrZero Short itsShort,
      @PositiveOrZero int anInt,
      @PositiveOrZero Integer itsInteger,
      @PositiveOrZero long aLong,
      @PositiveOrZero Long itsLong,
      @PositiveOrZero BigInteger itsBigInteger,
      @PositiveOrZero BigDecimal itsBigDecimal,
      @PositiveOrZero float aFloat,
      @PositiveOrZero Float itsFloat,
      @PositiveOrZero double aDouble,
      @PositiveOrZero Double itsDouble,
      @PositiveOrZero Number itsNumber,
      @PositiveOrZero String itsString,
      @PositiveOrZero CharSequence itsCharSequence,
      @PositiveOrZero OptionalInt itsOptionalInt,
      @PositiveOrZero OptionalLong itsOptionalLong,
      @PositiveOrZero OptionalDouble itsOptionalDouble);

  void negative(
      @Negative byte aByte,
      @Negative Byte itsByte,
      @Negative short aShort,
      @Negative Short itsShort,
      @Negative int anInt,
      @Negative Integer itsInteger,
      @Negative long aLong,
      @Negative Long itsLong,
      @Negative BigInteger itsBigInteger,
      @Negative BigDecimal itsBigDecimal,
      @Negative float aFloat,
      @Negative Float itsFloat,
      @Negative double aDouble,
      @Negative Double itsDouble,
      @Negative Number itsNumber,
      @Negative String itsString,
      @Negative CharSequence itsCharSequence,
      @Negative OptionalInt itsOptionalInt,
      @Negative OptionalLong itsOptionalLong,
      @Negative OptionalDouble itsOptionalDouble);

  void negativeOrZero(
      @NegativeOrZero byte aByte,
      @NegativeOrZero Byte itsByte,
      @NegativeOrZero short aShort,
      @NegativeOrZero Short itsShort,
      @NegativeOrZero int anInt,
      @NegativeOrZero Integer itsInteger,
      @NegativeOrZero long aLong,
      @NegativeOrZero Long itsLong,
      @NegativeOrZero BigInteger itsBigInteger,
      @NegativeOrZero BigDecimal itsBigDecimal,
      @NegativeOrZero float aFloat,
      @NegativeOrZero Float itsFloat,
      @NegativeOrZero double aDouble,
      @NegativeOrZero Double itsDouble,
      @NegativeOrZero Number itsNumber,
      @NegativeOrZero String itsString,
      @NegativeOrZero CharSequence itsCharSequence,
      @NegativeOrZero OptionalInt itsOptionalInt,
      @NegativeOrZero OptionalLong itsOptionalLong,
      @NegativeOrZero OptionalDouble itsOptionalDouble);

  void digits(
      @Digits(integer = 2, fraction = 1) byte aByte,
      @Digits(integer = 2, fraction = 1) Byte itsByte,
      @Digits(integer = 2, fraction = 1) short aShort,
      @Digits(integer = 2, fraction = 1) Short itsShort,
      @Digits(integer = 2, fraction = 1) int anInt,
      @Digits(integer = 2, fraction = 1) Integer itsInteger,
      @Digits(integer = 2, fraction = 1) long aLong,
      @Digits(integer = 2, fraction = 1) Long itsLong,
      @Digits(integer = 2, fraction = 1) BigInteger itsBigInteger,
      @Digits(integer = 2, fraction = 1) BigDecimal itsBigDecimal,
      @Digits(integer = 2, fraction = 1) float aFloat,
      @Digits(integer = 2, fraction = 1) Float itsFloat,
      @Digits(integer = 2, fraction = 1) double aDouble,
      @Digits(integer = 2, fraction = 1) Double itsDouble,
      @Digits(integer = 2, fraction = 1) Number itsNumber,
      @Digits(integer = 2, fraction = 1) String itsString,
      @Digits(integer = 2, fraction = 1) CharSequence itsCharSequence,
      @Digits(integer = 2, fraction = 1) OptionalInt itsOptionalInt,
      @Digits(integer = 2, fraction = 1) OptionalLong itsOptionalLong,
      @Digits(integer = 2, fraction = 1) OptionalDouble itsOptionalDouble);

  void fractions(
      @Digits(integer = 0, fraction = 2) BigDecimal itsBigDecimal,
      @Digits(integer = 0, fraction = 2) float aFloat,
      @Digits(integer = 0, fraction = 2) Float itsFloat,
      @Digits(integer = 0, fraction = 2) double aDouble,
      @Digits(integer = 0, fraction = 2) Double itsDouble,
      @Digits(integer = 0, fraction = 2) Number itsNumber,
      @Digits(integer = 0, fraction = 2) String itsString,
      @Digits(integer = 0, fraction = 2) CharSequence itsCharSequence,
      @Digits(integer = 0, fraction = 2) OptionalDouble itsOptionalDouble);

  void wholes(
      @Digits(integer = 2, fraction = 0) byte aByte,
      @Digits(integer = 2, fraction = 0) Byte itsByte,
      @Digits(integer = 2, fraction = 0) short aShort,
      @Digits(integer = 2, fraction = 0) Short itsShort,
      @Digits(integer = 2, fraction = 0) int anInt,
      @Digits(integer = 2, fraction = 0) Integer itsInteger,
      @Digits(integer = 2, fraction = 0) long aLong,
      @Digits(integer = 2, fraction = 0) Long itsLong,
      @Digits(integer = 2, fraction = 0) BigInteger itsBigInteger,
      @Digits(integer = 2, fraction = 0) BigDecimal itsBigDecimal,
      @Digits(integer = 2, fraction = 0) float aFloat,
      @Digits(integer = 2, fraction = 0) Float itsFloat,
      @Digits(integer = 2, fraction = 0) double aDouble,
      @Digits(integer = 2, fraction = 0) Double itsDouble,
      @Digits(integer = 2, fraction = 0) Number itsNumber,
      @Digits(integer = 2, fraction = 0) String itsString,
      @Digits(integer = 2, fraction = 0) CharSequence itsCharSequence,
      @Digits(integer = 2, fraction = 0) OptionalInt itsOptionalInt,
      @Digits(integer = 2, fraction = 0) OptionalLong itsOptionalLong,
      @Digits(integer = 2, fraction = 0) OptionalDouble itsOptionalDouble);

  void range(
      @Range(min = 3, max = 9) byte aByte,
      @Range(min = 3, max = 9) Byte itsByte,
      @Range(min = 3, max = 9) short aShort,
      @Range(min = 3, max = 9) Short itsShort,
      @Range(min = 3, max = 9) int anInt,
      @Range(min = 3, max = 9) Integer itsInteger,
      @Range(min = 3, max = 9) long aLong,
      @Range(min = 3, max = 9) Long itsLong,
      @Range(min = 3, max = 9) BigInteger itsBigInteger,
      @Range(min = 3, max = 9) BigDecimal itsBigDecimal,
      @Range(min = 3, max = 9) float aFloat,
      @Range(min = 3, max = 9) Float itsFloat,
      @Range(min = 3, max = 9) double aDouble,
      @Range(min = 3, max = 9) Double itsDouble,
      @Range(min = 3, max = 9) Number itsNumber,
      @Range(min = 3, max = 9) String itsString,
      @Range(min = 3, max = 9) CharSequence itsCharSequence,
      @Range(min = 3, max = 9) OptionalInt itsOptionalInt,
      @Range(min = 3, max = 9) OptionalLong itsOptionalLong,
      @Range(min = 3, max = 9) OptionalDouble itsOptionalDouble);
}
