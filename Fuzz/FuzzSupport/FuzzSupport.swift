public import DauRules
import Foundation

/// Ends the run with `what` when a promise does not hold.
///
/// `precondition` says nothing in an optimised build.
public func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// The value that `make` builds from the rules of the project.
public func fromRules<Value>(_ make: (RuleBook) throws -> Value) -> Value {
  do {
    return try make(RuleBook(directory: URL(filePath: "rules")))
  } catch {
    fatalError("start it in the folder of the project: \(error)")
  }
}
