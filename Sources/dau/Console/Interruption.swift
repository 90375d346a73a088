import ArgumentParser
import DauArchive
import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What to do when the user presses Ctrl-C or the system asks the process to end.
enum StopSignals {
  /// Calls `handler`, on a thread of its own, for each such signal while the sources live.
  static func watch(
    _ signals: [Int32] = [SIGINT, SIGTERM], _ handler: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    signals.map { number in
      // The default action would end the process before the source hears of the signal.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler(handler: handler)
      source.resume()
      return source
    }
  }

  /// Whether whoever called the program lets it ignore a signal, as `nohup` does.
  static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    // The structure lives through the call; a handler is a number to the system, and 1 is none.
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Glibc)
      return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #else
      return unsafe unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #endif
  }
}

/// Ctrl-C during long work that asks, from time to time, whether to stop.
final class Interruption: Sendable {
  private let isAsked = Atomic<Bool>(false)

  /// Runs `body`, which calls `check()` now and then; a second Ctrl-C ends the process at once.
  static func watch<T>(saying message: String, _ body: (Interruption) throws -> T) throws -> T {
    let interruption = Interruption()
    let sources = interruption.watch(saying: message) {}
    defer { for source in sources { source.cancel() } }
    return try body(interruption)
  }

  /// Runs `body` in a task that is cancelled by Ctrl-C; a second one ends the process at once.
  static func watch<T: Sendable>(
    saying message: String, _ body: @escaping @Sendable () async throws -> T
  ) async throws -> T {
    // A signal that comes before anyone listens would end the process, so the work waits for that.
    let (gate, opening) = AsyncStream<Never>.makeStream()
    let task = Task {
      for await _ in gate {}
      return try await body()
    }
    let sources = Interruption().watch(saying: message) { task.cancel() }
    opening.finish()
    defer { for source in sources { source.cancel() } }
    return try await task.value
  }

  private func watch(
    saying message: String, _ stop: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    StopSignals.watch {
      if self.isAsked.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted.rawValue) }
      Console.tell("\ndau: \(message); press Ctrl-C again to stop at once")
      stop()
    }
  }

  /// - Throws: `CancellationError` when the user wants to stop.
  func check() throws {
    if isAsked.load(ordering: .relaxed) { throw CancellationError() }
  }
}

/// Ctrl-C while files are written that appear only when they are whole.
enum UnfinishedFiles {
  /// Kept for as long as the process runs. nonisolated(unsafe): made once, and never looked at again.
  nonisolated(unsafe) private static let sources = StopSignals.watch(
    [SIGINT, SIGTERM, SIGHUP].filter { !StopSignals.isIgnored($0) }
  ) {
    Unfinished.removeAll {
      Console.tell("\ndau: interrupted; what was not finished is taken away")
      _exit(ExitStatus.interrupted.rawValue)
    }
  }

  /// From here on nothing half written is left behind by a process that is told to stop.
  static func clearWhenStopped() { _ = unsafe sources }
}

/// Shows how far long work has come and how long it will take: one line in place on a terminal; otherwise a line when a step
/// begins and then every ten seconds.
final class ProgressLine {
  private let common: CommonOptions
  private let start = ContinuousClock.now
  private let isLive: Bool
  private var step = ""
  private var firstShare: Double?
  private var lastShown = -1.0
  private static let interval = 10.0

  init(_ common: CommonOptions) {
    self.common = common
    isLive = Console.standardErrorIsTerminal && !common.quiet
  }

  /// Does a training that tells how far it is and may be interrupted.
  ///
  /// - Throws: `ExitStatus.interrupted` when it was; else what `body` throws.
  static func watch<T>(
    _ common: CommonOptions, saying message: String, _ body: ((String, Double) throws -> Void) throws -> T
  ) throws -> T {
    let line = ProgressLine(common)
    defer { line.finish() }
    do {
      return try Interruption.watch(saying: message) { interruption in
        try body { step, share in
          try interruption.check()
          line.show(step, share)
        }
      }
    } catch is CancellationError {
      throw ExitStatus.interrupted
    }
  }

  private var seconds: Double { start.duration(to: .now) / .seconds(1) }

  /// - Parameter share: of the whole work, from 0 to 1. What an earlier run has done does not count for the time left.
  func show(_ step: String, _ share: Double) {
    let first = firstShare ?? share
    firstShare = first
    let now = seconds
    let gained = share - first
    // The first moments foretell nothing.
    let left = now > 1 && gained > 0.01 ? ", about \(Self.duration(now / gained * (1 - share))) left" : ""
    // Terminals need no more than a few lines a second.
    guard step != self.step || now - lastShown > (isLive ? 0.2 : Self.interval) else { return }
    lastShown = now
    self.step = step
    if isLive {
      Console.showProgress("\(Int(share * 100)) % \(step)\(left)")
    } else if !common.quiet {
      Console.tell("\(Int(now)) s  \(Int(share * 100)) %  \(step)\(left)")
    }
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
