import DauIngest
public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is there whole, once `commit()` has returned, or not at all.
///
/// What is written goes into a hidden file beside the target, which is made durable and renamed into place. A device or a pipe
/// of that name (`/dev/null`, `/dev/fd/3`) is never replaced: it is written to as it is.
public final class AtomicFile {
  private static let blockSize = 1 << 20

  private let target: URL
  /// The target as the user named it.
  private let name: String
  /// Where the bytes lie until they are committed; `nil` when they go straight into the target.
  private let temporary: URL?
  private let handle: FileHandle
  private var pending: [UInt8] = []
  private var isCommitted = false
  /// Whether the file is the user's, and no part of an archive.
  private let isOutput: Bool

  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: ``ArchiveError/fileExists(path:)``, ``ArchiveError/output(path:what:remedy:)``.
  public convenience init(_ target: URL, replacing: Bool) throws {
    let name = target.relativePath
    switch Self.kind(of: target.path) {
    case nil: break
    case S_IFDIR?:
      throw ArchiveError.output(path: name, what: "is a folder", remedy: "name a file, in it or elsewhere")
    case S_IFREG?:
      if !replacing { throw ArchiveError.fileExists(path: name) }
    default:
      guard let handle = FileHandle(forWritingAtPath: target.path) else {
        throw ArchiveError.output(
          path: name, what: "is a device or a pipe that cannot be written to", remedy: "name another file")
      }
      self.init(target, named: name, through: handle)
      return
    }
    let (file, temporary) = try Self.places(of: target)
    Unfinished.begin(temporary)
    guard let handle = Self.made(temporary) else {
      Unfinished.end(temporary)
      throw ArchiveError.output(
        path: name, what: "no file can be made in the folder \(temporary.deletingLastPathComponent().relativePath)",
        remedy: "check its permissions and the space on the disk, or name another file")
    }
    self.init(file, named: name, by: temporary, through: handle, isOutput: true)
  }

  /// The file that a target leads to, and a hidden name beside it.
  ///
  /// - Throws: ``ArchiveError/output(path:what:remedy:)`` where there is no folder for it.
  private static func places(of target: URL) throws -> (file: URL, temporary: URL) {
    // A link stays a link, and what it leads to is written.
    let file = target.resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent()
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw ArchiveError.output(
        path: target.relativePath, what: "there is no folder \(folder.relativePath)",
        remedy: "make it first, or name another file")
    }
    return (file, hidden(beside: file, ending: "tmp"))
  }

  /// A hidden name that nothing has, beside a file or a folder and so on its file system.
  static func hidden(beside place: URL, ending: String) -> URL {
    place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).\(UUID().uuidString).\(ending)")
  }

  /// Writes a whole file.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: ``ArchiveError``.
  public static func write(_ text: String, to target: URL, replacing: Bool) throws {
    let file = try AtomicFile(target, replacing: replacing)
    try file.write(text)
    try file.commit()
  }

  /// Puts a file in place that somebody else writes, as `commit()` does.
  ///
  /// - Parameters:
  ///   - replacing: whether a file of that name may be replaced.
  ///   - write: makes a file of the hidden name that it is given; when it throws, there is none and the target is as it was.
  /// - Returns: what `write` does.
  /// - Throws: ``ArchiveError``, or what `write` throws.
  public static func placing<Result>(
    _ target: URL, replacing: Bool, writtenBy write: (URL) throws -> Result
  ) throws -> Result {
    let name = target.relativePath
    switch Self.kind(of: target.path) {
    case nil: break
    case S_IFREG?:
      if !replacing { throw ArchiveError.fileExists(path: name) }
    default:
      throw ArchiveError.output(path: name, what: "is no file that can be replaced", remedy: "name another file")
    }
    let (file, temporary) = try Self.places(of: target)
    Unfinished.begin(temporary)
    do {
      let result = try write(temporary)
      // What was written is made durable through whichever descriptor.
      let whole = AtomicFile(
        file, named: name, by: temporary, through: try FileHandle(forUpdating: temporary), isOutput: true)
      try whole.commit()
      return result
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      Unfinished.end(temporary)
      throw error
    }
  }

  /// - Parameter temporary: where the bytes lie until they are committed; on the same file system.
  convenience init(_ target: URL, by temporary: URL) throws {
    guard let handle = Self.made(temporary) else {
      throw ArchiveError.failed(
        path: target.relativePath, reason: "could not be created",
        remedy: "check that the folder is there and may be written to")
    }
    self.init(target, named: target.relativePath, by: temporary, through: handle, isOutput: false)
  }

  private init(
    _ target: URL, named name: String, by temporary: URL? = nil, through handle: FileHandle, isOutput: Bool = true
  ) {
    self.target = target
    self.name = name
    self.temporary = temporary
    self.handle = handle
    self.isOutput = isOutput
  }

  /// A new file, open for writing; nil where none can be made.
  ///
  /// By the system's own call: Foundation's makes a file of another name first, which a process that is stopped then leaves behind.
  private static func made(_ file: URL) -> FileHandle? {
    // The string lives through the call.
    let descriptor = unsafe open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    return descriptor < 0 ? nil : FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    guard !isCommitted else { return }
    try? handle.close()
    guard let temporary else { return }
    try? FileManager.default.removeItem(at: temporary)
    Unfinished.end(temporary)
  }

  /// What a path leads to, through links, as `S_IFREG` and its like; `nil` when there is nothing.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    // The string and the structure live through the call.
    return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private func failure(_ what: String) -> ArchiveError {
    isOutput
      ? .output(path: name, what: what, remedy: "nothing was written there; mend that, or name another file")
      : .failed(path: name, reason: what)
  }

  /// Appends a text as UTF-8.
  public func write(_ text: String) throws { try write(text.utf8) }

  /// Appends bytes; they reach the disk in blocks of 1 MiB.
  public func write(_ bytes: some Sequence<UInt8>) throws {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.blockSize { try flush() }
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: Data(pending))
    } catch {
      throw failure("could not be written: \(SystemReason.text(of: error))")
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place. Called once, last.
  public func commit() throws {
    try flush()
    guard let temporary else {
      isCommitted = true
      try? handle.close()
      return
    }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw failure("could not be written: \(SystemReason.text(of: error))")
    }
    // Renames within one file system; a file of the new name is replaced in the same moment. The strings live through the call.
    guard unsafe Self.move(temporary.path, target.path) == 0 else {
      // The C library returns a string of its own, which is copied at once.
      throw failure("could not be put in place: \(unsafe String(cString: strerror(errno)))")
    }
    isCommitted = true
    Unfinished.end(temporary)
    Self.synchronizeFolder(target.deletingLastPathComponent())
  }

  /// Makes a rename durable; not every file system can, and then there is nothing to do about it.
  static func synchronizeFolder(_ folder: URL) {
    // The descriptor is closed before the function returns.
    let descriptor = unsafe open(folder.path, O_RDONLY)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func move(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
    #if canImport(Glibc)
      unsafe Glibc.rename(old, new)
    #else
      unsafe Darwin.rename(old, new)
    #endif
  }
}
