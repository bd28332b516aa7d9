package dev.tenon.testkit.domain;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UUID;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.NullUnmarked;

/** Each constraint of sizes, texts and presence on each type of them. */
@NullUnmarked
interface SizeCases {

  void size(
      @Size(min = 2, max = 4) String itsString,
      @Size(min = 2, max = 4) CharSequence itsCharSequence,
      @Size(min = 2, max = 4) Collection<String> itsCollectionOfString,
      @Size(min = 2, max = 4) List<Integer> itsListOfInteger,
      @Size(min = 2, max = 4) Set<Integer> itsSetOfInteger,
      @Size(min = 2, max = 4) SortedSet<Long> itsSortedSetOfLong,
      @Size(min = 2, max = 4) Queue<Integer> itsQueueOfInteger,
      @Size(min = 2, max = 4) Deque<Integer> itsDequeOfInteger,
      @Size(min = 2, max = 4) Map<String, Integer> itsMapOfStringToInteger,
      @Size(min = 2, max = 4) SortedMap<String, Integer> itsSortedMapOfStringToInteger,
      @Size(min = 2, max = 4) ArrayList<String> itsArrayListOfString,
      @Size(min = 2, max = 4) String[] itsStrings,
      @Size(min = 2, max = 4) boolean[] itsbooleans,
      @Size(min = 2, max = 4) byte[] itsbytes,
      @Size(min = 2, max = 4) char[] itschars,
      @Size(min = 2, max = 4) double[] itsdoubles,
      @Size(min = 2, max = 4) float[] itsfloats,
      @Size(min = 2, max = 4) int[] itsints,
      @Size(min = 2, max = 4) long[] itslongs,
      @Size(min = 2, max = 4) short[] itsshorts);

  void sizeMin(
      @Size(min = 3) String itsString,
      @Size(min = 3) CharSequence itsCharSequence,
      @Size(min = 3) Collection<String> itsCollectionOfString,
      @Size(min = 3) List<Integer> itsListOfInteger,
      @Size(min = 3) Set<Integer> itsSetOfInteger,
      @Size(min = 3) SortedSet<Long> itsSortedSetOfLong,
      @Size(min = 3) Queue<Integer> itsQueueOfInteger,
      @Size(min = 3) Deque<Integer> itsDequeOfInteger,
      @Size(min = 3) Map<String, Integer> itsMapOfStringToInteger,
      @Size(min = 3) SortedMap<String, Integer> itsSortedMapOfStringToInteger,
      @Size(min = 3) ArrayList<String> itsArrayListOfString,
      @Size(min = 3) String[] itsStrings,
      @Size(min = 3) boolean[] itsbooleans,
      @Size(min = 3) byte[] itsbytes,
      @Size(min = 3) char[] itschars,
      @Size(min = 3) double[] itsdoubles,
      @Size(min = 3) float[] itsfloats,
      @Size(min = 3) int[] itsints,
      @Size(min = 3) long[] itslongs,
      @Size(min = 3) short[] itsshorts);

  void sizeMax(
      @Size(max = 2) String itsString,
      @Size(max = 2) CharSequence itsCharSequence,
      @Size(max = 2) Collection<String> itsCollectionOfString,
      @Size(max = 2) List<Integer> itsListOfInteger,
      @Size(max = 2) Set<Integer> itsSetOfInteger,
      @Size(max = 2) SortedSet<Long> itsSortedSetOfLong,
      @Size(max = 2) Queue<Integer> itsQueueOfInteger,
      @Size(max = 2) Deque<Integer> itsDequeOfInteger,
      @Size(max = 2) Map<String, Integer> itsMapOfStringToInteger,
      @Size(max = 2) SortedMap<String, Integer> itsSortedMapOfStringToInteger,
      @Size(max = 2) ArrayList<String> itsArrayListOfString,
      @Size(max = 2) String[] itsStrings,
      @Size(max = 2) boolean[] itsbooleans,
      @Size(max = 2) byte[] itsbytes,
      @Size(max = 2) char[] itschars,
      @Size(max = 2) double[] itsdoubles,
      @Size(max = 2) float[] itsfloats,
      @Size(max = 2) int[] itsints,
      @Size(max = 2) long[] itslongs,
      @Size(max = 2) short[] itsshorts);

  void notEmpty(
      @NotEmpty String itsString,
      @NotEmpty CharSequence itsCharSequence,
      @NotEmpty Collection<String> itsCollectionOfString,
      @NotEmpty List<Integer> itsListOfInteger,
      @NotEmpty Set<Integer> itsSetOfInteger,
      @NotEmpty SortedSet<Long> itsSortedSetOfLong,
      @NotEmpty Queue<Integer> itsQueueOfInteger,
      @NotEmpty Deque<Integer> itsDequeOfInteger,
      @NotEmpty Map<String, Integer> itsMapOfStringToInteger,
      @NotEmpty SortedMap<String, Integer> itsSortedMapOfStringToInteger,
      @NotEmpty ArrayList<String> itsArrayListOfString,
      @NotEmpty String[] itsStrings,
      @NotEmpty boolean[] itsbooleans,
      @NotEmpty byte[] itsbytes,
      @NotEmpty char[] itschars,
      @NotEmpty double[] itsdoubles,
      @NotEmpty float[] itsfloats,
      @NotEmpty int[] itsints,
      @NotEmpty long[] itslongs,
      @NotEmpty short[] itsshorts);

  void notBlank(@NotBlank String itsString, @NotBlank CharSequence itsCharSequence);

  void email(@Email String itsString, @Email CharSequence itsCharSequence);

  void length(
      @Length(min = 1, max = 3) String itsString,
      @Length(min = 1, max = 3) CharSequence itsCharSequence);

  void url(@URL String itsString, @URL CharSequence itsCharSequence);

  void urlOf(
      @URL(protocol = "https", host = "example.org", port = 8443) String itsString,
      @URL(protocol = "https", host = "example.org", port = 8443) CharSequence itsCharSequence);

  void uuid(@UUID String itsString, @UUID CharSequence itsCharSequence);

  void uuidOf(
      @UUID(allowEmpty = false, letterCase = UUID.LetterCase.UPPER_CASE) String itsString,
      @UUID(allowEmpty = false, letterCase = UUID.LetterCase.UPPER_CASE)
          CharSequence itsCharSequence);

  void pattern(
      @Pattern(regexp = "[A-Z]{2}[0-9]{2,5}") String itsString,
      @Pattern(regexp = "[A-Z]{2}[0-9]{2,5}") CharSequence itsCharSequence);

  void patternFlags(
      @Pattern(regexp = "ab+c", flags = Pattern.Flag.CASE_INSENSITIVE) String itsString,
      @Pattern(regexp = "ab+c", flags = Pattern.Flag.CASE_INSENSITIVE)
          CharSequence itsCharSequence);

  void patternOr(
      @Pattern(regexp = "(red|green|blue)(-dark)?") String itsString,
      @Pattern(regexp = "(red|green|blue)(-dark)?") CharSequence itsCharSequence);

  void emailOf(
      @Email(regexp = ".+@.+") String itsString,
      @Email(regexp = ".+@.+") CharSequence itsCharSequence);

  void notNull(
      @NotNull Integer itsInteger,
      @NotNull String itsString,
      @NotNull List<Integer> itsListOfInteger,
      @NotNull LocalDate itsLocalDate,
      @NotNull Boolean itsBoolean,
      @NotNull int[] itsints,
      @NotNull Optional<String> itsOptionalOfString);

  void nothing(
      @Null Integer itsInteger,
      @Null String itsString,
      @Null List<Integer> itsListOfInteger,
      @Null LocalDate itsLocalDate,
      @Null Boolean itsBoolean,
      @Null int[] itsints);

  void isTrue(@AssertTrue boolean itsboolean, @AssertTrue Boolean itsBoolean);

  void isFalse(@AssertFalse boolean itsboolean, @AssertFalse Boolean itsBoolean);

  void unique(
      @UniqueElements List<Integer> itsListOfInteger,
      @UniqueElements Collection<String> itsCollectionOfString);
}
