#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input, output and error.
enum StandardStreams {
  /// Takes the places of those that whoever called the program had closed.
  ///
  /// The system gives the lowest free number to the next file that is opened: a database opened as number 1 would have
  /// the program's output written into it. What takes the place cannot be used, so that using it is an error as before.
  static func claim() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The string lives through the call.
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
