/// One fact of a document, with the place it was read from.
///
/// The fields and their order on output are those of the records contract; `jsonLine` writes one.
public struct Record: Sendable, Equatable {
  /// What kind of fact it is.
  public enum Kind: String, Sendable, CaseIterable {
    case date, quantity, target, indicator, award, citation, audit
  }

  /// The id of the document: `sha256:` and the hex digest of the ingested bytes.
  public var document: String
  /// The evidence as restored; always equal to the restored text over `span`.
  public var text: String
  /// The same stretch as it stood in the OCR.
  public var sourceText: String
  /// Where `text` stands in the restored text, in Unicode code points.
  public var span: Range<Int>
  /// Where `sourceText` stands in the OCR text, in Unicode code points.
  public var sourceSpan: Range<Int>
  /// The page it stands on, from 1; nil for a text without pages.
  public var page: Int?
  /// The line it begins in, from 1.
  public var line: Int
  /// The numbering path of the section that holds it, such as `III.2`.
  public var section: String?
  /// How likely the record is right, 0...1: how sure its text was restored, times how often a reading of this form is
  /// right where the text is.
  public var confidence: Double
  /// What it says.
  public var fact: Fact

  /// The kind of its fact.
  public var kind: Kind { fact.kind }
}

/// What a record says.
///
/// Indirect: facts are large, and the candidates that hold them are moved, copied and sorted.
public indirect enum Fact: Sendable, Equatable {
  case date(DateFact)
  case quantity(QuantityFact)
  case target(TargetFact)
  case indicator(IndicatorFact)
  case award(AwardFact)
  case citation(CitationFact)
  case audit(AuditFact)

  /// Which of the kinds it is.
  public var kind: Record.Kind {
    switch self {
    case .date: .date
    case .quantity: .quantity
    case .target: .target
    case .indicator: .indicator
    case .award: .award
    case .citation: .citation
    case .audit: .audit
    }
  }
}

/// When something was, is or shall be.
public struct DateFact: Sendable, Equatable {
  /// The date as EDTF; nil when it is no date of our calendar, then `issue` says why.
  public var edtf: String?
  /// How the date is meant; nil for the date itself.
  public var qualifier: DateQualifier?
  /// Whether the year or more was taken from elsewhere in the document.
  public var resolved: Bool
  /// `impossible` for a day that does not exist, `lunar` for a day of the lunar calendar.
  public var issue: String?

  public init(edtf: String?, qualifier: DateQualifier? = nil, resolved: Bool = false, issue: String? = nil) {
    self.edtf = edtf
    self.qualifier = qualifier
    self.resolved = resolved
    self.issue = issue
  }
}

/// How a date is meant: `đầu tháng 10` is the start of October.
public enum DateQualifier: String, Sendable, CaseIterable {
  case start, middle, end, before, after, until, from
}

/// How exact a number is meant.
public enum Bound: String, Sendable, CaseIterable {
  case exact, over, under, about
  case atLeast = "at_least"
  case atMost = "at_most"
}

/// A number with what it counts or measures.
public struct QuantityFact: Sendable, Equatable {
  /// The number with its scale: 2,000,000 for `2 triệu`; nil for a range.
  public var value: DecimalNumber?
  /// The ends of a range, then `value` is nil.
  public var low: DecimalNumber?
  /// The upper end of a range.
  public var high: DecimalNumber?
  /// `percent`, `VND`, `USD`, `m`, ..., or `count`.
  public var unit: String
  /// For `count`: what is counted, as printed, in lower case.
  public var of: String?
  /// How exact the number is meant: `hơn`, `khoảng`, `tối thiểu`.
  public var bound: Bound
  /// What a share is of: 162 in `08/162 phòng`.
  public var outOf: DecimalNumber?
  /// What to look at in the number as it is printed.
  public var issue: QuantityIssue?

  public init(
    value: DecimalNumber?, low: DecimalNumber? = nil, high: DecimalNumber? = nil, unit: String, of: String? = nil,
    bound: Bound = .exact, outOf: DecimalNumber? = nil, issue: QuantityIssue? = nil
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.of = of
    self.bound = bound
    self.outOf = outOf
    self.issue = issue
  }
}

/// Why a number is to be looked at before it is used.
public enum QuantityIssue: String, Sendable, CaseIterable {
  /// Its point and comma stand the other way round than Vietnamese has them: `1,234.5`, `12,537 hồ sơ`.
  case reversed
}

/// What the document demands or promises.
public struct TargetFact: Sendable, Equatable {
  /// Until or at what time something shall be.
  public struct Deadline: Sendable, Equatable {
    /// Nil for a day that does not exist.
    public var edtf: String?
    /// How the date is meant: `before` of `trước ngày 20/02/2017`.
    public var qualifier: DateQualifier?
    public init(edtf: String?, qualifier: DateQualifier?) {
      self.edtf = edtf
      self.qualifier = qualifier
    }
  }

  /// What shall be reached or done, as printed.
  public var subject: String
  /// The words that demand it: `phấn đấu`; nil where none does.
  public var verb: String?
  /// `=`, `>`, `>=`, `<`, `<=`, `between`; nil for a deadline alone.
  public var comparator: String?
  /// The number with its scale; nil for `between` and for a deadline alone.
  public var value: DecimalNumber?
  /// The lower end of `between`.
  public var low: DecimalNumber?
  /// The upper end of `between`.
  public var high: DecimalNumber?
  /// As of a quantity; nil for a deadline alone.
  public var unit: String?
  /// For `count`: what is counted, as printed, in lower case.
  public var of: String?
  /// What a share is of: 20 in `15/20 xã`.
  public var outOf: DecimalNumber?
  /// Nil where the text gives no time.
  public var deadline: Deadline?

  public init(
    subject: String, verb: String?, comparator: String?, value: DecimalNumber? = nil, low: DecimalNumber? = nil,
    high: DecimalNumber? = nil, unit: String? = nil, of: String? = nil, outOf: DecimalNumber? = nil,
    deadline: Deadline? = nil
  ) {
    self.subject = subject
    self.verb = verb
    self.comparator = comparator
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.of = of
    self.outOf = outOf
    self.deadline = deadline
  }
}

/// What the document reports as reached.
public struct IndicatorFact: Sendable, Equatable {
  /// What was reached, as printed.
  public var subject: String
  /// The number with its scale; nil for a range, and when only a comparison is stated.
  public var value: DecimalNumber?
  /// The ends of a range: `từ 5 đến 7 triệu đồng`.
  public var low: DecimalNumber?
  public var high: DecimalNumber?
  /// Nil when only a comparison is stated: `tăng 7,98%`.
  public var unit: String?
  /// For `count`: what is counted, as printed, in lower case.
  public var of: String?
  /// How exact the number is meant.
  public var bound: Bound
  /// The time the number is for, as EDTF.
  public var period: String?
  /// Its per cent of the plan: 95.4 of `bằng 95,4% kế hoạch`.
  public var planPercent: DecimalNumber?
  /// Its per cent of the time before: 110 of `bằng 110% so với cùng kỳ`.
  public var previousPercent: DecimalNumber?
  /// The change in per cent, negative for a loss: -8 of `giảm 8%`.
  public var changePercent: DecimalNumber?
  /// The change in the unit of the value, negative for a loss.
  public var changeValue: DecimalNumber?

  public init(
    subject: String, value: DecimalNumber?, unit: String?, of: String? = nil, bound: Bound = .exact,
    period: String? = nil, planPercent: DecimalNumber? = nil, previousPercent: DecimalNumber? = nil,
    changePercent: DecimalNumber? = nil, changeValue: DecimalNumber? = nil
  ) {
    self.subject = subject
    self.value = value
    self.unit = unit
    self.of = of
    self.bound = bound
    self.period = period
    self.planPercent = planPercent
    self.previousPercent = previousPercent
    self.changePercent = changePercent
    self.changeValue = changeValue
  }
}

/// Who received how many of which award.
public struct AwardFact: Sendable, Equatable {
  /// The canonical name; nil for a tally over several awards.
  public var award: String?
  /// Who gives it: `Chủ tịch nước`; nil where nothing says.
  public var grantor: String?
  /// What kind of recipients they are: `collective`, `individual`, ...; nil where nothing says.
  public var recipient: String?
  /// How many were given.
  public var count: DecimalNumber
  /// The kind of commendation as stated: `khen chuyên đề`, `khen đột xuất`; nil where nothing says.
  public var category: String?
  /// Whether it counts those at the grassroots and at manual work only.
  public var grassroots: Bool
  /// Whether it sums others of the same document.
  public var total: Bool
  /// What it was given for or at, as printed.
  public var occasion: String?
  /// The time that the tally is of, as EDTF.
  public var period: String?
  /// The grade of the award: `hạng Nhất`; nil when it has none or the document does not say.
  public var grade: String?
  /// The symbol of the decision that it rests on: `15/QĐ-UBND`; nil when neither the sentence nor, in a
  /// table, the row names one.
  public var decision: String?
  /// In a table: the header paths of its row and its column, the outermost label first; never empty.
  public var row: [String]?
  /// The same of the column.
  public var column: [String]?

  public init(
    award: String?, grantor: String? = nil, recipient: String?, count: DecimalNumber, category: String? = nil,
    grassroots: Bool = false, total: Bool = false, occasion: String? = nil, period: String? = nil,
    row: [String]? = nil, column: [String]? = nil
  ) {
    self.award = award
    self.grantor = grantor
    self.recipient = recipient
    self.count = count
    self.category = category
    self.grassroots = grassroots
    self.total = total
    self.occasion = occasion
    self.period = period
    self.row = row
    self.column = column
  }
}

/// Another document that this one names.
public struct CitationFact: Sendable, Equatable {
  /// The kind of the cited document, with a capital: `Nghị định`.
  public var type: String
  /// The number of its symbol.
  public var number: String?
  /// Its symbol: `91/2017/NĐ-CP`; nil for a law by its name.
  public var symbol: String?
  /// The date of the cited document as EDTF; for a law its year may be all.
  public var date: String?
  /// Who issued it, as printed.
  public var issuer: String?
  /// What it is about, as printed.
  public var title: String?
  /// The provisions cited, each as a path: `khoản 1 Điều 5`.
  public var provisions: [String]
  /// What citations of one document have in common, however each is printed: `91/2017/nđ-cp`.
  public var key = ""

  public init(
    type: String, number: String? = nil, symbol: String? = nil, date: String? = nil, issuer: String? = nil,
    title: String? = nil, provisions: [String] = []
  ) {
    self.type = type
    self.number = number
    self.symbol = symbol
    self.date = date
    self.issuer = issuer
    self.title = title
    self.provisions = provisions
  }
}

/// Arithmetic that the document implies, checked.
public struct AuditFact: Sendable, Equatable {
  /// What the numbers are to one another.
  public enum Relation: String, Sendable, CaseIterable {
    case sum, ratio, difference
    case tableRow = "table_row"
    case tableColumn = "table_column"
  }
  /// One of the numbers that take part.
  public struct Member: Sendable, Equatable {
    /// Where it stands in the restored text, in Unicode code points.
    public var span: Range<Int>
    /// The line it begins in, from 1.
    public var line: Int
    /// As printed.
    public var text: String
    /// Its value; nil for a cell that cannot be read.
    public var value: DecimalNumber?
    public init(span: Range<Int>, line: Int, text: String, value: DecimalNumber?) {
      self.span = span
      self.line = line
      self.text = text
      self.value = value
    }
  }

  /// What was checked.
  public var relation: Relation
  /// What the document says.
  public var stated: DecimalNumber
  /// What its numbers come to, rounded as the stated one is printed.
  public var computed: DecimalNumber
  public var unit: String
  /// The stated number and those it was computed from, in the order of the text.
  public var members: [Member]
  /// Whether both agree.
  public var holds: Bool
  /// What to look at where they do not: the number whose change would mend most relations.
  public var note: String?

  public init(
    relation: Relation, stated: DecimalNumber, computed: DecimalNumber, unit: String, members: [Member], holds: Bool,
    note: String? = nil
  ) {
    self.relation = relation
    self.stated = stated
    self.computed = computed
    self.unit = unit
    self.members = members
    self.holds = holds
    self.note = note
  }
}
