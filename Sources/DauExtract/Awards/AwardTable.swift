import Algorithms

/// A table of awards with its rows and columns understood.
///
/// Accepts a table whose rows name awards and whose columns name recipients (`Tập thể`, `Cá nhân`, `Tổng số`), or
/// whose columns name awards; with columns or flattened by OCR; with two header rows, group rows (`I  Khen thưởng cấp Nhà nước`), sub-rows (`- Khen đột
/// xuất`), totals and the columns of those at the grassroots. Refuses tables that count anything else.
struct AwardTable: Sendable {
  struct Column: Sendable, Equatable {
    var recipient: String?
    /// Whether it sums the columns beside it: `Tổng số`.
    var isTotal = false
    var grassroots = false
    var award: AwardVocabulary.Name?
    var grantor: String?
    var category: String?
    /// The time that it counts for, when it has one of its own.
    var period: String?
    /// The header path, from the top.
    var path: [String]
    /// The columns under one head have one number.
    var group: Int
  }

  enum Role: Sendable, Equatable {
    /// `I  Khen thưởng cấp Nhà nước`: sums the awards below it.
    case group
    /// An award, or one that the table calls by a name the rules do not know.
    case award
    /// `- Khen đột xuất`: divides the award above it.
    case part
    /// `Tổng cộng`.
    case total
    /// The total over several columns, below `Tổng cộng`.
    case grandTotal
    /// A body, in a table whose columns name the awards.
    case body
  }

  struct Row: Sendable {
    var role: Role
    /// Its place among the rows of the printed table.
    var index = 0
    /// All that its lines hold.
    var tokens: Range<Int> = 0..<0
    var label: String
    var award: AwardVocabulary.Name?
    var grantor: String?
    var category: String?
    /// Who received the award, where the row says it: `- Tập thể` below an award.
    var recipient: String?
    /// Whether a Roman number stands before it.
    var isRoman = false
    /// How deep its number lies: `I` 1, `1` 2, `a` and `1.1` 3; nil without a number.
    var depth: Int?
    /// Whether a dash stands before it.
    var isBulleted = false
    /// Header path of the row.
    var path: [String]
    /// By column; nil where nothing is printed.
    var cells: [Cell?]
    /// The columns in which something is printed that cannot be read.
    var unread: Set<Int> = []
    /// The rows that it sums, as indices.
    var parts: [Int] = []
  }

  struct Cell: Sendable {
    var tokens: Range<Int>
    var value: DecimalNumber
    var isDamaged: Bool
    /// How sure its value and its column are, 0...1.
    var confidence: Double
  }

  var rows: [Row]
  /// By column of the table; nil where a column counts nothing.
  var columns: [Column?]
  /// All its tokens.
  var tokens: Range<Int>

  /// The tables of awards in a document.
  ///
  /// - Returns: the tables of awards, those of other things that state sums, and those of awards once more that have
  ///   columns made of others, each in the order of the text.
  /// - Complexity: O(*n*) in bytes.
  static func read(
    _ context: ReadingContext
  ) -> (awards: [AwardTable], summed: [SummedTable], derived: [SummedTable]) {
    var tables: [AwardTable] = []
    var summed: [SummedTable] = []
    var derived: [SummedTable] = []
    for table in TableScanner(context.stream).tables() {
      var parser = AwardTableParser(table, context)
      let awards = parser.parse()
      if let awards { tables.append(awards) }
      guard let sums = SummedTable(table, context.stream, context.vocabulary.awards) else { continue }
      if awards == nil {
        summed.append(sums)
      } else if sums.hasMadeColumns {
        derived.append(sums)
      }
    }
    tables += StackedTableScanner(context).tables().compactMap { AwardTableParser.read($0, context) }
    tables.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let taken = (tables.map(\.tokens) + summed.map(\.tokens)).sorted { $0.lowerBound < $1.lowerBound }
    let flat = FlatTableScanner(context).tables { token in
      let at = taken.partitioningIndex { $0.upperBound > token }
      return at < taken.count && taken[at].contains(token)
    }
    tables += flat.compactMap { AwardTableParser.read($0, context) }
    return (tables.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }, summed, derived)
  }

  /// The candidates without the quantities in cells, which are quantities only through their awards.
  ///
  /// - Parameter tables: the tokens of tables, in any order.
  static func withoutCells(of tables: [Range<Int>], _ candidates: [Candidate]) -> [Candidate] {
    guard !tables.isEmpty else { return candidates }
    let tables = tables.sorted { $0.lowerBound < $1.lowerBound }
    var index = 0
    // Both stand in the order of the text.
    return candidates.filter { candidate in
      while index < tables.count, tables[index].upperBound <= candidate.tokens.lowerBound { index += 1 }
      guard index < tables.count, tables[index].contains(candidate.tokens.lowerBound) else { return true }
      if case .quantity = candidate.fact { return false }
      return true
    }
  }
}
