import DauArchive
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets a program that crashes on one document begin anew and go on with the others.
///
/// Swift ends the process where it finds an index out of range or no memory left. The handler of the signal notes the
/// crash in the journal of the run and puts the program in its own place (`execve`), with the same arguments, process,
/// standard streams and limits, so nobody has to watch over it; what it does is allowed in a handler by POSIX. A process
/// that the system kills (SIGKILL, or a thread without stack left) is not brought back: the same command goes on where it
/// stopped.
enum CrashRecovery {
  /// The variable that tells a program that took its own place where the journal is.
  private static let variable = "DAU_RUN_JOURNAL"
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// The journal of this run: a new one, or the one that a crash left.
  ///
  /// - Throws: ``Failure`` when the program crashed with no document in hand.
  static func journal() throws -> RunJournal {
    guard let value = ProcessInfo.processInfo.environment[variable], let descriptor = Int32(value),
      fcntl(descriptor, F_GETFD) >= 0
    else { return try RunJournal() }
    let journal = RunJournal(continuing: descriptor)
    if journal.past.isStuck {
      throw Failure(description: "the program crashed, and not on a document; run the same command to go on")
    }
    return journal
  }

  /// From here on a crash is noted in `journal`, and the program begins anew.
  static func watch(_ journal: RunJournal) {
    #if canImport(Glibc)
      let program = "/proc/self/exe"
    #else
      guard let program = Bundle.main.executablePath else { return }
    #endif
    var environment = ProcessInfo.processInfo.environment
    environment[variable] = String(journal.descriptor)
    // These live as long as the process: a handler must not allocate.
    unsafe descriptor = journal.descriptor
    // Made here, for what is asked for the first time may be made then.
    isCrashing.store(false, ordering: .sequentiallyConsistent)
    unsafe path = strdup(program)
    unsafe arguments = list(CommandLine.arguments)
    unsafe variables = list(environment.map { "\($0)=\($1)" })
    for number in signals {
      var action = sigaction()
      #if canImport(Glibc)
        unsafe action.__sigaction_handler.sa_handler = handler
      #else
        unsafe action.__sigaction_u.__sa_handler = handler
      #endif
      unsafe sigaction(number, &action, nil)
    }
  }

  private static func list(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { unsafe list[index] = strdup(text) }
    unsafe list[texts.count] = nil
    return unsafe list
  }
}

// nonisolated(unsafe): written once, before the handler is set that reads them.
nonisolated(unsafe) private var descriptor: Int32 = -1
nonisolated(unsafe) private var path: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
nonisolated(unsafe) private var variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

/// Whether a thread has crashed and is about to put the program in its own place.
private let isCrashing = Atomic<Bool>(false)
/// Seconds that another thread which crashes meanwhile waits for that.
private let patience: UInt32 = 10

/// Runs on whichever thread crashed: no allocation, no lock.
private let handler: @convention(c) (Int32) -> Void = { number in
  if isCrashing.exchange(true, ordering: .sequentiallyConsistent) {
    // Of two large documents both may find no memory left. A second entry would say that nothing was in hand, for the first one
    // has told of both; this thread ends with the old program.
    sleep(patience)
  } else {
    noteAndBeginAnew(number)
  }
  // Still here: the signal does what it would have done.
  _ = signal(number, SIG_DFL)
  raise(number)
}

/// Notes a crash in the journal and puts the program in its own place; returns only where that fails.
private func noteAndBeginAnew(_ number: Int32) {
  let ten = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10)
  let one = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  var entry: (UInt8, UInt8, UInt8, UInt8) = (UInt8(ascii: "!"), ten, one, 0)
  unsafe withUnsafeBytes(of: &entry) { _ = unsafe write(descriptor, $0.baseAddress, $0.count) }
  // Masks outlive the change of program, and the thread may have signals blocked that its successor waits for.
  var none = sigset_t()
  unsafe sigemptyset(&none)
  unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
  if let path = unsafe path, let arguments = unsafe arguments { unsafe execve(path, arguments, variables) }
}
