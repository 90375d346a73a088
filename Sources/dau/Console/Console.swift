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
  static func complain(_ message: String) { tell("dau: \(Style.printable(message))") }

  /// A line on standard error as it is.
  static func tell(_ message: String) { write(message + "\n") }

  /// Puts a line in the place of the last such line, on a terminal.
  static func showProgress(_ text: String) {
    write("\r\u{1B}[2K\(text)")
  }

  /// Takes the progress line away.
  static func clearProgress() { write("\r\u{1B}[2K") }

  /// A message that cannot be delivered, because nobody listens any more, is no reason to stop.
  private static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
