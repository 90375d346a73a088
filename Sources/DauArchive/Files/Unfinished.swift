import Foundation
import Synchronization

/// What lies hidden beside its place until it is whole, so that a process that is told to stop can take it away.
public enum Unfinished {
  private static let places = Mutex<Set<URL>>([])

  /// Notes a file or a folder that is about to be made.
  static func begin(_ place: URL) { places.withLock { _ = $0.insert(place) } }

  /// Forgets it: it is in its place now, or was given up.
  static func end(_ place: URL) { places.withLock { _ = $0.remove(place) } }

  /// Puts what is whole in its place by `body`, in the middle of which ``removeAll(then:)`` does not end the process.
  ///
  /// - Parameters:
  ///   - place: where it grew; forgotten when `body` has succeeded.
  ///   - remains: what `body` moved out of the way, and what is to be taken away from then on.
  ///   - body: short, and asks nothing of ``Unfinished``.
  static func exchange(_ place: URL, leaving remains: URL?, by body: () throws -> Void) throws {
    try places.withLock { places in
      try body()
      places.remove(place)
      if let remains { places.insert(remains) }
    }
  }

  /// Removes all that was begun and ends the process, before anybody can begin more.
  ///
  /// May be called from any thread, not from the handler of a signal.
  ///
  /// - Parameter end: ends the process.
  public static func removeAll(then end: () -> Never) -> Never {
    places.withLock { places -> Never in
      for place in places {
        // Another thread may just be adding a file to a folder.
        for _ in 0..<10 where FileManager.default.fileExists(atPath: place.path) {
          try? FileManager.default.removeItem(at: place)
        }
      }
      end()
    }
  }
}
