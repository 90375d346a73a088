import Foundation

/// Finds the documents that the paths of a command line stand for.
public struct Discovery: Sendable {
  /// A file that looks like a document, or one that was found and cannot be one.
  public struct Candidate: Sendable, Equatable {
    /// As it was named, or as it lies under the folder that was named.
    public var path: String
    /// Why it is refused before it is opened; `nil` for a file to read.
    public var refusal: ReadError?

    public init(path: String, refusal: ReadError? = nil) {
      self.path = path
      self.refusal = refusal
    }
  }

  /// The file by which the folder of an archive is known.
  public static let archiveDatabase = "archive.sqlite"

  private static let textExtensions: Set<String> = ["txt", "text", "md", "markdown"]

  public init() {}

  /// The files under `paths`, sorted by path and each named once, with the refused among them.
  ///
  /// A path is a file, a folder (searched to the bottom; hidden files and other archives left out, links inside not
  /// followed) or a pattern of `*`, `?` and `[...]`. A file named directly is read whatever its name ends in, unless
  /// its name or content tells another format.
  ///
  /// - Complexity: O(*n* log *n*) in files found.
  public func candidates(in paths: [String]) -> [Candidate] {
    var found: [String: Candidate] = [:]
    for path in paths {
      for candidate in candidates(at: path) where found[candidate.path] == nil { found[candidate.path] = candidate }
    }
    return found.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func candidates(at given: String) -> [Candidate] {
    let path = Self.tidied(given)
    let manager = FileManager.default
    if manager.fileExists(atPath: path) {
      return Self.isFolder(path)
        ? contents(of: path) : [Candidate(path: path, refusal: refusal(of: path, named: true))]
    }
    if let link = try? manager.destinationOfSymbolicLink(atPath: path) {
      return [Candidate(path: path, refusal: .brokenLink(target: link))]
    }
    guard path.contains(where: { "*?[".contains($0) }) else { return [Candidate(path: path, refusal: .missing)] }
    let matches = Glob.matches(of: path)
    if matches.isEmpty { return [Candidate(path: path, refusal: .noMatch(pattern: path))] }
    return matches.flatMap { match in
      Self.isFolder(match)
        ? contents(of: match) : [Candidate(path: match, refusal: refusal(of: match, named: false))]
    }
  }

  private func contents(of folder: String) -> [Candidate] {
    let manager = FileManager.default
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: folder)
    } catch {
      return [Candidate(path: folder, refusal: .notPermitted)]
    }
    // An archive keeps its own originals; reading them in again would double every document.
    if names.contains(Self.archiveDatabase) { return [] }
    var out: [Candidate] = []
    for name in names where !name.hasPrefix(".") {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      if let target = try? manager.destinationOfSymbolicLink(atPath: path) {
        out.append(Candidate(path: path, refusal: .linkInFolder(target: target)))
        continue
      }
      // What is no UTF-8 was replaced when the folder was read, and then nothing has that name.
      if !manager.fileExists(atPath: path) {
        out.append(Candidate(path: path, refusal: .oddName))
      } else if Self.isFolder(path) {
        out += contents(of: path)
      } else {
        out.append(Candidate(path: path, refusal: refusal(of: path, named: false)))
      }
    }
    return out
  }

  /// What a name alone says against reading a file; the content has its say when the file is opened.
  private func refusal(of path: String, named: Bool) -> ReadError? {
    let ending = URL(filePath: path).pathExtension.lowercased()
    if Self.textExtensions.contains(ending) { return nil }
    // The content of a known format tells more than its name, so it is opened and refused with advice.
    let head = Self.head(of: path)
    if case .other(let format, let advice) = ContentSniffer.kind(of: head) {
      return .notYetReadable(format: format, advice: advice)
    }
    if named || ending.isEmpty { return nil }
    return .notYetReadable(
      format: "a .\(ending) file", advice: "only .txt and .md are read from folders; name it directly if it is text")
  }

  private static func head(of path: String) -> [UInt8] {
    // A special file (a pipe, a device) would block or never end.
    guard type(of: path) == .typeRegular, let handle = FileHandle(forReadingAtPath: path) else { return [] }
    defer { try? handle.close() }
    return [UInt8]((try? handle.read(upToCount: ContentSniffer.window)) ?? Data())
  }

  private static func isFolder(_ path: String) -> Bool { type(of: path) == .typeDirectory }

  private static func type(of path: String) -> FileAttributeType? {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
  }

  /// `./a//b/` and `a/b` are the same file and get the same name.
  static func tidied(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let isAbsolute = path.hasPrefix("/")
    if parts.isEmpty { return isAbsolute ? "/" : "." }
    if !isAbsolute, parts[0].hasPrefix("~"), parts[0] == "~" {
      // The shell expands ~ unless it was quoted.
      parts.removeFirst()
      return ([FileManager.default.homeDirectoryForCurrentUser.path] + parts.map(String.init)).joined(separator: "/")
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}
