import Foundation

/// Patterns of `*` (any characters of one name), `?` (one character) and `[abc]`, `[a-z]`, `[!a]`.
///
/// The shell expands patterns itself; this serves the quoted ones and folders too large for a command line.
enum Glob {
  /// The existing paths that match, in no order.
  static func matches(of pattern: String) -> [String] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    var paths = [pattern.hasPrefix("/") ? "/" : ""]
    for part in parts {
      let wild = part.contains { "*?[".contains($0) }
      paths = paths.flatMap { path -> [String] in
        func joined(_ name: String) -> String { path.isEmpty ? name : path == "/" ? "/" + name : path + "/" + name }
        if !wild { return FileManager.default.fileExists(atPath: joined(part)) ? [joined(part)] : [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? "." : path)) ?? []
        return names.filter { !$0.hasPrefix(".") && matches($0, part) }.map(joined)
      }
    }
    return paths.filter { !$0.isEmpty && $0 != "/" }
  }

  /// Whether a name matches one part of a pattern.
  ///
  /// - Complexity: O(*n* · *m*): only the last `*` is ever returned to.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let text = Array(name.unicodeScalars)
    let wanted = Array(pattern.unicodeScalars)
    var i = 0
    var j = 0
    var star: (pattern: Int, text: Int)?
    while i < text.count {
      if j < wanted.count, wanted[j] == "*" {
        star = (j, i)
        j += 1
        continue
      }
      if j < wanted.count, let next = step(text[i], wanted, j) {
        i += 1
        j = next
        continue
      }
      guard let back = star else { return false }
      star = (back.pattern, back.text + 1)
      i = back.text + 1
      j = back.pattern + 1
    }
    while j < wanted.count, wanted[j] == "*" { j += 1 }
    return j == wanted.count
  }

  /// The place behind the element at `at` if it accepts `scalar`.
  private static func step(_ scalar: Unicode.Scalar, _ wanted: [Unicode.Scalar], _ at: Int) -> Int? {
    switch wanted[at] {
    case "?": return at + 1
    case "[":
      var k = at + 1
      let negated = k < wanted.count && wanted[k] == "!"
      if negated { k += 1 }
      var accepts = false
      let first = k
      while k < wanted.count, wanted[k] != "]" || k == first {
        if k + 2 < wanted.count, wanted[k + 1] == "-", wanted[k + 2] != "]" {
          if wanted[k] <= scalar, scalar <= wanted[k + 2] { accepts = true }
          k += 3
        } else {
          if wanted[k] == scalar { accepts = true }
          k += 1
        }
      }
      // An unclosed bracket is an ordinary character.
      guard k < wanted.count else { return scalar == "[" ? at + 1 : nil }
      return accepts != negated ? k + 1 : nil
    default: return wanted[at] == scalar ? at + 1 : nil
    }
  }
}
