import DauArchive
import DauIngest
import DauTestSupport
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MetadataExportTests {
  private let folder: TemporaryFolder
  private let exporter: Exporter

  init() throws {
    folder = try TemporaryFolder()
    let store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
    var report = try ProcessedDocument.sample(
      "một", file: "x/báo cáo & <1>.txt",
      records: [
        ["kind": .string("citation"), "type": .string("Nghị định"), "symbol": .string("91/2017/NĐ-CP")],
        ["kind": .string("citation"), "type": .string("Luật"), "title": .string("Thi đua, Khen thưởng")],
        ["kind": .string("citation"), "type": .string("Nghị định"), "symbol": .string("91/2017/NĐ-CP")],
      ])
    report.documentLine = try Self.changed(
      report.documentLine,
      """
      {"type": "Báo cáo", "number": "214", "symbol": "214/BC-UBND", "issuer": "Ủy ban nhân dân tỉnh Vân Hà",
       "place": "Vân Hà", "issued": "2018-12-28", "title": "Kết quả \\"thi đua\\" <b>& khen thưởng</b>\\u0007",
       "signer": {"position": "PHÓ CHỦ TỊCH", "name": "Lương Thị Minh Hạnh"},
       "recipients": ["Thường trực Tỉnh ủy", "Lưu: VT"], "pages": 3}
      """)
    var bare = try ProcessedDocument.sample("hai", file: "y/b.txt")
    bare.documentLine = try Self.changed(bare.documentLine, #"{"issued": "2018", "number": "35", "symbol": "351/QĐ"}"#)
    try store.put(report, bare)
    exporter = Exporter(store: store)
  }

  private static func changed(_ line: String, _ change: String) throws -> String {
    guard case .object(let old) = try JSONValue(json: line), case .object(let new) = try JSONValue(json: change) else {
      return line
    }
    return JSONValue.object(old.merging(new) { $1 }).json
  }

  /// What a parser makes of XML: each element that holds text only, with its path; the test fails on XML that is unsound.
  private static func leaves(_ xml: String) throws -> [String] {
    let document = try XMLDocument(data: Data(xml.utf8))
    func walk(_ node: XMLNode, _ path: String) -> [String] {
      let elements = (node.children ?? []).filter { $0.kind == .element }
      if elements.isEmpty { return ["\(path)=\(node.stringValue ?? "")"] }
      return elements.flatMap { walk($0, path.isEmpty ? $0.name ?? "" : "\(path).\($0.name ?? "")") }
    }
    return (document.rootElement()?.children ?? []).filter { $0.kind == .element }.flatMap { walk($0, "") }
  }

  // MARK: Dublin Core

  @Test func `a document is described in Dublin Core`() throws {
    var xml = ""
    try exporter.dublinCore(DocumentFilter(name: "214/BC-UBND")) { xml += $0 }
    let statements = try Self.leaves(xml).filter { !$0.hasPrefix("dc:identifier=sha256:") }
    #expect(
      statements == [
        "dc:title=Kết quả \"thi đua\" <b>& khen thưởng</b>\u{FFFD}", "dc:creator=Ủy ban nhân dân tỉnh Vân Hà",
        "dc:description=Báo cáo số 214/BC-UBND ngày 28/12/2018 của Ủy ban nhân dân tỉnh Vân Hà",
        "dc:publisher=Ủy ban nhân dân tỉnh Vân Hà", "dc:contributor=Lương Thị Minh Hạnh (PHÓ CHỦ TỊCH)",
        "dcterms:issued=2018-12-28", "dc:type=Báo cáo", "dc:type=Text", "dcterms:extent=3 trang",
        "dc:identifier=214/BC-UBND", "dc:source=x/báo cáo & <1>.txt", "dc:language=vi",
        "dcterms:references=Nghị định 91/2017/NĐ-CP", "dcterms:references=Luật Thi đua, Khen thưởng",
        "dcterms:spatial=Vân Hà", "dcterms:audience=Thường trực Tỉnh ủy", "dcterms:audience=Lưu: VT",
      ])
    #expect(xml.contains(#"<dcterms:issued xsi:type="dcterms:W3CDTF">2018-12-28</dcterms:issued>"#))
  }

  @Test func `what a document does not show is left out of Dublin Core`() throws {
    var xml = ""
    try exporter.dublinCore(DocumentFilter(name: "b.txt")) { xml += $0 }
    let names = try Self.leaves(xml).map { String($0.prefix { $0 != "=" }) }
    #expect(
      names == ["dcterms:issued", "dc:type", "dc:identifier", "dc:identifier", "dc:source", "dc:language"])
  }

  // MARK: Nghị định 30/2020/NĐ-CP

  @Test func `the register names its fields as the decree does, and leaves empty what it does not know`() throws {
    var xml = ""
    let excesses = try exporter.registerXML(DocumentRegister(.outgoing), DocumentFilter(name: "214/BC-UBND")) {
      xml += $0
    }
    #expect(excesses.isEmpty)
    #expect(
      try Self.leaves(xml) == [
        "FileCode.OrganId=", "FileCode.FileCatalog=", "FileCode.FileNotation=", "DocOrdinal=", "TypeName=Báo cáo",
        "CodeNumber=214", "CodeNotation=BC-UBND", "IssuedDate=2018-12-28", "OrganName=Ủy ban nhân dân tỉnh Vân Hà",
        "Subject=Kết quả \"thi đua\" <b>& khen thưởng</b>\u{FFFD}", "Language=Tiếng Việt", "PageAmount=3",
        "Description=", "SignerInfo.Position=PHÓ CHỦ TỊCH", "SignerInfo.FullName=Lương Thị Minh Hạnh",
        "To.OrganId=", "To.OrganName=Thường trực Tỉnh ủy", "To.OrganId=", "To.OrganName=Lưu: VT", "Priority=",
        "IssuedAmount=", "DueDate=",
      ])
  }

  @Test func `incoming documents have the fields of Mục II`() throws {
    var xml = ""
    _ = try exporter.registerXML(DocumentRegister(.incoming), DocumentFilter(name: "b.txt")) { xml += $0 }
    let leaves = try Self.leaves(xml)
    // A year is no day, and 351 does not begin with the number 35.
    for leaf in ["IssuedDate=", "CodeNotation=351/QĐ", "ArrivalDate=", "ArrivalNumber=", "TraceHeaderList="] {
      #expect(leaves.contains(leaf), "\(leaf)")
    }
    #expect(!leaves.contains { $0.hasPrefix("To.") })
  }

  @Test func `the table of the register has Vietnamese headings, and days as they are written in Vietnam`() throws {
    var table = ""
    let csv = CSV(marksEncoding: true)
    _ = try exporter.registerTable(DocumentRegister(.outgoing), DocumentFilter(), csv: csv) { table += $0 }
    let rows = table.components(separatedBy: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[0].contains("Tên loại văn bản (TypeName)"))
    #expect(rows[0].unicodeScalars.first == "\u{FEFF}")
    #expect(rows[1].contains(",214,BC-UBND,28/12/2018,"))
    #expect(rows[1].contains("Thường trực Tỉnh ủy; Lưu: VT"))
  }

  @Test func `a value that is too long for the decree is written whole and named`() throws {
    let store = try SQLiteStore(file: folder.url.appending(path: "long.sqlite"))
    let title = String(repeating: "ữ", count: 501)
    try store.put(.sample("một", file: "a.txt", title: title))
    var xml = ""
    let excesses = try Exporter(store: store).registerXML(DocumentRegister(.outgoing), DocumentFilter()) { xml += $0 }
    #expect(excesses.map(\.field) == ["Subject"])
    #expect(excesses.map(\.length) == [501])
    #expect(xml.contains(title))
  }

  @Test func `the manual has every field of the register`() throws {
    let manual = try String(contentsOf: SchemaTests.root.appending(path: "docs/export.md"), encoding: .utf8)
    for direction in DocumentRegister.Direction.allCases {
      for field in DocumentRegister(direction).fields {
        let length = field.length.map { "\($0)" } ?? ""
        let row =
          "| \(field.number) | `\(field.path)` | \(field.heading) | \(field.type.rawValue) | \(length) | "
          + "\(field.source ?? "left empty") |"
        #expect(manual.contains(row), "\(row)")
      }
    }
  }

  // MARK: BagIt

  @Test func `a bag holds what its manifests say, and nothing else`() throws {
    let (exporter, originals) = try stored(["a.txt": "một\n", "b/a.md": "hai\n", "b/100% \n.txt": "ba\n"])
    let bag = folder.url.appending(path: "bag")
    #expect(try exporter.bag(DocumentFilter(), originals: originals, to: bag, replacing: false) == 3)
    #expect(try Self.verify(bag) == 8)
    let info = try String(contentsOf: bag.appending(path: "bag-info.txt"), encoding: .utf8)
    #expect(info.hasPrefix("Payload-Oxum: "))
    #expect(
      try String(contentsOf: bag.appending(path: "bagit.txt"), encoding: .utf8)
        == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(throws: ArchiveError.self) {
      try exporter.bag(DocumentFilter(), originals: originals, to: bag, replacing: false)
    }
    #expect(try exporter.bag(DocumentFilter(name: "a.txt"), originals: originals, to: bag, replacing: true) == 1)
    #expect(try Self.verify(bag) == 4)
  }

  @Test func `an original that was changed makes no bag, and no other folder is replaced`() throws {
    let (exporter, originals) = try stored(["a.txt": "một\n"])
    let bag = folder.url.appending(path: "bag")
    try Data("x".utf8).write(to: originals.url(of: DocumentID(of: Array("một\n".utf8))))
    #expect(throws: ArchiveError.self) {
      try exporter.bag(DocumentFilter(), originals: originals, to: bag, replacing: false)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.contains("bag") }, "\(left)")
    try folder.write("mine", to: "bag/notes.txt")
    #expect(throws: ArchiveError.self) {
      try exporter.bag(DocumentFilter(), originals: originals, to: bag, replacing: true)
    }
    #expect(FileManager.default.fileExists(atPath: bag.path + "/notes.txt"))
  }

  /// An archive of files with these contents.
  private func stored(_ files: [String: String]) throws -> (Exporter, OriginalStore) {
    let originals = OriginalStore(folder: folder.url.appending(path: "originals"))
    let store = try SQLiteStore(file: folder.url.appending(path: "stored.sqlite"))
    for (file, text) in files {
      let document = try ProcessedDocument.sample(text, file: file)
      try originals.keep(Array(text.utf8), as: document.source.id)
      try store.put(document)
    }
    return (Exporter(store: store), originals)
  }

  /// Checks a bag by its manifests, in both directions.
  ///
  /// - Returns: The number of files of the payload.
  private static func verify(_ bag: URL) throws -> Int {
    var listed: Set<String> = []
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      for line in try String(contentsOf: bag.appending(path: manifest), encoding: .utf8).split(separator: "\n") {
        let path = String(line.dropFirst(66)).replacing("%0A", with: "\n").replacing("%25", with: "%")
        let bytes = [UInt8](try Data(contentsOf: bag.appending(path: path)))
        #expect(DocumentID(of: bytes).hex == line.prefix(64), "\(path)")
        listed.insert(path)
      }
    }
    let found = try #require(FileManager.default.subpaths(atPath: bag.path)).filter { path in
      var isFolder: ObjCBool = false
      // The flag is written before the call returns.
      let exists = unsafe FileManager.default.fileExists(atPath: bag.path + "/" + path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }
    #expect(Set(found) == listed.union(["tagmanifest-sha256.txt"]))
    return listed.count { $0.hasPrefix("data/") }
  }
}
