import ArgumentParser
import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C during long work that asks, from time to time, whether to stop.
final class Interruption: Sendable {
  private let isAsked = Atomic<Bool>(false)

  /// Runs `body`, which calls `check()` now and then; a second Ctrl-C ends the process at once.
  static func watch<T>(saying message: String, _ body: (Interruption) throws -> T) throws -> T {
    let interruption = Interruption()
    let sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the process before the source hears of the signal.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        if interruption.isAsked.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted.rawValue) }
        Console.tell("\ndau: \(message); press Ctrl-C again to stop at once")
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    return try body(interruption)
  }

  /// - Throws: `CancellationError` when the user wants to stop.
  func check() throws {
    if isAsked.load(ordering: .relaxed) { throw CancellationError() }
  }
}

/// Shows how far long work has come: one line in place on a terminal, a line a step otherwise.
final class ProgressLine {
  private let common: CommonOptions
  private let start = ContinuousClock.now
  private let isLive: Bool
  private var step = ""
  private var firstShare: Double?
  private var lastShown = -1.0

  init(_ common: CommonOptions) {
    self.common = common
    isLive = Console.standardErrorIsTerminal && !common.quiet
  }

  private var seconds: Double { start.duration(to: .now) / .seconds(1) }

  /// - Parameter share: of the whole work, from 0 to 1. What an earlier run has done does not count for the time left.
  func show(_ step: String, _ share: Double) {
    let first = firstShare ?? share
    firstShare = first
    let now = seconds
    if isLive {
      // Terminals need no more than a few lines a second.
      guard now - lastShown > 0.2 || step != self.step else { return }
      lastShown = now
      let gained = share - first
      let left = now > 3 && gained > 0.01 ? ", \(Self.duration(now / gained * (1 - share))) left" : ""
      Console.showProgress("\(Int(share * 100)) % \(step)\(left)")
    } else if step != self.step, !common.quiet {
      Console.tell("\(Int(now)) s  \(step)")
    }
    self.step = step
  }

  func finish() {
    if isLive { Console.clearProgress() }
  }

  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 90 { return "\(whole) s" }
    return whole < 5400 ? "\((whole + 30) / 60) min" : "\((whole + 1800) / 3600) h"
  }
}
