import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal, and messages on standard error.
enum Console {
  static let standardOutputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let standardErrorIsTerminal = isatty(STDERR_FILENO) == 1
  static let standardInputIsTerminal = isatty(STDIN_FILENO) == 1

  /// A message that says which program speaks.
  static func complain(_ message: String) { tell("dau: \(message)") }

  /// A line on standard error as it is.
  static func tell(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

  /// Puts a line in the place of the last such line, on a terminal.
  static func showProgress(_ text: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
  }

  /// Takes the progress line away.
  static func clearProgress() { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
}
