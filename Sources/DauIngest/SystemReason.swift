import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system said when a file operation failed, in words a person understands.
public enum SystemReason {
  /// "No space left on device" rather than "NSCocoaErrorDomain error 512".
  public static func text(of error: any Error) -> String {
    var current: NSError? = error as NSError
    while let found = current {
      if found.domain == NSPOSIXErrorDomain {
        // The C library returns a string of its own, which is copied at once.
        return unsafe String(cString: strerror(Int32(found.code)))
      }
      current = found.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    let outer = error as NSError
    // Foundation does not always say which error of the system stood behind its own.
    switch (outer.domain, CocoaError.Code(rawValue: outer.code)) {
    case (NSCocoaErrorDomain, .fileReadNoPermission), (NSCocoaErrorDomain, .fileWriteNoPermission):
      return "Permission denied"
    case (NSCocoaErrorDomain, .fileNoSuchFile), (NSCocoaErrorDomain, .fileReadNoSuchFile):
      return "No such file or directory"
    case (NSCocoaErrorDomain, .fileWriteFileExists): return "File exists"
    case (NSCocoaErrorDomain, .fileWriteOutOfSpace): return "No space left on device"
    case (NSCocoaErrorDomain, .fileWriteVolumeReadOnly): return "Read-only file system"
    default: return error.localizedDescription
    }
  }
}
