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
    return error.localizedDescription
  }
}
