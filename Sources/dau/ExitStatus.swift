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
    if DauCommand.exitCode(for: error).isSuccess { tell(DauCommand.fullMessage(for: error)) }
    // Usage errors are the parser's own: 64.
    if DauCommand.exitCode(for: error) != .failure { DauCommand.exit(withError: error) }
    Console.complain("\(error)")
    exit(ExitStatus.error.rawValue)
  }

  /// Ends the process with what was asked for: help, the version. The parser's own printing would not notice a full disk.
  private static func tell(_ message: String) -> Never {
    do {
      let out = Output()
      if !message.isEmpty { try out.line(message) }
      try out.finish()
    } catch is ClosedPipe {
      exit(0)
    } catch {
      Console.complain("\(error)")
      exit(ExitStatus.error.rawValue)
    }
    exit(0)
  }
}
