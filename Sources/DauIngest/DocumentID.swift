import Crypto
import DauText

/// The identity of a document: the SHA-256 of its bytes, so the same file is the same document wherever it lies.
///
/// Written `sha256:` and 64 hexadecimal digits.
public struct DocumentID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  private static let prefix = "sha256:"

  /// The 64 hexadecimal digits, lower case.
  public let hex: String

  /// The identity of `bytes`.
  ///
  /// - Complexity: O(*n*).
  public init(of bytes: [UInt8]) {
    hex = SHA256.hash(data: bytes).hexadecimal
  }

  /// Reads the written form; `nil` unless `text` is `sha256:` and 64 lower-case hexadecimal digits.
  public init?(_ text: String) {
    guard text.hasPrefix(Self.prefix) else { return nil }
    let digits = text.utf8.dropFirst(Self.prefix.utf8.count)
    let isHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard digits.count == 64, isHex else { return nil }
    hex = String(decoding: digits, as: UTF8.self)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a document id: \(text)")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public var description: String { Self.prefix + hex }

  public static func < (a: Self, b: Self) -> Bool { a.hex < b.hex }
}
