/// The numbers that numbered paragraphs began with, to tell whether a line goes on counting.
///
/// A wrapped line may begin with a number by chance, `... tại khoản` above `2. Đồng thời ...`; one that counts on from the
/// paragraphs before it begins a paragraph though the line above it ends without a mark.
struct ParagraphCounting {
  /// From the outermost.
  enum Level: Int, Comparable {
    case capital, roman, article, arabic, letter

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  struct Number: Equatable {
    var level: Level
    /// 1.2 is [1, 2].
    var components: [Int]
  }

  /// The number of the open paragraph; nil when it has none.
  private var open: Number?
  /// The last number of each level that is not closed by one further out.
  private var last: [Level: [Int]] = [:]

  /// Takes the number of a paragraph that begins; nil when it has none.
  mutating func begin(_ number: Number?) {
    open = number
    guard let number else { return }
    last = last.filter { $0.key <= number.level }
    last[number.level] = number.components
  }

  /// Whether a number is the next of its level, or the first below the paragraph that is open.
  func goesOn(_ number: Number) -> Bool {
    guard let open else { return false }
    let first = number.components.last == 1
    if number.level > open.level { return first && number.components.count == 1 }
    if number.level == .arabic, open.level == .arabic, first,
      number.components.dropLast().elementsEqual(open.components)
    {
      return true
    }
    guard let before = last[number.level], number.components.count <= before.count else { return false }
    var next = Array(before.prefix(number.components.count))
    next[next.count - 1] += 1
    return next == number.components
  }
}
