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

  /// The name without its folders.
  var lastName: Substring {
    // By bytes: to split it at its characters takes a hundred times as long, and lists ask for it row by row.
    name[(name.utf8.lastIndex(of: UInt8(ascii: "/")).map(name.utf8.index(after:)) ?? name.startIndex)...]
  }

  /// Reads a file; `nil` when there is none.
  ///
  /// - Parameter endings: of a list, only rows are read of which a field that is not the last ends so; other rows are
  ///   taken for empty lines.
  /// - Throws: when it cannot be read or is no text.
  init?(_ url: URL, isOverlay: Bool, rowsWithFieldEndingIn endings: [String]? = nil) throws(RuleError) {
    let name = Self.displayName(url)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    var bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: url))
    } catch {
      throw RuleError(file: name, what: "the file cannot be read", remedy: "check its permissions")
    }
    if let endings { bytes = Self.rows(of: bytes, withFieldEndingIn: endings.map { Array($0.utf8) }) }
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

  /// The lines of a list without the rows that have no such field. Comments and the first line with a tab, which names
  /// the columns, stay, and so do the numbers of lines.
  ///
  /// - Complexity: O(*n*) in bytes: finding a few hundred rows among ten thousand takes a tenth of reading them all.
  private static func rows(of bytes: [UInt8], withFieldEndingIn endings: [[UInt8]]) -> [UInt8] {
    var kept: [UInt8] = []
    let span = bytes.span
    var hasHeader = false
    var start = 0
    var tab = span.firstIndex(of: 0x09) ?? span.count
    while start < span.count {
      var isKept = span[start] == UInt8(ascii: "#")
      let end = span.firstIndex(of: 0x0A, from: start) ?? span.count
      let hasTab = tab < end
      while tab < end {
        if !isKept { isKept = endings.contains { ends(span, start..<tab, with: $0) } }
        tab = span.firstIndex(of: 0x09, from: tab + 1) ?? span.count
      }
      if isKept || !hasTab || !hasHeader { kept.append(contentsOf: bytes[start..<end]) }
      hasHeader = hasHeader || (hasTab && span[start] != UInt8(ascii: "#"))
      kept.append(0x0A)
      start = end + 1
    }
    return kept
  }

  private static func ends(_ bytes: Span<UInt8>, _ range: Range<Int>, with ending: [UInt8]) -> Bool {
    guard ending.count <= range.count else { return false }
    let start = range.upperBound - ending.count
    for at in ending.indices.reversed() where bytes[start + at] != ending[at] { return false }
    return true
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
