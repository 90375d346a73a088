/// A table of anything but awards that states sums: a row `Tổng cộng`, or a column `Tổng số`.
///
/// Accepts whole and decimal numbers in columns, rows in groups (`I`, `II`) with the group's own sums, the total above or
/// below what it sums, signed numbers, columns of deductions (`Điểm trừ`). Leaves out columns that do not add up (`Tỷ lệ (%)`,
/// `Đơn giá`), and sub-rows (`- Trong đó`). Refuses
/// tables that only look so: a sum counts where it holds in most columns, or in most rows, for only then is it known which
/// rows and columns are meant; and what fails beside those is a fault.
struct SummedTable {
  /// One number of the table.
  struct Cell {
    var tokens: Range<Int>
    var value: DecimalNumber
    var isDamaged: Bool

    /// The cell as it enters a sum that it is taken off from.
    var deducted: Cell { Cell(tokens: tokens, value: -value, isDamaged: isDamaged) }
  }
  /// A total and what it sums, in one column or in one row.
  struct Sum {
    var stated: Cell
    var parts: [Cell]
    var relation: AuditFact.Relation
    /// The total's label.
    var label: String
  }

  struct Row {
    enum Kind { case total, group, item, part }
    var kind: Kind
    var label: Range<Int>
    /// By column of numbers; nil where nothing is printed.
    var cells: [Cell?]
    /// The columns in which something is printed that cannot be read.
    var unread: Set<Int>
  }

  private let stream: TokenStream
  private let awards: AwardVocabulary
  private(set) var rows: [Row] = []
  private(set) var columns: [Column] = []
  /// All its tokens.
  let tokens: Range<Int>

  struct Column {
    enum Made { case share, change, growth, rest }
    var index: Int
    var isTotal: Bool
    /// Whether it is taken off: `Điểm trừ`.
    var isDeducted: Bool
    /// Whether its numbers can be summed.
    var adds: Bool
    /// How it was made of others; nil for what was counted or measured.
    var made: Made?
    /// The words of its head, from the top row down.
    var head: [WordKey]
  }

  /// - Returns: nil for a table without two rows of numbers and without a total.
  /// - Complexity: O(*c*) in cells.
  init?(_ table: DocumentTable, _ stream: TokenStream, _ awards: AwardVocabulary) {
    self.stream = stream
    self.awards = awards
    let (first, last) = (table.rows[0].line, table.rows[table.rows.count - 1].lastLine)
    tokens = stream.tokens(ofLine: first).lowerBound..<stream.tokens(ofLine: last).upperBound
    guard let head = AwardTableHead(table, stream, awards).rowCount(), head < table.rows.count else { return nil }
    columns = withNamedTotal(numberColumns(table, head: head), table, head: head)
    guard let start = columns.first?.index, start > 0 else { return nil }
    rows = table.rows[head...].compactMap { row($0, labels: 0..<start) }
    // `Tổng chi` ends the table; elsewhere it is what it names.
    if let last = rows.indices.last, rows[last].kind == .item, let first = rows[last].label.first,
      rows[last].label.count == 2,
      // `Cả năm` below four quarters.
      AwardLabel.isTotal(stream, first) || stream[first].key == "cả" && stream[first + 1].key == Words.nam
    {
      rows[last].kind = .total
    }
    guard rows.count(where: { $0.cells.contains { $0 != nil } }) >= 3,
      rows.contains(where: { $0.kind == .total }) || columns.contains(where: { $0.isTotal || $0.made != nil })
    else { return nil }
  }

  // MARK: Columns

  /// The columns whose filled cells are numbers, from the first behind the labels.
  private func numberColumns(_ table: DocumentTable, head: Int) -> [Column] {
    (1..<max(table.columnCount, 1)).compactMap { index in
      let cells = table.rows[head...].map { $0.cells[index] }.filter { !$0.isEmpty && !isStroke($0.tokens) }
      let numbers = cells.count { number($0.tokens) != nil }
      guard numbers >= 2, numbers * 3 >= cells.count * 2 else { return nil }
      let heads = table.rows[..<head].map { $0.cells[index] }.filter { !$0.isEmpty }
      let leaf = heads.last?.tokens ?? 0..<0
      // `Tỷ lệ`, `Mức`, `So sánh` add up as little as shares do; what is no award may be money, `Kinh phí`, `Tiền thưởng`.
      let adds = !heads.contains { head in
        let lead = stream[head.tokens.lowerBound].key
        return awards.noAwardColumns.contains(lead) && !Self.money.contains(lead)
          || head.tokens.contains { stream[$0].isSign("%") }
      }
      let isYear =
        leaf.count == 2 && stream[leaf.lowerBound].key == "cả" && stream[leaf.lowerBound + 1].key == Words.nam
      return Column(
        index: index, isTotal: !leaf.isEmpty && isTotalLabel(leaf) || isYear,
        isDeducted: leaf.contains { stream[$0].key == "trừ" }, adds: adds, made: made(heads.map(\.tokens)),
        head: heads.flatMap { $0.tokens.filter { stream[$0].isWord }.map { stream[$0].key } })
    }
  }

  /// Behind `toàn`, all of which places it is.
  private static let areas: WordSet = [
    "tỉnh", "huyện", "xã", "ngành", "quốc", "bộ", "cụm", "khối", "đảng", "trường", "thành", "thị", "cục", "vùng",
    "đoàn",
  ]
  private static let money: WordSet = ["kinh", "tiền"]

  /// Without a column `Tổng số` the one that begins with `Tổng` may be it: `Tổng điểm`.
  private func withNamedTotal(_ columns: [Column], _ table: DocumentTable, head: Int) -> [Column] {
    guard !columns.contains(where: \.isTotal) else { return columns }
    let named = columns.indices.filter { at in
      let heads = table.rows[..<head].map { $0.cells[columns[at].index].tokens }.filter { !$0.isEmpty }
      // `Tổng` over `kinh phí` is one head in two lines.
      let isCut = heads.count > 1 && heads[0].count == 1 && !stream[heads[1].lowerBound].isCapital
      let leaf = isCut ? heads[0] : heads.last ?? 0..<0
      return columns[at].made == nil && leaf.first.map { AwardLabel.isTotal(stream, $0) } ?? false
    }
    guard named.count == 1, let only = named.first else { return columns }
    var columns = columns
    columns[only].isTotal = true
    return columns
  }

  /// `Đạt (%)`, `(5)/(4)`, `Cơ cấu (%)`, `Tăng so với năm 2018`, `Tăng, giảm (%)`, `Còn lại`.
  private func made(_ heads: [Range<Int>]) -> Column.Made? {
    if let leaf = heads.last, stream[leaf.lowerBound].key == "còn" { return .rest }
    let isPercent = heads.contains { head in head.contains { stream[$0].isSign("%") } || isQuotient(head) }
    let isChange = heads.contains { Self.changes.contains(stream[$0.lowerBound].key) }
    return isPercent ? (isChange ? .growth : .share) : isChange ? .change : nil
  }

  private static let changes: WordSet = ["tăng", "giảm"]

  /// `(5)/(4)`: one column over another.
  private func isQuotient(_ head: Range<Int>) -> Bool {
    head.count == 7 && stream[head.lowerBound].isSign("(") && stream[head.lowerBound + 1].isNumber
      && stream[head.lowerBound + 3].isSign("/") && stream[head.lowerBound + 5].isNumber
  }

  private func isStroke(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { stream[$0].isDash || stream[$0].isSign("/") }
  }

  /// `1.250,5`, `12`, `-6`, `+9,4`; a letter for a digit is read in whole numbers only.
  private func number(_ tokens: Range<Int>) -> Cell? {
    if let sign = tokens.first, tokens.count > 1, stream[sign].isDash || stream[sign].isSign("+"),
      stream[sign + 1].isNumber,
      stream[sign + 1].isJoined, let value = CellNumber.decimal(tokens.dropFirst(), in: stream)
    {
      return Cell(tokens: tokens, value: stream[sign].isDash ? -value : value, isDamaged: false)
    }
    if let whole = CellNumber.read(tokens, in: stream) {
      return Cell(tokens: tokens, value: whole.value, isDamaged: whole.isDamaged)
    }
    return CellNumber.decimal(tokens, in: stream).map { Cell(tokens: tokens, value: $0, isDamaged: false) }
  }

  // MARK: Rows

  private func row(_ row: DocumentTable.Row, labels: Range<Int>) -> Row? {
    let cells = columns.map { number(row.cells[$0.index].tokens) }
    let unread = columns.indices.filter { at in
      let tokens = row.cells[columns[at].index].tokens
      return cells[at] == nil && tokens.contains { stream[$0].isWord || stream[$0].isNumber }
    }
    let named = row.cells[labels].filter { !$0.isEmpty }
    let label = named.first { !AwardLabel.isNumbering($0.tokens, in: stream) }?.tokens ?? 0..<0
    guard let first = label.first ?? named.first?.tokens.first else { return nil }
    var kind = Row.Kind.item
    if !label.isEmpty, isTotalLabel(label) {
      kind = .total
    } else if let lead = led(named[0].tokens) {
      kind = lead
    } else if stream[first].isBullet || isSubNumber(named[0].tokens) {
      kind = .part
    } else if let lead = named[0].tokens.first, stream[lead].isWord, stream[lead].isAllCapitals,
      AwardLabel.isNumbering(named[0].tokens, in: stream)
    {
      kind = .group
    }
    return Row(kind: kind, label: label, cells: cells, unread: Set(unread))
  }

  /// `I. Vốn ngân sách địa phương`, `1. Thu tiền sử dụng đất`: what a label that begins with its number is; nil where none does.
  private func led(_ label: Range<Int>) -> Row.Kind? {
    guard label.count > 2, case let lead = stream[label.lowerBound], stream[label.lowerBound + 1].isSign("."),
      stream[label.lowerBound + 1].isJoined
    else { return nil }
    if lead.isNumber { return stream[label.lowerBound + 2].isNumber ? .part : .item }
    return lead.isAllCapitals && RomanNumeral.value(of: lead, in: stream) != nil ? .group : nil
  }

  /// `1.1`, `a`: divides the row above.
  private func isSubNumber(_ tokens: Range<Int>) -> Bool {
    let token = stream[tokens.lowerBound]
    if token.isNumber {
      return tokens.count(where: { stream[$0].isNumber }) > 1 && AwardLabel.isNumbering(tokens, in: stream)
    }
    return token.isWord && token.bytes.count == 1 && !token.isCapital
  }

  /// `Tổng cộng`, `Cộng`, `TỔNG SỐ (I+II)`, `Toàn tỉnh`; `Tổng số hộ` and `Tổng thu ngân sách` are what they name.
  private func isTotalLabel(_ tokens: Range<Int>) -> Bool {
    let label = tokens.prefix { stream[$0].isWord }
    if label.count == tokens.count, label.count == 2, let first = label.first, stream[first].key == "toàn",
      Self.areas.contains(stream[first + 1].key)
    {
      return true
    }
    guard let first = label.first else { return false }
    // `Tổng biên chế (I + II + III)`
    let behind = label.endIndex
    if label.count <= 4, stream[first].key == "tổng" || stream[first].key == "cộng", behind + 2 < tokens.upperBound,
      stream[behind].isSign("("), RomanNumeral.value(of: stream[behind + 1], in: stream) != nil,
      stream[behind + 2].isSign("+")
    {
      return true
    }
    guard label.count <= 2, AwardLabel.isTotal(stream, first) else { return false }
    return label.count == 1 || stream[first + 1].key == "số" || stream[first + 1].key == "cộng"
      || FoldedLetters.isWord(stream, first + 1, "cong")
  }

  // MARK: Sums

  /// The sums that the table states.
  func sums() -> [Sum] { columnSums() + groupSums() + rowSums() }

  private func columnSums() -> [Sum] {
    var sums: [Sum] = []
    for (index, total) in rows.enumerated() where total.kind == .total {
      guard let parts = parts(of: index) else { continue }
      let made = columns.indices.compactMap { columns[$0].adds ? columnSum(at: $0, of: total, parts) : nil }
      let holding = made.count { $0.holds }
      // One column alone that fails may be no sum at all; of several that hold the others are faults.
      if holding > 0, holding * 2 >= made.count { sums += made }
    }
    return sums
  }

  /// A cell against those of some rows in its column; nil where one cannot be read or fewer than two are filled.
  private func columnSum(at column: Int, of row: Row, _ parts: [Int]) -> Sum? {
    guard let stated = row.cells[column], !parts.contains(where: { rows[$0].unread.contains(column) }) else {
      return nil
    }
    let cells = parts.compactMap { rows[$0].cells[column] }
    return cells.count < 2 ? nil : Sum(stated: stated, parts: cells, relation: .tableColumn, label: text(row.label))
  }

  /// A group `II` against its items `1`, `2`: told where most groups are the sums of theirs.
  private func groupSums() -> [Sum] {
    var made: [Sum] = []
    for (index, group) in rows.enumerated() where group.kind == .group {
      let end = rows[(index + 1)...].firstIndex { $0.kind == .group || $0.kind == .total } ?? rows.count
      let items = (index + 1..<end).filter { rows[$0].kind == .item }
      made += columns.indices.compactMap { at in
        let isOwn = columns[at].adds && (columns[at].made == nil || columns[at].made == .rest)
        return isOwn ? columnSum(at: at, of: group, items) : nil
      }
    }
    let holding = made.count { $0.holds }
    return holding >= 2 && holding * 2 >= made.count ? made : []
  }

  /// The rows that a total sums: the groups above it, or its items; below it when it stands first.
  private func parts(of index: Int) -> [Int]? {
    let isFirst = rows[..<index].allSatisfy { $0.kind == .total || $0.cells.allSatisfy { $0 == nil } }
    let range: Range<Int>
    if isFirst {
      range = (index + 1)..<(rows[(index + 1)...].firstIndex { $0.kind == .total } ?? rows.count)
    } else {
      range = ((rows[..<index].lastIndex { $0.kind == .total }) ?? -1) + 1..<index
    }
    let groups = range.filter { rows[$0].kind == .group && rows[$0].cells.contains { $0 != nil } }
    let items = range.filter { rows[$0].kind == .item }
    // `Tổng số` above `- Mầm non`, `- Tiểu học`
    let subs = range.filter { rows[$0].kind == .part && rows[$0].cells.contains { $0 != nil } }
    let parts = groups.count >= 2 ? groups : items.isEmpty && isFirst ? subs : items
    return parts.count >= 2 ? parts : nil
  }

  /// A column `Tổng số` against the columns up to the next; before it when it is the last.
  private func rowSums() -> [Sum] {
    var sums: [Sum] = []
    for at in columns.indices where columns[at].isTotal && columns[at].adds {
      let end = columns[(at + 1)...].firstIndex { $0.isTotal } ?? columns.count
      let start = columns[..<at].lastIndex { $0.isTotal }.map { $0 + 1 } ?? 0
      let parts = (end - at > 2 ? Array(at + 1..<end) : Array(start..<at)).filter { columns[$0].adds }
      guard parts.count >= 2 else { continue }
      let made = rowSums(of: at, parts)
      sums += made.isEmpty ? namedRowSums(of: at) : made
    }
    return sums
  }

  /// A column `Tổng kinh phí` against those before it that are headed `Kinh phí ...`, with others between that count
  /// things.
  private func namedRowSums(of total: Int) -> [Sum] {
    guard let named = columns[total].head.drop(while: { !Self.totals.contains($0) }).dropFirst().first else {
      return []
    }
    let before = columns.indices[..<total]
    let parts = before.filter { columns[$0].adds && !columns[$0].isTotal && columns[$0].head.contains(named) }
    return parts.count >= 2 && parts.count < before.count ? rowSums(of: total, parts) : []
  }

  /// A column against some others, row by row; nothing where most rows do not agree.
  private func rowSums(of total: Int, _ parts: [Int]) -> [Sum] {
    let made = rows.compactMap { row -> Sum? in
      guard let stated = row.cells[total], !parts.contains(where: { row.unread.contains($0) }) else { return nil }
      let cells = parts.compactMap { at in row.cells[at].map { columns[at].isDeducted ? $0.deducted : $0 } }
      return cells.count < 2 ? nil : Sum(stated: stated, parts: cells, relation: .tableRow, label: text(row.label))
    }
    let holding = made.count { $0.holds }
    return holding >= 2 && holding * 2 >= made.count ? made : []
  }

  private static let totals: WordSet = ["tổng", "cộng"]

  func text(_ label: Range<Int>) -> String { AwardLabel.text(of: label, in: stream) }
}

extension SummedTable.Sum {
  /// The sum of the parts; nil for numbers beyond any document.
  var computed: DecimalNumber? {
    parts.reduce(DecimalNumber.zero as DecimalNumber?) { $0?.adding($1.value) }
  }

  /// Whether the total is the sum of the parts, as far as they were rounded: by half a unit of the last place each.
  var holds: Bool {
    guard let computed, let difference = computed.subtracting(stated.value)?.magnitude else { return false }
    let places = ([stated] + parts).reduce(0) { max($0, $1.value.scale) }
    if places == 0 || difference == .zero { return difference == .zero }
    let slack = DecimalNumber(digits: Int128(5 * (parts.count + 1)), scale: places + 1)
    return difference <= slack
  }
}

extension SummedTable {
  /// The sums of tables as audits. One that fails beside a misread digit tells of the scan and is left out.
  ///
  /// - Complexity: O(*c*) in cells.
  static func audits(of tables: [SummedTable]) -> [Candidate] {
    tables.flatMap { table in
      table.sums().compactMap { audit(of: $0) } + table.faults().map { audit(of: $0) }
    }
  }

  /// What does not agree in the columns of tables of awards that were made of others, as audits; their sums are told
  /// elsewhere.
  static func audits(ofDerived tables: [SummedTable]) -> [Candidate] {
    tables.flatMap { $0.faultsOfMadeColumns().map { audit(of: $0) } }
  }

  private static func audit(of sum: Sum) -> Candidate? {
    guard let computed = sum.computed else { return nil }
    let isDamaged = ([sum.stated] + sum.parts).contains(where: \.isDamaged)
    if isDamaged, !sum.holds { return nil }
    let fact = AuditFact(
      relation: sum.relation, stated: sum.stated.value, computed: computed, unit: "count", members: [],
      holds: sum.holds, note: sum.label)
    return candidate(fact, sum.stated, sum.parts, confidence: isDamaged ? 0.6 : 0.8)
  }

  private static func audit(of fault: Fault) -> Candidate {
    let fact = AuditFact(
      relation: fault.relation, stated: fault.stated.value, computed: fault.computed,
      unit: fault.relation == .ratio ? "percent" : "count", members: [], holds: false, note: fault.label)
    return candidate(fact, fault.stated, fault.parts, confidence: 0.7)
  }

  private static func candidate(_ fact: AuditFact, _ stated: Cell, _ parts: [Cell], confidence: Double) -> Candidate {
    var candidate = Candidate(.audit(fact), tokens: stated.tokens, claim: 0..<0, confidence: confidence)
    candidate.members = parts.map { Candidate.Member(tokens: $0.tokens, value: $0.value) }
    return candidate
  }
}
