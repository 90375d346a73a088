/// Why a language model could not be opened or written.
public enum ModelError: Error, Equatable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(path: String, reason: String)
  /// The file cannot be written.
  case unwritable(path: String, reason: String)
  /// The file is not a language model.
  case notAModel(path: String)
  /// Another version of the format, older or newer.
  case version(path: String, found: UInt32, readable: UInt32)
  /// The file is shorter or longer than its header says.
  case size(path: String, found: Int, expected: Int)
  /// The contents do not match their checksum, or point outside the file.
  case damaged(path: String, what: String)
  /// Sixteen neighbouring contexts have more continuations than the format can count.
  case tooDense(order: Int)
  /// Another process trains in the same folder.
  case busy(path: String)
  /// The work folder of a training holds other things.
  case foreign(path: String)
  /// The disk is too full to train.
  case noSpace(path: String, free: Int, needed: Int)

  public var description: String {
    let (path, what, remedy) = parts
    return (path.map { "\($0): " } ?? "") + "\(what); \(remedy)"
  }

  /// The file or folder it is about, what was found there, and what to do next.
  public var parts: (path: String?, what: String, remedy: String) {
    switch self {
    case .unreadable(let path, let reason): (path, "cannot be read (\(reason))", "check the path and the permissions")
    case .unwritable(let path, let reason):
      (path, "cannot be written (\(reason))", "check the folder, its permissions and the space on the disk")
    case .notAModel(let path): (path, "not a language model", "make one with 'dau train lm'")
    case .version(let path, let found, let readable):
      (path, "model format \(found), this build reads format \(readable)", "make it anew with 'dau train lm'")
    case .size(let path, let found, let expected):
      (path, "\(found) bytes where the header says \(expected)", "the copy was cut short, copy it again")
    case .damaged(let path, let what): (path, "damaged (\(what))", "copy it again")
    case .busy(let path): (path, "another training works in this folder", "wait for it, or name another with --work")
    case .foreign(let path): (path, "the work folder holds other files", "name an empty or new one with --work")
    case .noSpace(let path, let free, let needed):
      (
        path, "training needs about \(needed / 1_000_000) MB on this disk, \(free / 1_000_000) MB are free",
        "make room, or name a folder on another disk with --work"
      )
    case .tooDense(let order): (nil, "too many continuations of neighbouring \(order)-grams", "ask for a smaller model")
    }
  }
}
