import DauText
import Foundation

/// A word that is wrong after restoration.
public struct WordError: Sendable, Equatable {
  /// What is wrong with it.
  public enum Kind: String, Sendable, CaseIterable {
    /// The true word has a digit in it.
    case number
    /// One word is written as two or more, or the other way round.
    case joins
    /// Only capitals differ.
    case capitals
    /// Only the tone differs: `tính` for `tỉnh`.
    case tone
    /// The letters are right but for their marks: `ă`, `â`, `đ`, `ê`, `ô`, `ơ`, `ư`, perhaps the tone too.
    case marks
    /// Other letters.
    case letters
    /// The word is not there.
    case missing
    /// A word that is not in the true text.
    case added
  }

  /// The place of the true word among the true words; of an added one, that of the true word behind it.
  public var position: Int
  /// The line of the true word; of an added one, that of the true word behind it. From 1.
  public var line: Int
  /// The true word; `nil` for an added one.
  public var gold: String?
  /// The word that was found; `nil` for a missing one.
  public var found: String?
  /// What is wrong with it.
  public var kind: Kind
  /// Whether it was right before restoration.
  public var wasRight: Bool
}

/// A word taken apart as far as the kinds of errors ask.
private struct Shapes {
  var lower: String
  /// Without tones.
  var toneless: String
  /// Without tones, marks and case; `đ` is `d`.
  var bare: String

  init(_ word: String) {
    lower = word.lowercased()
    bare = SearchFolding.fold(word)
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    toneless = String(
      String.UnicodeScalarView(
        lower.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !tones.contains($0) }))
  }
}

extension WordError.Kind {
  /// What is wrong with `found`, which stands for `gold` and differs from it.
  static func of(gold: ScoredText.Word, found: ScoredText.Word) -> Self {
    if gold.isNumber { return .number }
    let (a, b) = (Shapes(gold.text), Shapes(found.text))
    if a.lower == b.lower { return .capitals }
    if a.toneless == b.toneless { return .tone }
    return a.bare == b.bare ? .marks : .letters
  }
}

/// Finds the words that were split or joined among those that are wrong together.
enum Joins {
  /// - Parameters:
  ///   - gold: a run of true words that are wrong, without a right one between them.
  ///   - found: the words that stand there.
  /// - Returns: Which words of both take part in a split or a join, by their places in the runs.
  /// - Complexity: O(*g* + *f*) steps.
  static func members(gold: [String], found: [String]) -> (gold: Set<Int>, found: Set<Int>) {
    guard gold.count != found.count || gold.count > 1 else { return ([], []) }
    let left = gold.map { Shapes($0).bare }
    let right = found.map { Shapes($0).bare }
    var members: (gold: Set<Int>, found: Set<Int>) = ([], [])
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        (i, j) = (i + 1, j + 1)
      } else if i + 1 < left.count, left[i] + left[i + 1] == right[j] {
        members.gold.formUnion([i, i + 1])
        members.found.insert(j)
        (i, j) = (i + 2, j + 1)
      } else if j + 1 < right.count, left[i] == right[j] + right[j + 1] {
        members.gold.insert(i)
        members.found.formUnion([j, j + 1])
        (i, j) = (i + 1, j + 2)
      } else if left.count - i > right.count - j {
        i += 1
      } else if left.count - i < right.count - j {
        j += 1
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
    return members
  }
}
