/// What a document says about itself: its letterhead, title, signature, recipients and sections.
public struct DocumentRecord: Sendable, Equatable {
  /// Who signed, and for whom.
  public struct Signer: Sendable, Equatable {
    /// `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` in printed order.
    public var authority: [String]
    /// Whom each authority stands for: `Ủy ban nhân dân`, `Chủ tịch`.
    public var onBehalfOf: [String]
    /// As printed: `Phó Chủ tịch`; nil where none is.
    public var position: String?
    /// As printed; nil where the document has none, as one that only a stamp closes.
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
    /// Who or what signed, as the signature names it.
    public var signer: String?
    /// EDTF with time, and with the zone when one is printed.
    public var time: String
    public init(signer: String?, time: String) {
      self.signer = signer
      self.time = time
    }
  }

  /// A numbered section, or a part above the numbering.
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

  /// `sha256:` and the hex digest of the ingested bytes.
  public var id: String
  /// The name of the file it was read from; nil for standard input.
  public var file: String?
  /// The kind of document, with a capital: `Quyết định`, `Kế hoạch`.
  public var type: String?
  /// The number of the symbol as printed: `162`, `05a`.
  public var number: String?
  /// The whole symbol (số ký hiệu): `162/KH-BCĐ`.
  public var symbol: String?
  /// The body that issued it: `Ủy ban nhân dân tỉnh Lạng Sơn`.
  public var issuer: String?
  /// Where it was issued: `Lạng Sơn`.
  public var place: String?
  /// The day of issue as EDTF.
  public var issued: String?
  /// What it is about (trích yếu), its lines joined.
  public var title: String?
  /// The last who signed; nil where no signature stands.
  public var signer: Signer?
  /// The digital signatures in the order of the text.
  public var signatures: [Signature]
  /// The entries of `Nơi nhận`, as printed, without their dashes.
  public var recipients: [String]
  /// In the order of the text.
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
