public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder in which one training at a time keeps the files of its finished steps.
public final class TrainingFolder {
  /// Where it is.
  public let url: URL
  private let lock: Int32
  private static let inputsName = "inputs.json"

  /// Opens or makes the folder; what lies there of another training is removed.
  ///
  /// - Parameter inputs: describes the training; steps finished under another description are not used.
  /// - Throws: `ModelError.busy` when another process works there, `ModelError.foreign` when the folder holds other things.
  public init(_ url: URL, inputs: Data) throws {
    self.url = url
    let files = FileManager.default
    let inputsFile = url.appending(path: Self.inputsName)
    let present = (try? files.contentsOfDirectory(atPath: url.path)) ?? []
    let known = try? Data(contentsOf: inputsFile)
    // A run that was killed at its very beginning leaves the lock, and the inputs under their temporary name.
    let isOwn = present.allSatisfy { $0 == ".lock" || ($0.hasPrefix(".") && $0.contains(Self.inputsName)) }
    guard isOwn || known != nil else { throw ModelError.foreign(path: url.path) }
    do { try files.createDirectory(at: url, withIntermediateDirectories: true) } catch {
      throw ModelError.unwritable(path: url.path, reason: error.localizedDescription)
    }
    // The string lives through the call; the descriptor is closed with the object.
    lock = unsafe open(url.appending(path: ".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else {
      throw ModelError.unwritable(path: url.path, reason: unsafe String(cString: strerror(errno)))
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      _ = close(lock)
      throw ModelError.busy(path: url.path)
    }
    // Runs and hidden files are of steps that did not finish.
    for name in present where name != ".lock" && (name.hasPrefix(".") || name.contains(".run")) {
      try? files.removeItem(at: url.appending(path: name))
    }
    if known != inputs {
      if known != nil { try removeSteps() }
      try describe(inputs)
    }
  }

  private func describe(_ inputs: Data) throws {
    let sink = try FileSink(url.appending(path: Self.inputsName))
    try sink.append(inputs)
    try sink.commit()
  }

  /// Removes the files of all steps. Where that is cut short, the next training must neither go on with what is left nor take
  /// the folder for another's: the description is there to the end, but is no training's any more.
  private func removeSteps() throws {
    try describe(Data())
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path)
    where name != ".lock" && name != Self.inputsName {
      try FileManager.default.removeItem(at: url.appending(path: name))
    }
  }

  deinit {
    // Closing alone leaves the lock to a child process that was forked a moment ago and has not yet begun its program.
    _ = flock(lock, LOCK_UN)
    _ = close(lock)
  }

  /// Whether steps of an earlier, interrupted run are there.
  public var isBegun: Bool { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).count > 2 }

  /// Removes the folder. Called once, when the training has succeeded.
  public func remove() {
    try? removeSteps()
    try? FileManager.default.removeItem(at: url.appending(path: Self.inputsName))
    try? FileManager.default.removeItem(at: url)
  }

  /// - Throws: `ModelError.noSpace` when fewer than `byteCount` bytes are free.
  public func require(_ byteCount: Int) throws {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: url.path)
    let free = (attributes[.systemFreeSize] as? NSNumber)?.intValue ?? .max
    if free < byteCount { throw ModelError.noSpace(path: url.path, free: free, needed: byteCount) }
  }
}
