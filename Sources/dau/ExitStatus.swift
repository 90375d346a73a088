import ArgumentParser
import DauArchive
import DauIngest
import Foundation

/// The exit codes of every subcommand; `dau help exit-codes` prints them.
enum ExitStatus {
  /// Some documents failed, or nothing was found.
  static let partial = ExitCode(1)
  /// The command could not do its work.
  static let error = ExitCode(2)
  static let interrupted = ExitCode(130)
}

/// A failure with a message that is complete as it is.
struct Failure: Error, CustomStringConvertible {
  var description: String

  /// Ends the process: one line on standard error and the exit code that fits.
  static func end(with error: any Error) -> Never {
    switch error {
    case let code as ExitCode:
      exit(code.rawValue)
    case is ClosedPipe:
      // Whoever read the output has had enough.
      exit(0)
    default: break
    }
    // Usage errors and requests for help are the parser's own: 64 and 0.
    if DauCommand.exitCode(for: error) != .failure { DauCommand.exit(withError: error) }
    Console.complain("\(error)")
    exit(ExitStatus.error.rawValue)
  }
}
