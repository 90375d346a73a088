public import Foundation

/// Reads a text of any size in blocks of whole lines.
public struct TextBlocks: Sendable {
  public let file: URL
  private let blockSize: Int

  public init(_ file: URL, blockSize: Int = 1 << 22) {
    self.file = file
    self.blockSize = blockSize
  }

  /// Calls `body` with each block; all but the last end in a line feed.
  ///
  /// - Throws: ``TextError``, or what `body` throws.
  /// - Complexity: O(*n*) time; memory for the longer of a block and the longest line.
  public func forEach(_ body: ([UInt8]) throws -> Void) throws {
    let handle: FileHandle
    do { handle = try FileHandle(forReadingFrom: file) } catch {
      throw TextError.unreadable(path: file.relativePath, reason: error.localizedDescription)
    }
    defer { try? handle.close() }
    var pending: [UInt8] = []
    var offset = 0
    while true {
      let data: Data
      do { data = try handle.read(upToCount: blockSize) ?? Data() } catch {
        throw TextError.unreadable(path: file.relativePath, reason: error.localizedDescription)
      }
      if data.isEmpty { break }
      let searched = pending.count
      pending.append(contentsOf: data)
      guard let end = pending[searched...].lastIndex(of: 0x0A) else { continue }
      let rest = Array(pending[(end + 1)...])
      pending.removeLast(rest.count)
      try hand(pending, at: &offset, to: body)
      pending = rest
    }
    if !pending.isEmpty { try hand(pending, at: &offset, to: body) }
  }

  private func hand(_ block: [UInt8], at offset: inout Int, to body: ([UInt8]) throws -> Void) throws {
    // Neither UTF-16 nor a picture nor an old encoding gets by: they would become words that nobody wrote.
    if block.contains(0) { throw TextError.binary(path: file.relativePath, offset: offset + block.firstIndex(of: 0)!) }
    do { _ = try UTF8Span(validating: block.span) } catch {
      throw TextError.encoding(path: file.relativePath, offset: offset + error.byteOffsets.lowerBound)
    }
    try body(block)
    offset += block.count
  }
}

/// Why a text could not be read.
public enum TextError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  /// There is a zero byte.
  case binary(path: String, offset: Int)
  /// The bytes are not UTF-8.
  case encoding(path: String, offset: Int)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .binary(let path, let offset):
      "\(path): byte \(offset) is zero, so this is no UTF-8 text; give plain text (.txt)"
    case .encoding(let path, let offset):
      "\(path): byte \(offset) is not UTF-8; convert the file, for example with 'iconv -f utf-16 -t utf-8'"
    }
  }
}
