public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder in which one training at a time keeps the files of its finished steps.
///
/// Its lock bears our name. Only what the steps of a training make is ever removed from it, by name: what else somebody
/// put there stays, and so then does the folder.
public final class TrainingFolder {
  /// Where it is.
  public let url: URL
  private let lock: Int32
  private static let lockName = ".lock"
  private static let inputsName = "inputs.json"
  /// What stands in the lock, by which a folder is known as that of a training.
  static let mark = "dau train lm: the work folder of a training that is not finished\n"

  /// Opens or makes the folder; what lies there of another training is removed.
  ///
  /// - Parameter inputs: describes the training; steps finished under another description are not used.
  /// - Throws: `ModelError.busy` when another process works there, `ModelError.foreign` when the folder is no training's
  ///   and holds other things.
  public init(_ url: URL, inputs: Data) throws {
    self.url = url
    let files = FileManager.default
    let inputsFile = url.appending(path: Self.inputsName)
    let present = (try? files.contentsOfDirectory(atPath: url.path)) ?? []
    let lockFile = url.appending(path: Self.lockName)
    guard Self.isOwn(present, lock: lockFile) else { throw ModelError.foreign(path: url.path) }
    do { try files.createDirectory(at: url, withIntermediateDirectories: true) } catch {
      throw ModelError.unwritable(path: url.path, reason: error.localizedDescription)
    }
    // The string lives through the call; the descriptor is closed with the object.
    lock = unsafe open(lockFile.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else {
      throw ModelError.unwritable(path: url.path, reason: unsafe String(cString: strerror(errno)))
    }
    // From here on the descriptor is closed by `deinit`, which runs where this initialiser throws too.
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw ModelError.busy(path: url.path) }
    try sign()
    // Runs and files under temporary names are of steps that did not finish.
    for name in present where StepFile(name)?.isUnfinished == true { unlink(name) }
    let known = try? Data(contentsOf: inputsFile)
    if known != inputs {
      if known != nil { try removeSteps() }
      try describe(inputs)
    }
  }

  /// Whether a folder is that of a training: its lock says so. A run that was killed at its very beginning leaves a lock
  /// that does not say it yet, and nothing else.
  private static func isOwn(_ names: [String], lock: URL) -> Bool {
    guard !names.isEmpty else { return true }
    guard let text = try? Data(contentsOf: lock) else { return false }
    return text == Data(mark.utf8) || (names.count == 1 && Data(mark.utf8).starts(with: text))
  }

  /// Writes our name into the lock, before there is anything that would be nobody's without it.
  private func sign() throws {
    let mark = Array(Self.mark.utf8)
    // The array lives through the call, which reads its bytes.
    guard unsafe pwrite(lock, mark, mark.count, 0) == mark.count, fsync(lock) == 0 else {
      throw ModelError.unwritable(path: url.path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  private func describe(_ inputs: Data) throws {
    let sink = try FileSink(url.appending(path: Self.inputsName))
    try sink.append(inputs)
    try sink.commit()
  }

  /// The names in the folder that only a training gives.
  private func stepNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).filter { StepFile($0) != nil }
  }

  /// Removes the files of all steps. Where that is cut short, the next training must not go on with what is left: the
  /// description is there to the end, but is no training's any more.
  private func removeSteps() throws {
    try describe(Data())
    for name in try stepNames() where !unlink(name) {
      throw ModelError.unwritable(
        path: url.appending(path: name).path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// Removes a file, and never a folder. The string lives through the call.
  @discardableResult
  private func unlink(_ name: String) -> Bool { unsafe Self.unlink(url.appending(path: name).path) == 0 }

  private static func unlink(_ path: UnsafePointer<CChar>) -> Int32 {
    #if canImport(Glibc)
      unsafe Glibc.unlink(path)
    #else
      unsafe Darwin.unlink(path)
    #endif
  }

  deinit {
    // Closing alone leaves the lock to a child process that was forked a moment ago and has not yet begun its program.
    _ = flock(lock, LOCK_UN)
    _ = close(lock)
  }

  /// Whether steps of an earlier, interrupted run are there.
  public var isBegun: Bool { (try? stepNames().isEmpty) == false }

  /// Removes the files of the training, and the folder when nothing else is in it. Called once, when the training has
  /// succeeded.
  public func remove() {
    try? removeSteps()
    unlink(Self.inputsName)
    unlink(Self.lockName)
    // Fails, as it should, where there are other files. The string lives through the call.
    _ = unsafe rmdir(url.path)
  }

  /// - Throws: `ModelError.noSpace` when fewer than `byteCount` bytes are free.
  public func require(_ byteCount: Int) throws {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: url.path)
    let free = (attributes[.systemFreeSize] as? NSNumber)?.intValue ?? .max
    if free < byteCount { throw ModelError.noSpace(path: url.path, free: free, needed: byteCount) }
  }
}
