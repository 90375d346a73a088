import ArgumentParser
import DauArchive
import DauExtract

/// A kind of record as it is named on the command line; `document` names the documents themselves.
struct KindArgument: ExpressibleByArgument {
  /// `nil` for the documents.
  var kind: Record.Kind?

  var name: String { kind?.rawValue ?? "document" }

  init?(argument: String) {
    let wanted = argument.lowercased()
    if wanted == "document" || wanted == "documents" {
      kind = nil
      return
    }
    // The views of the archive are named in the plural.
    guard let found = Record.Kind.allCases.first(where: { wanted == $0.rawValue || wanted == Exporter.tableName($0) })
    else {
      return nil
    }
    kind = found
  }

  static var allValueStrings: [String] { ["document"] + Record.Kind.allCases.map(\.rawValue) }
}
