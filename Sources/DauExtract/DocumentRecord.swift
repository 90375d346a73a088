/// What a document says about itself: its letterhead, title, signature, recipients and sections.
public struct DocumentRecord: Sendable, Equatable {
  public struct Signer: Sendable, Equatable {
    /// `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` in printed order.
    public var authority: [String]
    /// Whom each authority stands for: `Ủy ban nhân dân`, `Chủ tịch`.
    public var onBehalfOf: [String]
    public var position: String?
    public var name: String?
    public init(authority: [String] = [], onBehalfOf: [String] = [], position: String? = nil, name: String? = nil) {
      self.authority = authority
      self.onBehalfOf = onBehalfOf
      self.position = position
      self.name = name
    }
  }

  /// A digital signature with its time.
  public struct Signature: Sendable, Equatable {
    public var signer: String?
    /// EDTF with time, and with the zone when one is printed.
    public var time: String
    public init(signer: String?, time: String) {
      self.signer = signer
      self.time = time
    }
  }

  public struct Section: Sendable, Equatable {
    /// The part above the numbering: `Phần thứ nhất`, `Phụ lục 1`.
    public var part: String?
    /// The numbering path: `III.2`; nil for a part itself.
    public var number: String?
    /// The heading; nil when the number begins a paragraph of running text.
    public var heading: String?
    /// The line it begins in, from 1.
    public var line: Int
    /// From its number to the next section, in Unicode code points of the restored text.
    public var span: Range<Int>
    public init(part: String?, number: String?, heading: String?, line: Int, span: Range<Int>) {
      self.part = part
      self.number = number
      self.heading = heading
      self.line = line
      self.span = span
    }
  }

  public var id: String
  public var file: String?
  public var type: String?
  public var number: String?
  public var symbol: String?
  public var issuer: String?
  public var place: String?
  /// The day of issue as EDTF.
  public var issued: String?
  public var title: String?
  public var signer: Signer?
  public var signatures: [Signature]
  public var recipients: [String]
  public var sections: [Section]
  /// The number of pages; nil for a text without pages.
  public var pages: Int?
  /// The version of the rules and the model used.
  public var rules: String

  public init(
    id: String, file: String?, type: String? = nil, number: String? = nil, symbol: String? = nil,
    issuer: String? = nil, place: String? = nil, issued: String? = nil, title: String? = nil, signer: Signer? = nil,
    signatures: [Signature] = [], recipients: [String] = [], sections: [Section] = [], pages: Int? = nil,
    rules: String
  ) {
    self.id = id
    self.file = file
    self.type = type
    self.number = number
    self.symbol = symbol
    self.issuer = issuer
    self.place = place
    self.issued = issued
    self.title = title
    self.signer = signer
    self.signatures = signatures
    self.recipients = recipients
    self.sections = sections
    self.pages = pages
    self.rules = rules
  }
}
