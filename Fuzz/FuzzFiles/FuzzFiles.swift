import DauArchive
import DauEval
import DauLanguage
import DauRules
import Foundation

@testable import DauRestore

private let folder = FileManager.default.temporaryDirectory.appending(path: "dau-fuzz-\(getpid())")

/// Writes a file of the scratch folder.
private func write(_ bytes: some Sequence<UInt8>, as name: String) -> URL {
  let url = folder.appending(path: name)
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  } catch {
    fatalError("\(error)")
  }
  return url
}

/// Any bytes as a file of the program's own: rules, channel table, weights, model, evaluation; or as a search.
/// The first byte says which.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let body = bytes.dropFirst()
  switch first {
  case UInt8(ascii: "q"):
    _ = try? SearchQuery(String(decoding: body, as: UTF8.self))
  case UInt8(ascii: "j"):
    if let value = try? JSONValue(json: String(decoding: body, as: UTF8.self)) { _ = value.json }
    _ = try? Evaluation(json: Array(body), path: "fuzz")
  case UInt8(ascii: "c"):
    _ = try? ChannelTable(contentsOf: write(body, as: "channel.tsv"))
  case UInt8(ascii: "w"):
    _ = try? ConfidenceModel(contentsOf: write(body, as: "weights.tsv"))
  case UInt8(ascii: "m"):
    if let model = try? LanguageModel(contentsOf: write(body, as: "fuzz.daulm")), (try? model.verify()) != nil {
      _ = model.id(of: "tỉnh")
    }
  default:
    let name = RuleBook.familyNames[Int(first) % RuleBook.familyNames.count]
    let own = folder.appending(path: "rules")
    try? FileManager.default.removeItem(at: own)
    try? FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    _ = write(body, as: "rules/\(name)")
    _ = RuleBook.check(own)
  }
  return 0
}
