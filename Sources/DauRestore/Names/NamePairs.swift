import DauLanguage
import Foundation

/// How likely a word is after another inside the names that a document may speak of.
///
/// The language model knows no capitals and has hardly met the names of communes. A word with a capital behind the first
/// of a name is therefore judged by the names too: P = max(P(word | all before), share · P(word | the first, in a name)).
struct NamePairs: Sendable {
  /// How much of the words with a capital behind the first word of a name is told by the names. On report459a a third
  /// mends what a tenth does, but breaks twice as many words that begin like a name.
  static let share: Float = 0.1
  private static let log10Share = Foundation.log10(share)

  private let people: PersonalNames
  private var log10: [UInt32: Float] = [:]
  /// By word, a bit: whether it stands behind another in a name.
  private var seconds = [UInt64](repeating: 0, count: 1 << 10)

  /// - Parameters:
  ///   - names: by their words in small letters.
  ///   - people: the syllables of personal names.
  init(_ names: [[WordID]], people: PersonalNames) {
    self.people = people
    var firsts: [WordID: Float] = [:]
    var pairs: [UInt32: Float] = [:]
    for words in names {
      for (first, second) in zip(words, words.dropFirst()) where first != .unknown && second != .unknown {
        firsts[first, default: 0] += 1
        pairs[Self.key(first, second), default: 0] += 1
        seconds[Int(second.rawValue >> 6)] |= 1 << UInt64(second.rawValue & 63)
      }
    }
    for (key, count) in pairs {
      let all = firsts[WordID(UInt16(truncatingIfNeeded: key >> 16))] ?? 0
      log10[key] = Foundation.log10(Self.share * count / (all + 1))
    }
  }

  private static func key(_ first: WordID, _ second: WordID) -> UInt32 {
    UInt32(first.rawValue) << 16 | UInt32(second.rawValue)
  }

  /// Whether a word stands behind another in any name.
  func mayFollow(_ word: WordID) -> Bool {
    seconds[Int(word.rawValue >> 6)] >> UInt64(word.rawValue & 63) & 1 != 0 || people.mayFollow(word)
  }

  /// log10 of the share times P(`second` | `first`) among the names; nil for a pair of no name.
  func score(_ second: WordID, after first: WordID) -> Float? {
    let personal = people.log10(second, after: first).map { $0 + Self.log10Share }
    guard let place = log10[Self.key(first, second)] else { return personal }
    return max(place, personal ?? place)
  }
}
