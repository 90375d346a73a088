import DauIngest
public import Foundation

extension Exporter {
  /// Writes a bag (BagIt, RFC 8493): the originals as they came, the restored texts, the documents and records as JSON
  /// Lines, their Dublin Core metadata, and a digest of each file.
  ///
  /// - Returns: How many documents it holds.
  /// - Throws: when an original is missing or was changed; then no bag is left behind.
  public func bag(_ filter: DocumentFilter, originals: OriginalStore, to folder: URL, replacing: Bool) throws -> Int {
    let bag = try Bag(folder, replacing: replacing)
    let documents = try store.documents(matching: filter)
    for (document, stem) in zip(documents, Self.stems(of: documents)) {
      let bytes = try originals.bytes(of: document.id, from: document.file)
      let ending = URL(filePath: document.file).pathExtension
      try bag.add("originals/" + (ending.isEmpty ? stem : "\(stem).\(ending)")) { try $0.write(bytes) }
      let text = try restoredText(of: document)
      try bag.add("texts/\(stem).txt") { try $0.write(text) }
    }
    try bag.add("records.jsonl") { file in try jsonLines(filter) { try file.write($0 + "\n") } }
    try bag.add("dublin-core.xml") { file in try dublinCore(filter) { try file.write($0) } }
    try bag.close(info: [
      ("Bagging-Date", Date.now.formatted(.iso8601.year().month().day())),
      ("Bag-Software-Agent", "dau \(Pipeline.programVersion)"),
    ])
    return documents.count
  }
}
