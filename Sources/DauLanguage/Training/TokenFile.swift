public import Foundation

/// Writes the words of a text as numbers; 0 ends a sentence.
public final class TokenSink {
  private let sink: FileSink

  /// Opens a file to write, which has its name only from ``commit()`` on.
  public init(_ url: URL) throws { sink = try FileSink(url) }

  /// Writes the number of a word, or 0.
  @inline(__always)
  public func append(_ number: UInt32) throws { try sink.append(valueOf: number) }

  /// Ends the file and gives it its name.
  public func commit() throws { try sink.commit(durably: false) }
}

/// Reads what a `TokenSink` wrote.
public struct TokenFile {
  private let url: URL

  /// The file at `url`, which is opened when it is read.
  public init(_ url: URL) { self.url = url }

  /// Calls `body` with each sentence.
  ///
  /// - Parameters:
  ///   - ids: the word of each number.
  ///   - progress: is told the share that is read.
  public func forEachSentence(
    ids: [WordID], progress: (Double) throws -> Void, _ body: ([WordID]) throws -> Void
  ) throws {
    let reader = try RecordReader<UInt32>(url)
    var sentence: [WordID] = []
    var done = 0
    while let number = try reader.next() {
      done += 1
      if done & 0xFFFFF == 0 { try progress(Double(done) / Double(reader.count)) }
      if number == 0 {
        try body(sentence)
        sentence.removeAll(keepingCapacity: true)
      } else {
        guard Int(number) < ids.count else { throw ModelError.damaged(path: url.path, what: "number of a word") }
        sentence.append(ids[Int(number)])
      }
    }
  }
}
