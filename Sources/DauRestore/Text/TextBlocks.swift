public import Foundation

/// Reads a text of any size in blocks of whole lines.
public struct TextBlocks: Sendable {
  private let file: URL
  private let isStandardInput: Bool
  private let blockSize: Int

  public init(_ file: URL, blockSize: Int = 1 << 22) {
    self.file = file
    self.blockSize = blockSize
    isStandardInput = false
  }

  private init(standardInput name: String) {
    file = URL(filePath: name)
    blockSize = 1 << 22
    isStandardInput = true
  }

  /// Standard input, which can be read once.
  public static var standardInput: TextBlocks { TextBlocks(standardInput: "standard input") }

  private func open() throws -> FileHandle {
    if isStandardInput { return .standardInput }
    let path = file.resolvingSymlinksInPath().path
    guard let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType else {
      throw TextError.missing(path: file.relativePath)
    }
    if type == .typeDirectory { throw TextError.folder(path: file.relativePath) }
    // A pipe would wait for its writer, and some devices have no end.
    if type != .typeRegular { throw TextError.special(path: file.relativePath) }
    do { return try FileHandle(forReadingFrom: file) } catch {
      throw TextError.unreadable(path: file.relativePath, reason: error.localizedDescription)
    }
  }

  /// Calls `body` with each block; all but the last end in a line feed.
  ///
  /// - Throws: ``TextError``, or what `body` throws.
  /// - Complexity: O(*n*) time; memory for the longer of a block and the longest line.
  public func forEach(_ body: ([UInt8]) throws -> Void) throws {
    let handle = try open()
    defer { if !isStandardInput { try? handle.close() } }
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
  case missing(path: String)
  case folder(path: String)
  /// A device, a pipe or a socket.
  case special(path: String)
  /// There is a zero byte.
  case binary(path: String, offset: Int)
  /// The bytes are not UTF-8.
  case encoding(path: String, offset: Int)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason); check its permissions"
    case .missing(let path): "\(path): there is no such file; check the name"
    case .folder(let path): "\(path): is a folder; name the files in it"
    case .special(let path): "\(path): is a device or a pipe; copy its text into a file and name that"
    case .binary(let path, let offset):
      "\(path): byte \(offset) is zero, so this is no UTF-8 text; give plain text (.txt)"
    case .encoding(let path, let offset):
      "\(path): byte \(offset) is not UTF-8; convert the file, for example with 'iconv -f utf-16 -t utf-8'"
    }
  }
}
