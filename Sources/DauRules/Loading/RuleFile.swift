internal import DauText
internal import Foundation

/// The faults met while reading, in the order they were met.
struct Problems {
  /// More than this nobody reads; the rest comes after the first are mended.
  static let limit = 500

  private(set) var all: [RuleError] = []
  /// Whether faults that cost time to find are looked for too: duplicates, order, unknown syllables.
  let isThorough: Bool

  init(isThorough: Bool) { self.isThorough = isThorough }

  mutating func add(_ file: RuleFile, line: Int?, _ what: String, _ remedy: String) {
    guard all.count < Self.limit else { return }
    all.append(RuleError(file: file.name, line: line, what: what, remedy: remedy))
  }

  mutating func add(_ error: RuleError) {
    if all.count < Self.limit { all.append(error) }
  }
}

/// The text of one rule file.
struct RuleFile {
  /// The file as a reader would name it.
  let name: String
  let text: String
  /// Whether it comes from the user's own folder and may take entries away.
  let isOverlay: Bool

  /// Reads a file; `nil` when there is none.
  ///
  /// - Throws: when it cannot be read or is no text.
  init?(_ url: URL, isOverlay: Bool) throws(RuleError) {
    let name = Self.displayName(url)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: url))
    } catch {
      throw RuleError(file: name, what: "the file cannot be read", remedy: "check its permissions")
    }
    do {
      if let plain = Self.plain(bytes) { text = plain } else { text = try SourceText.decode(bytes).text }
    } catch {
      throw RuleError(file: name, what: "the file is not text", remedy: error.description)
    }
    self.name = name
    self.isOverlay = isOverlay
  }

  /// The text of a file that needs no repair: UTF-8 in normalization form C, without a byte order mark and with line
  /// feeds only. Looking for odd letters in it costs as much as all the rest of loading.
  private static func plain(_ bytes: [UInt8]) -> String? {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), !bytes.contains(where: { $0 == 0 || $0 == 0x0D || $0 == 0x0C }),
      let text = String(validating: bytes, as: UTF8.self), (try? Normalization.isNFC(bytes.span)) == true
    else { return nil }
    return text
  }

  init(name: String, text: String, isOverlay: Bool = false) {
    self.name = name
    self.text = text
    self.isOverlay = isOverlay
  }

  /// The path from the current folder when the file lies under it, as an editor wants it; else the whole path.
  static func displayName(_ url: URL) -> String {
    let path = url.standardizedFileURL.path
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
