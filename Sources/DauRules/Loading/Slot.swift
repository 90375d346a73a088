internal import Synchronization

/// A value that is made by whoever asks first; others wait for it.
final class Slot<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  func value<E: Error>(_ make: () throws(E) -> Value) throws(E) -> Value {
    try stored.withLock { (stored) throws(E) in
      if let value = stored { return value }
      let value = try make()
      stored = value
      return value
    }
  }
}
