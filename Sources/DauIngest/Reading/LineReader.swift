#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lines of a file, a pipe or a terminal as bytes, however long they are, each as soon as it is there.
public struct LineReader {
  private static let blockSize = 1 << 16

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Where the line begins that comes next.
  private var start = 0
  /// Up to where no line end was found.
  private var searched = 0
  private var isAtEnd = false

  /// - Parameter descriptor: an open file, which stays open.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Standard input.
  public init() { self.init(descriptor: STDIN_FILENO) }

  /// The next line without its line feed; `nil` behind the last one. A last line may lack its line feed.
  ///
  /// - Throws: ``ReadError/failed(reason:)`` when the system cannot read (a folder, a closed descriptor, a broken disk).
  /// - Complexity: O(*n*) in bytes over all lines.
  public mutating func next() throws(ReadError) -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end])
        start = end + 1
        searched = start
        return line
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        let line = Array(buffer[start...])
        start = buffer.count
        searched = start
        return line
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  /// Appends what is there, waiting only when nothing is: whoever sends a line and waits for its answer gets it.
  private mutating func fill() throws(ReadError) {
    while true {
      let descriptor = descriptor
      var code: Int32 = 0
      // The call writes a block at most.
      let block = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { bytes, count in
        let found = unsafe read(descriptor, bytes.baseAddress, Self.blockSize)
        if found < 0 { code = errno }
        count = max(0, found)
      }
      if code == EINTR { continue }
      // The C library returns a string of its own, which is copied at once.
      guard code == 0 else { throw .failed(reason: unsafe String(cString: strerror(code))) }
      if block.isEmpty { isAtEnd = true }
      buffer.append(contentsOf: block)
      return
    }
  }
}
