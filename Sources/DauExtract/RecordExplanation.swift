internal import DauText

/// The records of a document with what else their stretches of text could have been.
public struct RecordExplanation: Sendable, Equatable {
  /// A record and where its confidence comes from.
  public struct Taken: Sendable, Equatable {
    /// The record itself.
    public var record: Record
    /// How often a reading of this form is right, 0...1.
    public var reading: Double
    /// How sure the text was restored, 0...1; 1 for a text that was not.
    public var restoration: Double
  }

  /// In the order of the text.
  public var taken: [Taken]
  /// The readings that were not taken, in the order of the text.
  public var rejected: [RejectedReading]
}

/// A reading of a stretch of text that was not taken.
public struct RejectedReading: Sendable, Equatable {
  /// Why it was not taken.
  public enum Reason: Sendable, Equatable {
    /// Another reading has the stretch or a part of it.
    case taken(by: Record.Kind, text: String)
    /// It is a section number, the mark of a note, or the document's own symbol.
    case mark
    /// It is the cell of a table, which its award record tells of.
    case cell
    /// The word before makes the number a name or an ordinal: `lần thứ 9`, `Quốc lộ 1A`.
    case name(after: String)
    /// Nothing that is counted or measured stands behind the number.
    case uncounted
  }

  /// What it would have been; nil for a number that no reader took for anything.
  public var kind: Record.Kind?
  /// As restored.
  public var text: String
  /// Where it stands in the restored text, in code points.
  public var span: Range<Int>
  /// The line it begins in, from 1.
  public var line: Int
  /// Why it was not taken.
  public var reason: Reason
}

extension RejectedReading.Reason {
  /// The reason as a word for programs.
  public var code: String {
    switch self {
    case .taken: "taken"
    case .mark: "mark"
    case .cell: "cell"
    case .name: "name"
    case .uncounted: "uncounted"
    }
  }

  /// The reason as a phrase for people.
  public var phrase: String {
    switch self {
    case .taken(let kind, let text): "belongs to the \(kind.rawValue) “\(text)”"
    case .mark: "is a section number, a mark of a note, or the document's own symbol"
    case .cell: "is the cell of a table"
    case .name(let word): "is a name or an ordinal behind “\(word)”"
    case .uncounted: "counts and measures nothing"
    }
  }
}

extension RecordExplanation {
  init(_ reading: Extractor.Reading, _ writer: RecordWriter) {
    taken = reading.found.map {
      Taken(record: writer.record($0), reading: $0.confidence, restoration: writer.restorationConfidence($0))
    }
    let stream = reading.stream
    func rejected(_ kind: Record.Kind?, _ tokens: Range<Int>, _ reason: RejectedReading.Reason) -> RejectedReading {
      RejectedReading(
        kind: kind, text: stream.flatText(ofTokens: tokens), span: writer.span(tokens),
        line: Int(stream[tokens.lowerBound].line) + 1, reason: reason)
    }
    var all = reading.rejected.map { rejection in
      let candidate = rejection.candidate
      let reason: RejectedReading.Reason =
        switch rejection.cause {
        case .lost(let winner): .taken(by: winner.fact.kind, text: stream.flatText(ofTokens: winner.tokens))
        case .mark: .mark
        case .cell: .cell
        }
      return rejected(candidate.fact.kind, candidate.tokens, reason)
    }
    // The numbers that no reader took for anything.
    var isRead = Array(repeating: false, count: stream.count)
    for candidate in reading.found {
      switch candidate.fact.kind {
      case .date, .quantity, .citation, .award: for token in candidate.tokens { isRead[token] = true }
      // What is reported or demanded reaches over words and numbers that it says nothing of.
      case .target, .indicator, .audit: break
      }
    }
    for rejection in reading.rejected { for token in rejection.candidate.tokens { isRead[token] = true } }
    var at = 0
    while at < stream.count {
      guard stream[at].isNumber, !isRead[at], reading.outline.role(of: stream[at]) == .text else {
        at += 1
        continue
      }
      let start = at
      at += 1
      // `31.10`, `1A`: what is joined is shown whole.
      while at < stream.count, stream[at].isJoined, stream[at].kind != .sign || stream[at + 1].isJoined, !isRead[at] {
        at += 1
      }
      if reading.outline.reserved[start] {
        all.append(rejected(nil, start..<at, .mark))
        continue
      }
      let before = stream[start - 1]
      let isName =
        before.isWord && !reading.outline.beginsParagraph[start]
        && (reading.words.numberLeads.contains(before.key) || reading.words.softNumberLeads.contains(before.key)
          || before.key == Words.so)
      all.append(rejected(nil, start..<at, isName ? .name(after: stream.text(before.bytes)) : .uncounted))
    }
    self.rejected = all.sorted {
      $0.span.lowerBound != $1.span.lowerBound
        ? $0.span.lowerBound < $1.span.lowerBound : $0.span.upperBound < $1.span.upperBound
    }
  }
}
