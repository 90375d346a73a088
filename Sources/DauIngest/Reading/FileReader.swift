import Foundation

/// Reads one file of whatever format there is a reader for.
public struct FileReader: Sendable {
  /// The largest file that is read, in bytes.
  public var byteLimit: Int

  /// - Parameter byteLimit: 64 MiB is some 20,000 pages of text; more is a mistake or an attack.
  public init(byteLimit: Int = 64 << 20) { self.byteLimit = byteLimit }

  /// The bytes of a file, checked for kind and size before they are read.
  public func bytes(of path: String) throws(ReadError) -> [UInt8] {
    let manager = FileManager.default
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    guard let attributes = try? manager.attributesOfItem(atPath: target) else {
      if let link = try? manager.destinationOfSymbolicLink(atPath: path) { throw .brokenLink(target: link) }
      throw .missing
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular?: break
    case .typeDirectory?: throw .notAFile(kind: "a folder")
    case .typeSocket?: throw .notAFile(kind: "a socket")
    case .typeCharacterSpecial?, .typeBlockSpecial?: throw .notAFile(kind: "a device")
    default: throw .notAFile(kind: "a pipe or other special file")
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    if size == 0 { throw .empty }
    if size > byteLimit { throw .tooLarge(byteCount: size, limit: byteLimit) }
    guard manager.isReadableFile(atPath: target) else { throw .notPermitted }
    do {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: target)))
      // The file may have grown since it was measured.
      if bytes.count > byteLimit { throw ReadError.tooLarge(byteCount: bytes.count, limit: byteLimit) }
      return bytes
    } catch let error as ReadError {
      throw error
    } catch {
      throw .failed(reason: SystemReason.text(of: error))
    }
  }

  /// Reads a document.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public func read(_ path: String) throws(ReadError) -> SourceDocument {
    try TextReader().read(try bytes(of: path), file: path)
  }
}
